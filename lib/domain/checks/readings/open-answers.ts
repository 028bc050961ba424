import type { Read } from '../reader.ts';

/** Not answered, and could still be. */
export function isOpen(read: Read): boolean {
  return read.value === undefined && read.state !== 'not-applicable';
}
