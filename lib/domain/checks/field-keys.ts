import { sections } from '../worksheets/all-sections.ts';
import type { Field, Fields } from '../worksheets/definition.ts';

/** Paths of the definition, by what stands there: for rules that look at every field of a kind. */

export interface FieldKey {
  readonly key: string;
  readonly field: Field;
}

function keysBelow(fields: Fields, at: string): FieldKey[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const key = `${at}.${name}`;
    const below = field.kind === 'list' || field.kind === 'group' ? keysBelow(field.fields, key) : [];
    return [{ key, field }, ...below];
  });
}

const all: readonly FieldKey[] = sections.flatMap(({ key, fields }) => keysBelow(fields, key));

export const referenceFields: readonly string[] = keysOfKind('reference');
export const personFields: readonly string[] = keysOfKind('person');

/** Text that a review needs. */
export const neededTextFields: readonly string[] = all
  .filter(
    ({ field }) => field.needed && (field.kind === 'text' || field.kind === 'markdown' || field.kind === 'person'),
  )
  .map(({ key }) => key);

function keysOfKind(kind: Field['kind']): readonly string[] {
  return all.filter(({ field }) => field.kind === kind).map(({ key }) => key);
}
