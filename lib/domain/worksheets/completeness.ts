import type { Worksheet } from './all-sections.ts';
import { stages, type Field, type GroupField, type Stage } from './definition.ts';
import { answerAt, stateAt } from './paths.ts';
import { fieldApplies, walk } from './walk.ts';

/**
 * Words before meters: '41 of 52 answered, 6 open'. What is counted are the questions of a section: a list is one of
 * them, however many items it has, and so is a group. Adding a row to a table never makes a worksheet less complete
 * than it was by more than that table.
 */
export interface Count {
  /** Questions with nothing left to say. */
  readonly answered: number;
  /** Questions that the stage needs and that apply. */
  readonly needed: number;
  /** Needed fields that are not known yet. */
  readonly open: number;
  /** Paths of needed fields that are blank or could not be read. */
  readonly gaps: readonly string[];
}

export interface Completeness extends Count {
  readonly perSection: Readonly<Record<string, Count>>;
}

type Need = 'answered' | 'open' | 'gap' | 'not-counted';

/** What a stage needs, earlier stages included. This is the complete schema: a worksheet fits it when no gap is left. */
export function completeness(worksheet: Worksheet, stage: Stage): Completeness {
  const until = stages.indexOf(stage);
  const found: Record<string, Record<string, { path: string; need: Need }[]>> = {};
  walk(worksheet, ({ path, field, section, stage: from, applies }) => {
    const questions = (found[section.key] ??= {});
    if (!applies) return 'skip';
    if (!field.needed || stages.indexOf(from) > until) return 'descend';
    (questions[questionOf(path)] ??= []).push({ path, need: needAt(worksheet, path, field) });
    // A needed group is judged by its needed members.
    return field.kind === 'group' ? 'skip' : 'descend';
  });
  const perSection = Object.fromEntries(
    Object.entries(found).map(([section, questions]) => [section, countOf(Object.values(questions))]),
  );
  const counts = Object.values(perSection);
  const sum = (of: (count: Count) => number) => counts.reduce((total, count) => total + of(count), 0);
  return {
    answered: sum((count) => count.answered),
    needed: sum((count) => count.needed),
    open: sum((count) => count.open),
    gaps: counts.flatMap((count) => count.gaps),
    perSection,
  };
}

/** The field of the section that a path lies in: itself, or the list or group around it. */
function questionOf(path: string): string {
  return path.split('.').slice(0, 2).join('.');
}

function countOf(questions: readonly (readonly { path: string; need: Need }[])[]): Count {
  const counted = questions
    .map((fields) => fields.filter(({ need }) => need !== 'not-counted'))
    .filter((fields) => fields.length > 0);
  const fields = counted.flat();
  return {
    answered: counted.filter((question) => question.every(({ need }) => need === 'answered')).length,
    needed: counted.length,
    open: fields.filter(({ need }) => need === 'open').length,
    gaps: fields.filter(({ need }) => need === 'gap').map(({ path }) => path),
  };
}

function needAt(worksheet: Worksheet, path: string, field: Field): Need {
  const whole = worksheet.states.get(path)?.state;
  if (field.kind === 'group' && whole === undefined) return groupNeed(worksheet, path, field);
  switch (whole ?? stateAt(worksheet, path)) {
    case 'answered':
      return isTooShort(worksheet, path, field) ? 'gap' : 'answered';
    case 'unknown':
      return 'open';
    case 'not-applicable':
      return 'not-counted';
    case 'blank':
    case 'unreadable':
      return 'gap';
  }
}

function groupNeed(worksheet: Worksheet, path: string, group: GroupField): Need {
  const needs = Object.entries(group.fields)
    .filter(([key, field]) => field.needed && fieldApplies(worksheet, `${path}.${key}`, field))
    .map(([key, field]) => needAt(worksheet, `${path}.${key}`, field));
  return (['gap', 'open', 'answered'] as const).find((need) => needs.includes(need)) ?? 'not-counted';
}

/** A draft may hold the first letters of a name; a review may not. */
function isTooShort(worksheet: Worksheet, path: string, field: Field): boolean {
  if (field.kind !== 'text') return false;
  const answer = answerAt(worksheet, path);
  return answer?.state === 'answered' && answer.typed.trim().length < field.minLength;
}
