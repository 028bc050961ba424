import { sections, type Worksheet } from '../../worksheets/all-sections.ts';
import type { Answer } from '../../worksheets/answers.ts';
import type { Field, Fields } from '../../worksheets/definition.ts';
import { fieldApplies, sectionApplies } from '../../worksheets/walk.ts';
import type { Read } from '../reader.ts';
import { waits, type Outcome } from '../rule.ts';

/** Which fields a rule about texts looks at. */
export type Wanted = (field: Field) => boolean;

/** Judges the text of each wanted field that is asked and answered, in every item of a list; waits where none is. */
export function everyText(
  worksheet: Worksheet,
  wanted: Wanted,
  judge: (field: Read<string>, text: string, definition: Field) => Outcome,
): Outcome | Outcome[] {
  const outcomes: Outcome[] = [];
  for (const section of sections) {
    if (sectionApplies(worksheet, section)) visit(section.fields, Reflect.get(worksheet, section.key), section.key);
  }
  return outcomes.length > 0 ? outcomes : waits(...keysOf(wanted).slice(0, 1).map(topField).map(blankAt));

  function visit(fields: Fields, answers: unknown, at: string): void {
    if (typeof answers !== 'object' || answers === null) return;
    for (const [key, field] of Object.entries(fields)) {
      const path = `${at}.${key}`;
      const answer: unknown = Reflect.get(answers, key);
      const isContainer = field.kind === 'list' || field.kind === 'group';
      if (!(isContainer || (wanted(field) && isText(answer))) || !fieldApplies(worksheet, path, field)) continue;
      if (field.kind === 'list') for (const item of itemsOf(answer)) visit(field.fields, item, `${path}.${item.id}`);
      else if (field.kind === 'group') visit(field.fields, answer, path);
      else if (isText(answer)) {
        outcomes.push(judge({ path, state: 'answered', value: answer.value, answer }, answer.value, field));
      }
    }
  }
}

/** Paths of the definition that `everyText` looks at. */
export function keysOf(wanted: Wanted): readonly string[] {
  return sections.flatMap(({ key, fields }) => keysBelow(fields, key));

  function keysBelow(fields: Fields, at: string): string[] {
    return Object.entries(fields).flatMap(([name, field]) => {
      const path = `${at}.${name}`;
      if (field.kind === 'list' || field.kind === 'group') return keysBelow(field.fields, path);
      return wanted(field) ? [path] : [];
    });
  }
}

/** The field of the section that a path lies in: the list, for a field of its items. */
function topField(path: string): string {
  return path.split('.').slice(0, 2).join('.');
}

function blankAt(path: string): Read {
  return { path, state: 'blank', value: undefined, answer: { state: 'blank' } };
}

function itemsOf(list: unknown): readonly { readonly id: string }[] {
  return Array.isArray(list) ? list.filter(hasId) : [];
}

function hasId(item: unknown): item is { readonly id: string } {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string';
}

function isText(answer: unknown): answer is Extract<Answer<string>, { state: 'answered' }> {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'state' in answer &&
    answer.state === 'answered' &&
    'value' in answer &&
    typeof answer.value === 'string'
  );
}
