/**
 * The known name that someone who typed another one most likely meant.
 *
 * @param typed a name that is not known
 * @param known the names that are
 * @returns the name with the fewest edits between them, or undefined when even that one differs in more than a third
 * of its letters; the first of several equally near ones. Case and hyphens do not count.
 *
 * Complexity: O(names × letters × edits allowed); names with other letters are ruled out by counting theirs.
 * Source: edit distance with swaps of neighbours (optimal string alignment, Damerau 1964).
 */
export function nearestName(typed: string, known: readonly string[]): string | undefined {
  const wanted = plain(typed);
  const letters = countLetters(wanted);
  let nearest: string | undefined;
  let fewest = Infinity;
  for (const name of known) {
    const candidate = plain(name);
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, name.length) / 3));
    const most = Math.min(allowed, fewest - 1);
    if (fewestPossible(letters, wanted.length, candidate, most) > most) continue;
    const edits = editDistance(wanted, candidate, most);
    if (edits <= most) {
      nearest = name;
      fewest = edits;
    }
  }
  return nearest;
}

/** Long nonsense is compared by its beginning: the answer is the same and the work is bounded. */
function plain(name: string): string {
  return name.slice(0, 60).toLowerCase().replaceAll(/[-_ ]/g, '');
}

function countLetters(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  // By code unit, as the distance counts.
  for (const letter of text.split('')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/** Each letter too many, and each that the other does not have, is an edit: a bound that most names do not meet. */
function fewestPossible(letters: ReadonlyMap<string, number>, length: number, candidate: string, most: number): number {
  const longer = Math.max(length, candidate.length);
  if (longer - Math.min(length, candidate.length) > most) return Infinity;
  let shared = 0;
  for (const [letter, count] of countLetters(candidate)) shared += Math.min(count, letters.get(letter) ?? 0);
  return longer - shared;
}

/** Edits between two texts, or Infinity where they are more than `most`: cells further off the diagonal are left out. */
function editDistance(first: string, second: string, most: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: second.length + 1 }, (_, column) => column);
  for (let row = 1; row <= first.length; row += 1) {
    const current: number[] = [];
    if (row <= most) current[0] = row;
    let smallest = row <= most ? row : Infinity;
    const last = Math.min(second.length, row + most);
    for (let column = Math.max(1, row - most); column <= last; column += 1) {
      const same = first[row - 1] === second[column - 1];
      let edits = Math.min(
        (previous[column] ?? Infinity) + 1,
        (current[column - 1] ?? Infinity) + 1,
        (previous[column - 1] ?? Infinity) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && first[row - 1] === second[column - 2] && first[row - 2] === second[column - 1];
      if (swapped) edits = Math.min(edits, (beforePrevious[column - 2] ?? Infinity) + 1);
      current[column] = edits;
      smallest = Math.min(smallest, edits);
    }
    if (smallest > most) return Infinity;
    beforePrevious = previous;
    previous = current;
  }
  return previous[second.length] ?? Infinity;
}
