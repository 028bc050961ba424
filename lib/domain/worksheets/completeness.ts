import type { Worksheet } from './all-sections.ts';
import { stages, type Field, type GroupField, type Stage } from './definition.ts';
import { answerAt, stateAt } from './paths.ts';
import { fieldApplies, walk } from './walk.ts';

/** Words before meters: '41 of 52 answered, 6 open'. */
export interface Count {
  readonly answered: number;
  /** Fields that the stage needs and that apply. */
  readonly needed: number;
  /** Not known yet. */
  readonly open: number;
  /** Paths of needed fields that are blank or could not be read. */
  readonly gaps: readonly string[];
}

export interface Completeness extends Count {
  readonly perSection: Readonly<Record<string, Count>>;
}

type Need = 'answered' | 'open' | 'gap' | 'not-counted';

interface Tally {
  answered: number;
  needed: number;
  open: number;
  gaps: string[];
}

/** What a stage needs, earlier stages included. This is the complete schema: a worksheet fits it when no gap is left. */
export function completeness(worksheet: Worksheet, stage: Stage): Completeness {
  const until = stages.indexOf(stage);
  const total = emptyTally();
  const perSection: Record<string, Tally> = {};
  walk(worksheet, ({ path, field, section, stage: from, applies }) => {
    const tally = (perSection[section.key] ??= emptyTally());
    if (!applies) return 'skip';
    if (!field.needed || stages.indexOf(from) > until) return 'descend';
    const need = needAt(worksheet, path, field);
    for (const counted of [total, tally]) count(counted, need, path);
    // A needed group counts as one, by its needed members.
    return field.kind === 'group' ? 'skip' : 'descend';
  });
  return { ...total, perSection };
}

function emptyTally(): Tally {
  return { answered: 0, needed: 0, open: 0, gaps: [] };
}

function count(tally: Tally, need: Need, path: string): void {
  if (need === 'not-counted') return;
  tally.needed += 1;
  if (need === 'answered') tally.answered += 1;
  else if (need === 'open') tally.open += 1;
  else tally.gaps.push(path);
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
