import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Above the ports that people choose by hand and below those that systems give to outgoing connections (32768 or 49152
 * and up). A client that keeps trying a closed port of that upper range can be given the same port for its own end: then
 * it is connected to itself, and the server that comes back finds its port taken.
 */
const FIRST = 20_000;
const BEYOND = 32_000;
const TRIES = 100;

/**
 * A port of this machine that nobody listens on now.
 * @throws Error when a hundred tries found none, or this machine lets nobody listen
 */
export async function freePort(): Promise<number> {
  let problem: Error | undefined;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = randomInt(FIRST, BEYOND);
    problem = await problemOf(port);
    if (problem === undefined) return port;
  }
  throw new Error('No free port was found.', { cause: problem });
}

function problemOf(port: number): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen({ host: '127.0.0.1', port, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}
