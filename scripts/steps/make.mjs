import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './run.mjs';

/** What is made from the sources: when one of `from` changed, or `to` is not there, the programs run in turn. */
const MADE = {
  'database client': {
    from: ['prisma/schema', 'prisma.config.ts', 'package-lock.json'],
    to: 'lib/server/generated',
    programs: [['node_modules/prisma/build/index.js', 'generate']],
  },
  'page types': {
    from: ['app', 'next.config.ts', 'package-lock.json'],
    only: /\/(page|layout|route|template|default|error|loading|not-found)\.tsx?$|\.config\.ts$|\.json$/,
    to: 'next-env.d.ts',
    programs: [['node_modules/next/dist/bin/next', 'typegen']],
  },
  'production build': {
    from: [
      'app',
      'components',
      'lib',
      'public',
      'next.config.ts',
      'postcss.config.mjs',
      'package-lock.json',
      'scripts/steps/compress-static.mjs',
      'tsconfig.json',
    ],
    not: /\.test\.tsx?$|^lib\/cli\/|\/tsconfig\.json$|\.tsbuildinfo$/,
    to: '.next/BUILD_ID',
    programs: [['node_modules/next/dist/bin/next', 'build'], ['scripts/steps/compress-static.mjs']],
  },
};

/**
 * Makes what is named in MADE where it is missing or older than its sources, told by their hash.
 *
 * @param {string} root
 * @param {keyof typeof MADE} name
 * @returns {Promise<boolean>} whether it is there now
 */
export async function make(root, name) {
  const { from, to, programs, only = /./, not = /^$/ } = MADE[name];
  const stamp = join(root, '.cache/made', `${name.replaceAll(' ', '-')}.sha256`);
  const hash = hashOf(root, from, (path) => only.test(path) && !not.test(path));
  if (existsSync(join(root, to)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
  console.log(`Making the ${name}`);
  for (const program of programs) {
    const { ok, output } = await run('node', program, { cwd: root });
    if (!ok) {
      console.error(`The ${name} could not be made:\n${output}`);
      return false;
    }
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

function hashOf(root, paths, matches) {
  const hash = createHash('sha256');
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
    else if (matches(path)) hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
}
