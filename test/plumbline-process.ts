import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '#lib/server/free-port.ts';

const project = resolve(import.meta.dirname, '..');
const READY = /Plumbline is ready at (\S+)/;

/** A Plumbline as `npm start` runs it, in a process of its own. */
export interface PlumblineProcess {
  readonly url: string;
  readonly pid: number;
  /** What it has printed so far. */
  said(): string;
  /** Ends it as Ctrl-C does, and removes its data folder. */
  stop(): Promise<void>;
  /** Ends it as a power cut does. A server that was started by another program does not notice: start it `alone`. */
  crash(): Promise<void>;
}

/**
 * Starts the production build on a port of its own and waits until it takes requests. Nothing of the caller's
 * environment configures it but `settings`; without DATABASE_URL among them it brings its own database. `alone` leaves
 * out the program around it, which makes what is to be served.
 * @throws Error with everything that it printed, when it ends instead
 */
export async function startPlumbline(
  settings: Readonly<Record<string, string>>,
  { alone = false }: { readonly alone?: boolean } = {},
): Promise<PlumblineProcess> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'plumbline-run-'));
  // mkdtemp closes the folder to the account that runs PostgreSQL for root.
  await chmod(dataFolder, 0o711);
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn('node', [alone ? 'scripts/serve.ts' : 'scripts/start.mjs'], {
    cwd: project,
    env: {
      PATH: `${join(project, 'node_modules/.bin')}:${PATH}`,
      HOME,
      NODE_ENV: 'production',
      TZ: 'Pacific/Chatham',
      PORT: String(await freePort()),
      PLUMBLINE_DATA: join(dataFolder, 'data'),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const url = await new Promise<string>((ready, failed) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      const found = READY.exec(output)?.[1];
      if (found !== undefined) ready(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', failed);
    child.once('close', () => failed(new Error(`Plumbline ended instead of starting:\n${output}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    said: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(dataFolder, { recursive: true, force: true });
    },
    crash: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
