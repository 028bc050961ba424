import { sectionByKey } from '#lib/domain/worksheets/all-sections.ts';
import { blank } from '#lib/domain/worksheets/answers.ts';
import { isQuantity, type Field, type ListField, type Stage } from '#lib/domain/worksheets/definition.ts';
import { answerAt, itemIdsAt } from '#lib/domain/worksheets/paths.ts';
import { fieldApplies } from '#lib/domain/worksheets/walk.ts';
import type { Inline, TableBlock, TableColumn } from './document.ts';
import { text } from './runs.ts';
import { answerRuns } from './shown-answer.ts';
import { isLeaf, isMissed, isShown, type Writing } from './writing.ts';

/** A list at its place. */
export interface ListPlace {
  readonly field: ListField;
  readonly path: string;
  readonly stage: Stage;
}

const FEWEST_COLUMNS = 3;
/** Beside the name of the item. */
const MOST_COLUMNS = 6;
/** A sentence is read, not compared. */
const LONGEST_CELL = 60;

/** Values compare when each item has several. */
export function isTabular(writing: Writing, list: ListPlace): boolean {
  return itemIdsAt(writing.worksheet, list.path).length > 0 && summaryColumns(writing, list).length >= FEWEST_COLUMNS;
}

/**
 * Tables of a list: its summary, then one for each group of the other answers, so that items can be compared in every
 * respect. `rest` are the keys that have no column: long texts, lists within items.
 */
export function itemTables(writing: Writing, list: ListPlace): { tables: TableBlock[]; rest: readonly string[] } {
  const summary = summaryColumns(writing, list);
  const others = Object.keys(list.field.fields).filter((key) => !summary.includes(key));
  const first = itemTable(writing, list, summary, itemIdsAt(writing.worksheet, list.path), captionOf(list));
  if (writing.profile === 'executive') return { tables: [first], rest: [] };
  const ids = itemIdsAt(writing.worksheet, list.path);
  const compared = ids.length < 2 ? [] : others.filter((key) => isComparable(writing, list, key, ids));
  const tables = groupsOf(list.field, compared).map(({ title, keys }) => {
    const answering = ids.filter((id) => keys.some((key) => showsField(writing, list, key, id)));
    return itemTable(writing, list, [list.field.nameField, ...keys], answering, title);
  });
  return { tables: [first, ...tables], rest: others.filter((key) => !compared.includes(key)) };
}

/** Summary columns in which at least one item has something to show; the name always. */
function summaryColumns(writing: Writing, { field, path }: ListPlace): readonly string[] {
  const ids = itemIdsAt(writing.worksheet, path);
  return field.summary.filter((key) => {
    const member = field.fields[key];
    if (member === undefined || !isLeaf(member)) return false;
    return key === field.nameField || ids.some((id) => answerOf(writing, `${path}.${id}.${key}`).state !== 'blank');
  });
}

function isComparable(writing: Writing, list: ListPlace, key: string, ids: readonly string[]): boolean {
  const member = list.field.fields[key];
  if (member === undefined || !isLeaf(member) || member.kind === 'markdown' || member.kind === 'link') return false;
  const answers = ids.map((id) => answerOf(writing, `${list.path}.${id}.${key}`));
  const isShort = answers.every((answer) => answer.state !== 'answered' || answer.typed.length <= LONGEST_CELL);
  return isShort && ids.some((id) => showsField(writing, list, key, id));
}

function showsField(writing: Writing, { field, path, stage }: ListPlace, key: string, id: string): boolean {
  const member = field.fields[key];
  return member !== undefined && isShown(writing, `${path}.${id}.${key}`, member, stage);
}

/** Neighbouring fields under one heading, as many as a page is wide. */
function groupsOf({ fields }: ListField, keys: readonly string[]): { title: string | undefined; keys: string[] }[] {
  const groups: { title: string | undefined; keys: string[] }[] = [];
  for (const key of keys) {
    const title = fields[key]?.group;
    const last = groups.at(-1);
    if (last !== undefined && last.title === title && last.keys.length < MOST_COLUMNS) last.keys.push(key);
    else groups.push({ title, keys: [key] });
  }
  return groups;
}

function itemTable(
  writing: Writing,
  { field, path, stage }: ListPlace,
  columns: readonly string[],
  ids: readonly string[],
  caption: string | undefined,
): TableBlock {
  const labelled = columns.map((key): TableColumn => {
    const member = field.fields[key];
    const align = member !== undefined && isQuantity(member) ? 'end' : 'start';
    return { label: [text(member?.label ?? key)], align };
  });
  const rows = ids.map((id) => ({
    path: `${path}.${id}`,
    cells: columns.map((key) => cell(writing, `${path}.${id}.${key}`, field.fields[key], stage)),
  }));
  return { kind: 'table', path, ...(caption === undefined ? {} : { caption }), columns: labelled, rows };
}

/** The only list of a section has its name already. */
function captionOf({ field, path }: ListPlace): string | undefined {
  return field.label === sectionByKey(path.split('.')[0] ?? '')?.title ? undefined : field.label;
}

/** One answer as a cell; a dash where there is none and none is missed. */
export function cell(writing: Writing, path: string, field: Field | undefined, stage: Stage): readonly Inline[] {
  const answer = answerOf(writing, path);
  if (field === undefined || !isLeaf(field) || !fieldApplies(writing.worksheet, path, field)) return [text('–')];
  const isAbsent = answer.state === 'not-applicable' || (answer.state === 'blank' && !isMissed(writing, field, stage));
  return isAbsent ? [text('–')] : answerRuns(writing.worksheet, { path, field, answer });
}

function answerOf(writing: Writing, path: string) {
  return answerAt(writing.worksheet, path) ?? blank;
}
