import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, two passes, one lane: the first choice of the OWASP password storage cheat sheet. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hash of a password that nobody has: an unknown account must take as long as a wrong password. */
const nobodys = hash('\u0000 no account', cost);

export async function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Takes the same time whether there is a hash or not. */
export async function passwordMatches(storedHash: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(storedHash ?? (await nobodys), password);
  return matches && typeof storedHash === 'string';
}
