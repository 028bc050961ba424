import { expect, test } from 'vitest';
import { linkedValues } from '#test/derived-values.ts';
import { paths } from '#lib/paths.ts';
import { computeFromTexts } from './compute-from-texts.ts';
import { textsOfAddress } from './first-texts.ts';
import { shownResult } from './results-in-words.ts';
import { viewOf } from './views.ts';

test.each(linkedValues)('a page that is opened from a derived value shows it: $from', (linked) => {
  const { id, input } = linked.calculator;
  const { searchParams } = new URL(paths.calculator({ calculator: id, input }), 'http://localhost');
  const outcome = computeFromTexts(id, textsOfAddress(id, Object.fromEntries(searchParams)));
  const result = viewOf(id)?.results.find(({ key }) => key === linked.output);
  if (!outcome.ok || result === undefined) throw new Error('The page has no such result');
  expect(outcome.rows).toContainEqual({ label: result.label, shown: shownResult(linked.value, result.kind) });
});
