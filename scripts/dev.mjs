// npm run dev [-- --demo]: the same as npm start, with Next compiling pages as they change. The part of the server that
// Next does not compile is started again when its files change; the database is adopted by the new process.
import { watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './steps/install.mjs';
import { make } from './steps/make.mjs';
import { orSentence } from './steps/sentence.mjs';
import { runServer } from './steps/server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What the front door is made of; pages and components are Next's to reload. */
const FOLDERS = ['lib/server', 'lib/domain', 'prisma/schema', 'prisma/migrations'];
const NOT_OURS = /^generated|\.test\.ts$|~$|\.sw.$/;
const SETTLE_MS = 200;

const prepare = () => orSentence(root, async () => (await install(root)) && make(root, 'database client'));

let changed = false;
let server;
let settling;
for (const folder of FOLDERS) {
  watch(join(root, folder), { recursive: true }, (_event, name) => {
    if (name && NOT_OURS.test(name)) return;
    changed = true;
    clearTimeout(settling);
    // An editor writes a file in several steps, and a branch switch many files.
    settling = setTimeout(() => server?.stop(), SETTLE_MS);
  });
}

do {
  changed = false;
  if (!(await prepare())) process.exit(1);
  server = runServer(root, [], ['--dev', ...process.argv.slice(2)]);
  process.exitCode = await server.ended;
  if (changed) console.log('The server’s files changed; starting it again.');
} while (changed);
process.exit();
