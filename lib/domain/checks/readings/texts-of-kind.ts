import { sections, type Worksheet } from '../../worksheets/all-sections.ts';
import type { Answered } from '../../worksheets/answers.ts';
import { memberOf } from '../../worksheets/conditions.ts';
import type { Field, Fields, Section } from '../../worksheets/definition.ts';
import { isAnswer, itemsOf } from '../../worksheets/paths.ts';
import { fieldIsAsked, sectionApplies } from '../../worksheets/walk.ts';
import type { Read } from '../reader.ts';
import { waits, type Outcome } from '../rule.ts';

/** The fields that a rule about texts looks at, with the lists and groups around them. */
export interface Wanted {
  /** Their paths in the definition. */
  readonly keys: readonly string[];
  readonly sections: readonly { readonly section: Section; readonly branches: readonly Branch[] }[];
}

interface Branch {
  readonly key: string;
  readonly field: Field;
  /** What is wanted in a list or group. */
  readonly below: readonly Branch[];
}

/** Picked out of the definition once: a run of the checks then visits these fields and no others. */
export function wanted(isWanted: (field: Field) => boolean): Wanted {
  const picked = sections.map((section) => ({ section, branches: branchesOf(section.fields) }));
  return {
    keys: picked.flatMap(({ section, branches }) => keysBelow(branches, section.key)),
    sections: picked.filter(({ branches }) => branches.length > 0),
  };

  function branchesOf(fields: Fields): Branch[] {
    return Object.entries(fields).flatMap(([key, field]) => {
      const below = field.kind === 'list' || field.kind === 'group' ? branchesOf(field.fields) : [];
      return below.length > 0 || isWanted(field) ? [{ key, field, below }] : [];
    });
  }
}

function keysBelow(branches: readonly Branch[], at: string): string[] {
  return branches.flatMap(({ key, below }) => {
    const path = `${at}.${key}`;
    return below.length > 0 ? keysBelow(below, path) : [path];
  });
}

/** Judges the text of each wanted field that is asked and answered, in every item of a list; waits where none is. */
export function everyText(
  worksheet: Worksheet,
  { keys, sections: wantedSections }: Wanted,
  judge: (field: Read<string>, text: string, definition: Field) => Outcome,
): Outcome | Outcome[] {
  const outcomes: Outcome[] = [];
  for (const { section, branches } of wantedSections) {
    if (sectionApplies(worksheet, section)) visit(branches, memberOf(worksheet, section.key), section.key);
  }
  return outcomes.length > 0 ? outcomes : waits(...keys.slice(0, 1).map(topField).map(blankAt));

  function visit(branches: readonly Branch[], answers: unknown, at: string): void {
    for (const { key, field, below } of branches) {
      const path = `${at}.${key}`;
      const answer = memberOf(answers, key);
      if (!(below.length > 0 || isText(answer)) || !fieldIsAsked(worksheet, field, answers)) continue;
      if (field.kind === 'list') for (const item of itemsOf(answer)) visit(below, item, `${path}.${item.id}`);
      else if (field.kind === 'group') visit(below, answer, path);
      else if (isText(answer)) {
        outcomes.push(judge({ path, state: 'answered', value: answer.value, answer }, answer.value, field));
      }
    }
  }
}

/** The field of the section that a path lies in: the list, for a field of its items. */
function topField(path: string): string {
  return path.split('.').slice(0, 2).join('.');
}

function blankAt(path: string): Read {
  return { path, state: 'blank', value: undefined, answer: { state: 'blank' } };
}

function isText(answer: unknown): answer is Answered<string> {
  return isAnswer(answer) && answer.state === 'answered' && typeof answer.value === 'string';
}
