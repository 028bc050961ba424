import { isJsonArray, type Json } from '#lib/domain/json.ts';
import type { Field } from '#lib/domain/worksheets/definition.ts';
import { boxText, draftAnswer } from './answer-state.ts';

/** A value in a few words, where there is no room or no way to edit it; empty for a blank. */
export function cellWords(field: Field, value: Json | undefined): string {
  const answer = draftAnswer(value);
  if (answer.state === 'unknown') return 'Not known yet';
  if (answer.state === 'not-applicable') return 'Does not apply';
  if (answer.state !== 'answered') return boxText(value);
  switch (field.kind) {
    case 'list':
      return isJsonArray(answer.value) ? counted(answer.value.length, field.itemNoun) : '';
    case 'group':
      return 'answered';
    case 'choice':
      return typeof answer.value === 'string' ? (field.options[answer.value] ?? answer.value) : '';
    case 'choices':
      return isJsonArray(answer.value)
        ? answer.value.map((key) => (typeof key === 'string' ? (field.options[key] ?? key) : '')).join(', ')
        : '';
    case 'yes-no':
      return answer.value === true ? 'Yes' : 'No';
    default:
      return boxText(value);
  }
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} × ${noun}`;
}
