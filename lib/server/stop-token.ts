import { createHmac, timingSafeEqual } from 'node:crypto';

/** Says whose mails are to stop, and is good for nothing else; nobody can make one for somebody else. */
export function stopTokenOf(secret: string, userId: string): string {
  return `${userId}.${signature(secret, userId)}`;
}

/** Whose token it is; undefined for one that was not made here. */
export function userOfStopToken(secret: string, token: string): string | undefined {
  const [userId = '', signed = ''] = token.split('.');
  const [given, right] = [Buffer.from(signed), Buffer.from(signature(secret, userId))];
  return given.length === right.length && timingSafeEqual(given, right) ? userId : undefined;
}

function signature(secret: string, userId: string): string {
  return createHmac('sha256', secret).update(`stop-mail:${userId}`).digest('base64url');
}
