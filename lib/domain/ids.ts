import { limits } from './limits.ts';

/** An item of a list is known by this for life: renaming and reordering keep it. */
export const ITEM_ID = /^[a-z0-9-]{1,32}$/;

const ITEM_ID_LENGTH = 32;

/**
 * UUID version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits, so that ids sort by time.
 * Clock and random source are passed in.
 */
export function newId(nowMs: number, randomBytes: (length: number) => Uint8Array): string {
  const random = randomBytes(10);
  const time = Math.floor(nowMs).toString(16).padStart(12, '0');
  const hex = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((Number.parseInt(hex.slice(4, 6), 16) & 0x3f) | 0x80).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(1, 4)}-${variant}${hex.slice(6, 8)}-${hex.slice(8)}`;
}

/** An id made from a name, unlike any that is taken: 'Précision @ 60 %' → 'precision-60', then 'precision-60-2'. */
export function itemIdFrom(name: string, taken: ReadonlySet<string>): string {
  const slug = name
    .slice(0, limits.lineLength)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, ITEM_ID_LENGTH)
    .replace(/^-+|-+$/g, '');
  const base = slug === '' ? 'item' : slug;
  if (!taken.has(base)) return base;
  for (let count = 2; ; count += 1) {
    const suffix = `-${count}`;
    const candidate = `${base.slice(0, ITEM_ID_LENGTH - suffix.length).replace(/-+$/, '')}${suffix}`;
    if (!taken.has(candidate)) return candidate;
  }
}
