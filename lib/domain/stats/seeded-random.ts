const LOWER_BITS = 2 ** 27;

/** Four words of 32 bits, not all 0. */
export type GeneratorState = readonly [number, number, number, number];

/**
 * A generator of uniform numbers that gives the same ones for the same seed in every browser and on every server.
 *
 * @param seed a whole number from 0 to 2⁵³ − 1
 * @returns a function whose values are multiples of 2⁻⁵³ in [0, 1)
 * @throws RangeError when the seed is no such number
 *
 * Complexity: O(1) a number, in 32-bit integers only: 64-bit ones would need BigInt, some fifty times as slow.
 * Source: xoshiro128**, Blackman and Vigna (2018), started from the seed by SplitMix64 as they advise. A number takes
 * the upper 26 and 27 bits of two draws.
 */
export function seededRandom(seed: number): () => number {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`seededRandom needs a whole seed of 0 or more, got ${seed}`);
  }
  const next = xoshiro128(stateFrom(BigInt(seed)));
  return () => {
    const upper = next() >>> 6;
    return (upper * LOWER_BITS + (next() >>> 5)) / 2 ** 53;
  };
}

/** The words of the generator itself, 32 bits each. */
export function xoshiro128(state: GeneratorState): () => number {
  let [a, b, c, d] = state;
  return () => {
    const word = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return word;
  };
}

/** SplitMix64: numbers of 64 bits that are far apart however near the seeds are. */
export function* splitMix64(seed: bigint): Generator<bigint, never> {
  let counter = seed;
  for (;;) {
    counter = BigInt.asUintN(64, counter + 0x9e3779b97f4a7c15n);
    let mixed = counter;
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    yield mixed ^ (mixed >> 31n);
  }
}

function stateFrom(seed: bigint): GeneratorState {
  const numbers = splitMix64(seed);
  const [first, second] = [numbers.next().value, numbers.next().value];
  const low = (number: bigint): number => Number(BigInt.asUintN(32, number));
  return [low(first), low(first >> 32n), low(second), low(second >> 32n)];
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
