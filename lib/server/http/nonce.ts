import { randomBytes } from 'node:crypto';

/** A number used once: it marks the scripts and styles of one answer as ours. */
export function newNonce(): string {
  return randomBytes(16).toString('base64');
}
