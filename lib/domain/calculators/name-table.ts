import { NumberColumn, wholeColumn } from './number-column.ts';

/** Slots for each name: fewer make the search for a free one long. */
const ROOM = 2;

/**
 * Numbers names in the order in which they come.
 *
 * It keeps their letters in one typed array and finds them by a hash. A Map of strings took twice the memory and three
 * times the time for ten million names, held the text of the file that they were cut from, and ends at 2²⁴ entries.
 *
 * Complexity: O(letters) a name, on average.
 * Source: hash FNV-1a (Fowler, Noll and Vo), mixed once more as in MurmurHash3 (Appleby), since the last letters of
 * names often count up; slots by linear probing (Knuth, The Art of Computer Programming, 6.4).
 */
export class NameTable {
  readonly #letters = new NumberColumn((length) => new Uint16Array(length));
  /** Where each name ends in the letters. */
  readonly #ends = new NumberColumn((length) => new Uint32Array(length));
  readonly #hashes = wholeColumn();
  /** The name in each slot, one more than its number; 0 where the slot is free. */
  #slots = new Int32Array(16);

  get size(): number {
    return this.#ends.length;
  }

  /** The number of a name, which is new if it has not come before. */
  of(name: string): number {
    const hash = hashOf(name);
    const last = this.#slots.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const index = (this.#slots[slot] ?? 0) - 1;
      if (index < 0) return this.#add(name, hash, slot);
      if (this.#hashes.at(index) === hash && this.#is(index, name)) return index;
    }
  }

  /** '' for a number that no name has. */
  nameAt(index: number): string {
    let name = '';
    for (let at = this.#start(index); at < this.#ends.at(index); at += 1) {
      name += String.fromCharCode(this.#letters.at(at));
    }
    return name;
  }

  /** All of them, in the order in which they came. */
  names(): string[] {
    return Array.from({ length: this.size }, (_, index) => this.nameAt(index));
  }

  #start(index: number): number {
    return index === 0 ? 0 : this.#ends.at(index - 1);
  }

  #is(index: number, name: string): boolean {
    const start = this.#start(index);
    if (this.#ends.at(index) - start !== name.length) return false;
    for (let at = 0; at < name.length; at += 1) {
      if (this.#letters.at(start + at) !== name.charCodeAt(at)) return false;
    }
    return true;
  }

  #add(name: string, hash: number, slot: number): number {
    const index = this.size;
    for (let at = 0; at < name.length; at += 1) this.#letters.push(name.charCodeAt(at));
    this.#ends.push(this.#letters.length);
    this.#hashes.push(hash);
    this.#slots[slot] = index + 1;
    if (ROOM * this.size > this.#slots.length) this.#moreSlots();
    return index;
  }

  #moreSlots(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const last = slots.length - 1;
    for (let index = 0; index < this.size; index += 1) {
      let slot = this.#hashes.at(index) & last;
      while (slots[slot] !== 0) slot = (slot + 1) & last;
      slots[slot] = index + 1;
    }
    this.#slots = slots;
  }
}

function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
