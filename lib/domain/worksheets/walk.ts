import { sections, type Worksheet } from './all-sections.ts';
import { holds, type Condition } from './conditions.ts';
import type { Field, Fields, Section, Stage } from './definition.ts';
import { answerAt, itemIdsAt, parentPath } from './paths.ts';

/** One field of a worksheet at its place: fields of list items come once for each item. */
export interface Entry {
  readonly path: string;
  readonly field: Field;
  readonly section: Section;
  /** The stage from which on it is needed, if it is. */
  readonly stage: Stage;
  /** True where the answers so far make it matter. A field in something that does not apply does not either. */
  readonly applies: boolean;
  /** True inside an item of a list. */
  readonly inItem: boolean;
}

/** The values that conditions compare with. './key' is a sibling of the field at `path`. */
function valuesFor(worksheet: Worksheet, path: string): (target: string) => readonly (string | boolean)[] {
  return (target) => {
    const absolute = target.startsWith('./') ? `${parentPath(path)}.${target.slice(2)}` : target;
    const answer = answerAt(worksheet, absolute);
    if (answer?.state !== 'answered') return [];
    if (typeof answer.value === 'string' || typeof answer.value === 'boolean') return [answer.value];
    return Array.isArray(answer.value) ? answer.value.filter((value) => typeof value === 'string') : [];
  };
}

function conditionHolds(worksheet: Worksheet, path: string, condition: Condition | undefined): boolean {
  return condition === undefined || holds(condition, valuesFor(worksheet, path));
}

export function sectionApplies(worksheet: Worksheet, section: Section): boolean {
  return conditionHolds(worksheet, section.key, section.appliesWhen);
}

/** Whether the field itself is asked; see `walk` for fields inside something that is not. */
export function fieldApplies(worksheet: Worksheet, path: string, field: Field): boolean {
  return conditionHolds(worksheet, path, field.appliesWhen);
}

/**
 * Visits every field of every section in the order of the definition; lists and groups before what they hold, which is
 * left out when the visitor says 'skip'.
 */
export function walk(worksheet: Worksheet, visit: (entry: Entry) => 'descend' | 'skip'): void {
  for (const section of sections) {
    walkFields(section.fields, section.key, section.stage, sectionApplies(worksheet, section), false, section);
  }

  function walkFields(
    fields: Fields,
    at: string,
    stage: Stage,
    within: boolean,
    inItem: boolean,
    section: Section,
  ): void {
    for (const [key, field] of Object.entries(fields)) {
      const path = `${at}.${key}`;
      const own = field.stage ?? stage;
      const applies = within && fieldApplies(worksheet, path, field);
      if (visit({ path, field, section, stage: own, applies, inItem }) === 'skip') continue;
      if (field.kind === 'group') walkFields(field.fields, path, own, applies, inItem, section);
      if (field.kind !== 'list') continue;
      for (const id of itemIdsAt(worksheet, path)) {
        walkFields(field.fields, `${path}.${id}`, own, applies, true, section);
      }
    }
  }
}
