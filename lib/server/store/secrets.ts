import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, safe in an address. The prefix lets scanners of leaked secrets recognise it. */
export function newSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** What is kept of a secret. It is random and long, so one round of SHA-256 is enough and can be looked up by index. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
