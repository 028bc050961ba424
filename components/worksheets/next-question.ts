import { FORMAT } from '#lib/domain/worksheets/draft.ts';
import { nextGap } from '#lib/domain/worksheets/next-gap.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { stageReached } from '#lib/domain/worksheets/stage-reached.ts';
import type { WorksheetParts } from './worksheet-context.ts';

/**
 * The next question without an answer behind the cursor, told from what has been typed by now and not from the checks,
 * which are a moment behind: a choice may just have brought up another question. Null when nothing is missing.
 */
export function nextQuestion({ store, current }: WorksheetParts): string | null {
  const worksheet = readWorksheet({ ...store.rest, format: FORMAT, title: '', sections: store.sections });
  return nextGap(worksheet, worksheet.stage ?? stageReached(store.sections), placeOfCursor() ?? current.path ?? '');
}

/** Where keys go on from: the field with the cursor, else the page; null in the panel, which is about a field. */
function placeOfCursor(): string | null {
  const active = document.activeElement;
  const field = active?.closest<HTMLElement>('[data-field]');
  if (field) return field.dataset['field'] ?? null;
  return active?.closest('#panel') ? null : (document.querySelector('#main h1')?.id ?? null);
}
