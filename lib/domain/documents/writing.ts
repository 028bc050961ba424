import type { Worksheet } from '#lib/domain/worksheets/all-sections.ts';
import type { Derived } from '#lib/domain/worksheets/derivation.ts';
import { stages, type Field, type LeafField, type Stage } from '#lib/domain/worksheets/definition.ts';
import { answerAt, fieldAtPath, parentPath, stateAt } from '#lib/domain/worksheets/paths.ts';
import { fieldApplies } from '#lib/domain/worksheets/walk.ts';
import type { Block, DocumentProfile, Inline } from './document.ts';
import { answerRuns } from './shown-answer.ts';

/** What every part of the document is written from. */
export interface Writing {
  readonly worksheet: Worksheet;
  readonly profile: DocumentProfile;
  /** Needed answers of later stages are not missed yet. */
  readonly stage: Stage;
  /** What follows from the answers, computed once. */
  readonly derived: readonly Derived[];
  /** Paths whose answers stand in a sentence already. */
  readonly used: ReadonlySet<string>;
}

/** Sentences that say several answers at once. What they say is not said again in the list of answers. */
export interface Written {
  readonly blocks: readonly Block[];
  readonly used: readonly string[];
}

export interface Passage {
  /** The field before which the passage stands. */
  readonly at: string;
  /** Nothing where the answers do not make a sentence yet: they are then listed one by one. */
  readonly write: (writing: Writing) => Written | undefined;
}

/** Whether the document has a place for a field: answered, an open question, not readable, or needed and blank. */
export function isShown(writing: Writing, path: string, field: Field, from: Stage): boolean {
  if (writing.used.has(path) || !fieldApplies(writing.worksheet, path, field)) return false;
  const state = stateAt(writing.worksheet, path);
  if (state === 'blank') return isMissed(writing, field, from);
  if (state === 'not-applicable') return false;
  return writing.profile === 'full' || field.tier === 'core' || state !== 'answered';
}

/** Whether a blank answer is said to be missing: it is needed, and by now. */
export function isMissed(writing: Writing, field: Field, from: Stage): boolean {
  return field.needed && stages.indexOf(field.stage ?? from) <= stages.indexOf(writing.stage);
}

/** The value of an answered field, ready to be set into a sentence; undefined in every other state. */
export function said(writing: Writing, path: string): readonly Inline[] | undefined {
  const field = fieldAtPath(path);
  if (field === undefined || field.kind === 'list' || field.kind === 'group') return undefined;
  if (!isAsked(writing, path)) return undefined;
  const answer = answerAt(writing.worksheet, path);
  return answer?.state === 'answered' ? answerRuns(writing.worksheet, { path, field, answer }) : undefined;
}

/** Whether a field is asked, and so is everything around it: what stands in a group that does not apply is not said. */
export function isAsked(writing: Writing, path: string): boolean {
  const field = fieldAtPath(path);
  if (field !== undefined && !fieldApplies(writing.worksheet, path, field)) return false;
  return path === '' || isAsked(writing, parentPath(path));
}

/** What a passage used of a group, and the group itself where nothing of it is left to list. */
export function usedOfGroup(writing: Writing, path: string, stage: Stage, used: readonly string[]): readonly string[] {
  const group = fieldAtPath(path);
  if (group?.kind !== 'group') return used;
  const rest: Writing = { ...writing, used: new Set(used) };
  const isLeft = Object.entries(group.fields).some(([key, field]) => isShown(rest, `${path}.${key}`, field, stage));
  return isLeft ? used : [...used, path];
}

export function isLeaf(field: Field): field is LeafField {
  return field.kind !== 'list' && field.kind !== 'group';
}
