// npm start [-- --demo]: from a clean clone to a running Plumbline.
// Runs on the system's Node (18 or newer), with nothing installed yet, so it is plain JavaScript and imports no package.
import { fileURLToPath } from 'node:url';
import { install } from './steps/install.mjs';
import { make } from './steps/make.mjs';
import { runServer } from './steps/server.mjs';
import { orSentence } from './steps/sentence.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** V8 otherwise lets the heap of a server that has 24 GB at hand grow to twice the size that it needs. */
const MEMORY = ['--max-old-space-size=256', '--max-semi-space-size=16'];

const ready = await orSentence(
  root,
  async () => (await install(root)) && (await make(root, 'database client')) && make(root, 'production build'),
);
process.exitCode = ready ? await runServer(root, MEMORY, process.argv.slice(2)).ended : 1;
