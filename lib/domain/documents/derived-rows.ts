import type { Derived } from '#lib/domain/worksheets/derivation.ts';
import type { DefinitionRow } from './document.ts';
import { paragraph, runs } from './runs.ts';
import { quantityValue } from './shown-answer.ts';
import { isAsked, type Writing } from './writing.ts';

/** What follows from the answers of some fields of a section, each with its formula and the numbers in it. */
export function derivedRows(
  writing: Writing,
  all: readonly Derived[],
  section: string,
  keys: readonly string[],
): DefinitionRow[] {
  const paths = new Set(keys.map((key) => `${section}.${key}`));
  return all.flatMap((derived) => {
    const [home] = derived.beside;
    return home !== undefined && paths.has(home) && isAsked(writing, home) ? derivedRow(derived, home) : [];
  });
}

function derivedRow({ id, label, formula, result }: Derived, path: string): DefinitionRow[] {
  if (result.state !== 'value' || saysNothingNew(id, result)) return [];
  const guess = result.leansOnGuess ? '. It leans on a guess' : '';
  return [
    {
      path,
      label,
      content: [
        paragraph([quantityValue(path, result.shown, 'derived')], path),
        { kind: 'note', content: runs(`${formula} = ${result.working}${guess}.`) },
      ],
    },
  ];
}

/** Sums that have to be 1, and say nothing when they are. */
const wholes: ReadonlySet<string> = new Set(['class-share-sum', 'weight-sum']);

/** It repeats an answer, or parts add up as they have to. */
function saysNothingNew(
  id: string,
  { shown, working, value }: { shown: string; working: string; value: number },
): boolean {
  return shown === working || (wholes.has(id) && value === 1);
}
