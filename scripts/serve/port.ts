import { createServer } from 'node:net';
import { StartError } from '#lib/server/start-error.ts';

const TRIES = 50;

/**
 * The first port from `wanted` upwards that nobody listens on.
 * @throws StartError when the address is not this machine's, or the port is reserved.
 */
export async function firstFreePort(host: string, wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + TRIES && port <= 65535; port += 1) {
    const problem = await tryToListen(host, port);
    if (problem === undefined) return port;
    if (problem === 'EADDRINUSE') continue;
    if (problem === 'EACCES') {
      throw new StartError('configuration', `This account may not listen on port ${port}: set PORT to 1024 or higher.`);
    }
    throw new StartError(
      'configuration',
      `Plumbline cannot listen on ${host} (${problem}): set HOST to an address of this machine.`,
    );
  }
  throw new StartError('configuration', `The ports from ${wanted} on are all in use: set PORT to a free one.`);
}

function tryToListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}
