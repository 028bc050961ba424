import { sections, type Worksheet } from './all-sections.ts';
import { comparable, holds, memberOf, type Condition } from './conditions.ts';
import type { Field, Fields, Section, Stage } from './definition.ts';
import { answerAt, itemsOf, parentPath, worksheetValueAt } from './paths.ts';

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

/** Whether a condition holds for a field with these answers beside it. */
function conditionHolds(worksheet: Worksheet, condition: Condition | undefined, siblings: unknown): boolean {
  if (condition === undefined) return true;
  return holds(condition, (target) =>
    comparable(target.startsWith('./') ? memberOf(siblings, target.slice(2)) : answerAt(worksheet, target)),
  );
}

export function sectionApplies(worksheet: Worksheet, section: Section): boolean {
  return conditionHolds(worksheet, section.appliesWhen, memberOf(worksheet, section.key));
}

/** Whether the field itself is asked, by the answers beside it; see `walk` for fields inside something that is not. */
export function fieldIsAsked(worksheet: Worksheet, field: Field, siblings: unknown): boolean {
  return conditionHolds(worksheet, field.appliesWhen, siblings);
}

/** The same, where only its path is at hand. */
export function fieldApplies(worksheet: Worksheet, path: string, field: Field): boolean {
  return (
    field.appliesWhen === undefined || fieldIsAsked(worksheet, field, worksheetValueAt(worksheet, parentPath(path)))
  );
}

/**
 * Visits every field of every section, or of these, in the order of the definition; lists and groups before what they
 * hold, which is left out when the visitor says 'skip'.
 */
export function walk(
  worksheet: Worksheet,
  visit: (entry: Entry) => 'descend' | 'skip',
  among: readonly Section[] = sections,
): void {
  for (const section of among) {
    const { key, fields, stage } = section;
    const answers = memberOf(worksheet, key);
    walkFields(fields, answers, {
      section,
      path: key,
      stage,
      applies: sectionApplies(worksheet, section),
      inItem: false,
    });
  }

  function walkFields(fields: Fields, answers: unknown, around: Omit<Entry, 'field'>): void {
    for (const [key, field] of Object.entries(fields)) {
      const path = `${around.path}.${key}`;
      const applies = around.applies && fieldIsAsked(worksheet, field, answers);
      const entry = { ...around, path, field, stage: field.stage ?? around.stage, applies };
      if (visit(entry) === 'skip') continue;
      if (field.kind === 'group') walkFields(field.fields, memberOf(answers, key), entry);
      if (field.kind !== 'list') continue;
      for (const item of itemsOf(memberOf(answers, key))) {
        walkFields(field.fields, item, { ...entry, path: `${path}.${item.id}`, inItem: true });
      }
    }
  }
}
