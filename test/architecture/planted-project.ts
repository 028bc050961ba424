import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');

/** What a check needs to be the same check: its settings, and nothing of the product. */
const SETTINGS = [
  '.dependency-cruiser.mjs',
  '.oxlintrc.json',
  '.prettierrc.json',
  'knip.json',
  'lib/domain/tsconfig.json',
  'package.json',
  'tsconfig.json',
];

export interface Ran {
  readonly code: number;
  readonly output: string;
}

/**
 * A project of its own with the real settings and the given files, so that a violation can be planted and the real
 * check seen to catch it. `program` is a script of this project, run by Node inside the planted one; with `./` in front
 * it is a planted script.
 */
export async function checkPlanted(
  files: Readonly<Record<string, string>>,
  program: readonly [string, ...string[]],
): Promise<Ran> {
  const root = await mkdtemp(join(tmpdir(), 'planted-'));
  try {
    await symlink(join(project, 'node_modules'), join(root, 'node_modules'));
    for (const path of SETTINGS) await cp(join(project, path), join(root, path));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    return await run(root, program[0].startsWith('./') ? program[0] : join(project, program[0]), program.slice(1));
  } finally {
    await rm(root, { recursive: true });
  }
}

function run(cwd: string, script: string, args: readonly string[]): Promise<Ran> {
  return new Promise((done) => {
    execFile(process.execPath, [script, ...args], { cwd, maxBuffer: 2 ** 24 }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr });
    });
  });
}
