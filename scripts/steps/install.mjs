import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/**
 * Installs the packages of package-lock.json where they are missing or differ from it. Does nothing when all are there,
 * so that it costs milliseconds at every start.
 *
 * @param {string} root
 * @param {{ development?: boolean }} [options] development: with the packages that only tests and checks need
 * @returns {Promise<boolean>} whether everything is there now
 */
export async function install(root, { development = true } = {}) {
  if (missingPackages(root, development).length === 0) return true;
  console.log('Installing packages');
  // Not `npm ci`: it refuses a lock file without the binaries for every other platform, which npm leaves out whenever a
  // registry does not have them. What the lock file does name is installed exactly so, and looked at once more below.
  // With NODE_ENV=production npm would leave out, and even remove, what only development needs.
  const flags = ['--no-save', '--no-fund', '--no-audit', development ? '--include=dev' : '--omit=dev'];
  const { ok, output } = await run('npm', ['install', ...flags], { cwd: root });
  if (!ok) console.error(`npm install failed:\n${output}`);
  const missing = ok ? missingPackages(root, development) : [];
  if (missing.length > 0) console.error(`npm left out ${missing.length} packages, ${missing[0]?.[0]} among them.`);
  return ok && missing.length === 0;
}

function missingPackages(root, development) {
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = installedPackages(root);
  return Object.entries(wanted).filter(
    ([path, { version, dev, devOptional, optional, peer }]) =>
      path !== '' &&
      present[path]?.version !== version &&
      // npm leaves out what is for other machines, and keeps optional peers to itself.
      !optional &&
      !peer &&
      (development || !(dev || devOptional)),
  );
}

function installedPackages(root) {
  try {
    return JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')).packages;
  } catch {
    return {};
  }
}
