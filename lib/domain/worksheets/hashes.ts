import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isJsonArray, type Json, type JsonObject } from '#lib/domain/json.ts';

/** JSON with sorted keys and no space, so that equal values give equal text. */
export function canonicalJson(value: Json): string {
  if (isJsonArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 of the canonical JSON, in hexadecimal. */
export function sectionHash(section: JsonObject): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(section))));
}

/** What an edit was based on: the first 128 bits of the hash of a field's value, '' for a blank one. */
export function valueHash(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value)))).slice(0, 32);
}
