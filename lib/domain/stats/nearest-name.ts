/**
 * The known name that someone who typed another one most likely meant.
 *
 * @param typed a name that is not known
 * @param known the names that are
 * @returns the name with the fewest edits between them, or undefined when even that one differs in more than a third
 * of its letters; the first of several equally near ones. Case and hyphens do not count.
 *
 * Complexity: O(names × letters²).
 * Source: edit distance with swaps of neighbours (optimal string alignment, Damerau 1964).
 */
export function nearestName(typed: string, known: readonly string[]): string | undefined {
  const wanted = plain(typed);
  let nearest: string | undefined;
  let fewest = Infinity;
  for (const name of known) {
    const candidate = plain(name);
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, name.length) / 3));
    // Each letter too many is an edit, so most names are ruled out by their length.
    if (Math.abs(candidate.length - wanted.length) > Math.min(allowed, fewest)) continue;
    const edits = editDistance(wanted, candidate);
    if (edits < fewest && edits <= allowed) {
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

function editDistance(first: string, second: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: second.length + 1 }, (_, column) => column);
  for (let row = 1; row <= first.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= second.length; column += 1) {
      const same = first[row - 1] === second[column - 1];
      let edits = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && first[row - 1] === second[column - 2] && first[row - 2] === second[column - 1];
      if (swapped) edits = Math.min(edits, (beforePrevious[column - 2] ?? 0) + 1);
      current.push(edits);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[second.length] ?? 0;
}
