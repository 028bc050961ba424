import { newId } from '#lib/domain/ids.ts';

/** A fresh UUIDv7, made in the browser. */
export function freshId(): string {
  return newId(Date.now(), (length) => crypto.getRandomValues(new Uint8Array(length)));
}
