import type { Json, JsonObject } from '#lib/domain/json.ts';
import type { ReferenceField } from '#lib/domain/worksheets/definition.ts';
import { lastPart } from '#lib/domain/worksheets/draft-path.ts';
import { referenceTargets } from '#lib/domain/worksheets/reference-targets.ts';
import { boxText, draftAnswer } from './answer-state.ts';
import { listItems } from './list-items.ts';

export interface NamedChoice {
  readonly value: string;
  readonly label: string;
}

/** What a reference can mean: the items of its list by their names, and a single field where one is meant too. */
export function referenceChoices(
  { target }: ReferenceField,
  valueAt: (path: string) => Json | undefined,
): readonly NamedChoice[] {
  const { list, field }: { list: string; field?: string } = referenceTargets[target];
  const items = listItems(valueAt(list)).map(({ id, value }) => ({ value: id, label: firstWords(value) || id }));
  if (field === undefined || draftAnswer(valueAt(field)).state !== 'answered') return items;
  const value = lastPart(field);
  return [{ value, label: `The one ${value}` }, ...items];
}

function firstWords(item: JsonObject): string {
  return boxText(item['name']) || boxText(Object.entries(item).find(([key]) => key !== 'id')?.[1]);
}
