import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { isJsonArray, type Json } from '#lib/domain/json.ts';

/** As a text writes it after `image:`. */
export const IMAGE_NAME = /^[0-9a-f]{32}$/;

/** The first 128 bits of the SHA-256 of the bytes, in hexadecimal: short enough to stand in a text that people edit. */
export function imageName(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes)).slice(0, 32);
}

/** The name in an address such as `image:9f86d081884c7d659a2feaa0c55ad015`; undefined for every other address. */
export function nameInAddress(address: string): string | undefined {
  const name = address.startsWith('image:') ? address.slice('image:'.length) : '';
  return IMAGE_NAME.test(name) ? name : undefined;
}

/** Every image that a text, or any text within a value, may name: in the order of reading, each once. */
export function imageNamesIn(value: Json): string[] {
  const names = new Set<string>();
  const collect = (part: Json) => {
    if (typeof part === 'string') for (const [, name = ''] of part.matchAll(NAMED)) names.add(name);
    else if (isJsonArray(part)) part.forEach(collect);
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(collect);
  };
  collect(value);
  return [...names];
}

/** Looser than Markdown: a name in a code block counts too, and nobody misses what is kept too long. */
const NAMED = /\bimage:([0-9a-f]{32})(?![0-9a-f])/g;
