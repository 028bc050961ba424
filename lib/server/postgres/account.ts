import { readFile, stat } from 'node:fs/promises';

/** An account of the operating system under which PostgreSQL runs. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Accounts made for a database come first; `nobody` exists on every system. initdb needs one with a name. */
const PREFERRED_NAMES = ['plumbline', 'postgres', 'nobody'];

/** How a program of PostgreSQL is started: under the account, and told nothing of our environment and its secrets. */
export function spawnSettings(account: Account | undefined) {
  return { ...account, cwd: '/', env: { NODE_ENV: process.env.NODE_ENV, LC_ALL: 'C', TZ: 'UTC' } };
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The account to run PostgreSQL under, or undefined for "our own": PostgreSQL refuses to run as root.
 * The owner of a cluster that exists is kept, whatever accounts were added to the machine since.
 */
export async function databaseAccount(clusterFolder: string): Promise<Account | undefined> {
  if (!isRoot()) return undefined;
  const owner = await stat(clusterFolder).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = parseAccounts(await readFile('/etc/passwd', 'utf8').catch(() => ''));
  for (const name of PREFERRED_NAMES) {
    const account = accounts.get(name);
    if (account !== undefined) return account;
  }
  return { uid: 65534, gid: 65534 };
}

function parseAccounts(passwd: string): Map<string, Account> {
  const accounts = new Map<string, Account>();
  for (const line of passwd.split('\n')) {
    const [name, , uid, gid] = line.split(':');
    // macOS writes nobody's number as -2; the kernel reads it unsigned.
    if (name && uid && gid) accounts.set(name, { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 });
  }
  return accounts;
}
