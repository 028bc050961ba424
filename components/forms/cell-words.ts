import { isJsonArray, type Json } from '#lib/domain/json.ts';
import type { Field, Options } from '#lib/domain/worksheets/definition.ts';
import { boxText, draftAnswer } from './answer-state.ts';

/** A value in a few words, where there is no room or no way to edit it; empty for a blank. */
export function cellWords(field: Field, value: Json | undefined): string {
  const answer = draftAnswer(value);
  if (answer.state === 'unknown') return 'Not known yet';
  if (answer.state === 'not-applicable') return 'Does not apply';
  if (answer.state !== 'answered') return boxText(value);
  const { value: said } = answer;
  if (field.kind === 'group') return 'answered';
  if (field.kind === 'yes-no') return said === true ? 'Yes' : 'No';
  if (field.kind === 'list') return isJsonArray(said) ? counted(said.length, field.itemNoun) : '';
  if (field.kind === 'choice') return wordFor(field.options, said);
  if (field.kind === 'choices')
    return isJsonArray(said) ? said.map((key) => wordFor(field.options, key)).join(', ') : '';
  return boxText(value);
}

function wordFor(options: Options, key: Json): string {
  return typeof key === 'string' ? (options[key] ?? key) : '';
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} × ${noun}`;
}
