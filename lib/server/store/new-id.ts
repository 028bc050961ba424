import { randomBytes } from 'node:crypto';
import { newId } from '#lib/domain/ids.ts';

/** A fresh UUIDv7. The database could make them only from PostgreSQL 18 on. */
export function freshId(): string {
  return newId(Date.now(), randomBytes);
}
