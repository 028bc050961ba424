import { isJsonArray, type Json } from '#lib/domain/json.ts';
import { draftAnswer } from '#components/forms/answer-state.ts';
import { holds } from '#lib/domain/worksheets/conditions.ts';
import type { Field, Fields } from '#lib/domain/worksheets/definition.ts';
import { parentPath } from '#lib/domain/worksheets/draft-path.ts';

type ValueAt = (path: string) => Json | undefined;

/** Whether the answers so far make a field matter, told from the draft while someone types. */
function appliesNow(field: Pick<Field, 'appliesWhen'>, path: string, valueAt: ValueAt): boolean {
  if (field.appliesWhen === undefined) return true;
  return holds(field.appliesWhen, (target) => {
    const absolute = target.startsWith('./') ? `${parentPath(path)}.${target.slice(2)}` : target;
    return plainValues(valueAt(absolute));
  });
}

function plainValues(json: Json | undefined): readonly (string | boolean)[] {
  const answer = draftAnswer(json);
  if (answer.state !== 'answered') return [];
  if (typeof answer.value === 'string' || typeof answer.value === 'boolean') return [answer.value];
  return isJsonArray(answer.value) ? answer.value.filter((value) => typeof value === 'string') : [];
}

/** The keys of the fields that are asked now. */
export function keysThatApply(fields: Fields, at: string, valueAt: ValueAt): readonly string[] {
  return Object.entries(fields)
    .filter(([key, field]) => appliesNow(field, `${at}.${key}`, valueAt))
    .map(([key]) => key);
}
