/** Words whose comparisons go into one number. */
const BLOCK = 32;

/**
 * For each place of a text the fewest words to put in, leave out or replace so that the pattern becomes a stretch that
 * ends there: element `end` is about the words before `end`, element 0 is the length of the pattern. A stretch begins
 * anywhere, or at the begin of the text.
 *
 * The bit vectors of Myers (1999), ‘A fast bit-vector algorithm for approximate string matching based on dynamic
 * programming’, with words in place of letters: a column of the table of differences is one number for 32 words, so
 * that the time is O(text × ⌈pattern / 32⌉).
 */
export function errorsAtEachEnd(
  pattern: Int32Array,
  text: Int32Array,
  begins: 'anywhere' | 'at-begin' = 'anywhere',
): Int32Array {
  const blocks = Math.ceil(pattern.length / BLOCK);
  const { rows, places } = placesOfWords(pattern, blocks);
  // By how much the row above the block changes with each word of the text; the block leaves that of its last row.
  const steps = new Int8Array(text.length).fill(begins === 'anywhere' ? 0 : 1);
  for (let block = 0; block < blocks; block += 1) {
    const last = block === blocks - 1 ? (pattern.length - 1) % BLOCK : BLOCK - 1;
    // Where the column goes up and where it goes down by one from row to row.
    let rises = -1;
    let falls = 0;
    for (let end = 0; end < text.length; end += 1) {
      const step = steps[end] ?? 0;
      const fell = step < 0 ? 1 : 0;
      const equal = places[(rows[text[end] ?? 0] ?? 0) * blocks + block] ?? 0;
      const matched = equal | fell;
      const diagonal = (((matched & rises) + rises) ^ rises) | matched;
      const right = falls | ~(diagonal | rises);
      const left = rises & diagonal;
      steps[end] = ((right >>> last) & 1) - ((left >>> last) & 1);
      const shifted = (right << 1) | (step > 0 ? 1 : 0);
      rises = (left << 1) | fell | ~(equal | falls | shifted);
      falls = shifted & (equal | falls);
    }
  }
  return summed(pattern.length, steps);
}

function summed(first: number, steps: Int8Array): Int32Array {
  const sums = new Int32Array(steps.length + 1);
  let sum = first;
  sums[0] = sum;
  for (let at = 0; at < steps.length; at += 1) sums[at + 1] = sum += steps[at] ?? 0;
  return sums;
}

/** For each word of the pattern, in a row of its own, the bits of the places at which it stands; row 0 is of all others. */
function placesOfWords(
  pattern: Int32Array,
  blocks: number,
): { readonly rows: Uint16Array; readonly places: Int32Array } {
  const rows = new Uint16Array(pattern.reduce((highest, word) => Math.max(highest, word), 0) + 1);
  const places = new Int32Array((pattern.length + 1) * blocks);
  for (let at = 0, used = 0; at < pattern.length; at += 1) {
    const word = pattern[at] ?? 0;
    if (rows[word] === 0) rows[word] = used += 1;
    const place = (rows[word] ?? 0) * blocks + Math.floor(at / BLOCK);
    places[place] = (places[place] ?? 0) | (1 << (at % BLOCK));
  }
  return { rows, places };
}
