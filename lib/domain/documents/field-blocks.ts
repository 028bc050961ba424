import { blank } from '#lib/domain/worksheets/answers.ts';
import {
  isQuantity,
  type Field,
  type Fields,
  type LeafField,
  type ListField,
  type Stage,
} from '#lib/domain/worksheets/definition.ts';
import { answerAt, itemIdsAt } from '#lib/domain/worksheets/paths.ts';
import type { Block, DefinitionRow, Inline, ListBlock } from './document.ts';
import { isTabular, itemTables, type ListPlace } from './item-tables.ts';
import { paragraph, runs, strong, text } from './runs.ts';
import { answerBlocks, answerRuns, itemName, noAnswerRuns } from './shown-answer.ts';
import { isLeaf, isShown, type Writing } from './writing.ts';

/** Fields under one address. */
export interface Place {
  readonly fields: Fields;
  readonly path: string;
  readonly stage: Stage;
}

/**
 * The answers of a place one by one, in the order of the definition: short ones as rows, lists whose values compare as
 * tables, with what a table has no column for below it.
 */
export function fieldBlocks(writing: Writing, place: Place, keys: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let rows: DefinitionRow[] = [];
  for (const key of keys) {
    const field = place.fields[key];
    const path = `${place.path}.${key}`;
    if (field === undefined || !isShown(writing, path, field, place.stage)) continue;
    const list = field.kind === 'list' ? { field, path, stage: field.stage ?? place.stage } : undefined;
    if (list !== undefined && isTabular(writing, list)) {
      if (rows.length > 0) blocks.push({ kind: 'definitions', rows });
      rows = [];
      const { tables, rest } = itemTables(writing, list);
      blocks.push(...tables, ...itemDetails(writing, list, rest));
    } else {
      rows.push({ path, label: rowLabel(field), content: rowContent(writing, field, path, place.stage) });
    }
  }
  if (rows.length > 0) blocks.push({ kind: 'definitions', rows });
  return blocks;
}

/** Questions that are answered with yes or no read as questions. */
function rowLabel(field: Field): string {
  return field.kind === 'yes-no' && /^(?:Are|Can|Do|Does|Has|Is|May|Was)\b/.test(field.label)
    ? `${field.label}?`
    : field.label;
}

function rowContent(writing: Writing, field: Field, path: string, stage: Stage): readonly Block[] {
  const { worksheet } = writing;
  if (isLeaf(field)) return answerBlocks(worksheet, { path, field, answer: answerOf(writing, path) });
  const whole = worksheet.states.get(path);
  if (whole !== undefined) return [paragraph(noAnswerRuns(path, whole), path)];
  if (field.kind === 'group') {
    const place = { fields: field.fields, path, stage: field.stage ?? stage };
    return [{ kind: 'list', ordered: false, items: pairs(writing, place, Object.keys(field.fields)) }];
  }
  if (itemIdsAt(worksheet, path).length === 0) return [paragraph(noAnswerRuns(path, blank), path)];
  return [listBlock(writing, field, path, stage)];
}

function answerOf(writing: Writing, path: string) {
  return answerAt(writing.worksheet, path) ?? blank;
}

/** 'Label: answer', for members of groups and for what hangs below an item of a list. */
function pairs(writing: Writing, place: Place, keys: readonly string[]): ListBlock['items'] {
  return keys.flatMap((key) => {
    const field = place.fields[key];
    const path = `${place.path}.${key}`;
    if (field === undefined || !isShown(writing, path, field, place.stage)) return [];
    const content = isInLine(writing, field, path)
      ? [
          paragraph(
            runs(`${field.label}: `, answerRuns(writing.worksheet, { path, field, answer: answerOf(writing, path) })),
            path,
          ),
        ]
      : [paragraph([text(`${field.label}:`)], path), ...rowContent(writing, field, path, place.stage)];
    return [{ path, content }];
  });
}

/** A line has no room for an image: a long text with one stands below its label. */
function isInLine(writing: Writing, field: Field, path: string): field is LeafField {
  if (!isLeaf(field)) return false;
  const answer = answerOf(writing, path);
  return field.kind !== 'markdown' || !answerBlocks(writing.worksheet, { path, field, answer }).some(holdsImage);
}

function holdsImage(block: Block): boolean {
  if (block.kind === 'list') return block.items.some((item) => item.content.some(holdsImage));
  return block.kind === 'image' || (block.kind === 'quote' && block.content.some(holdsImage));
}

/** Each item a point: its name, then its other answers, in the line if they are few and short, else below. */
function listBlock(writing: Writing, field: ListField, path: string, stage: Stage): ListBlock {
  const items = itemIdsAt(writing.worksheet, path).map((id) => {
    const place = { fields: field.fields, path: `${path}.${id}`, stage: field.stage ?? stage };
    const others = pairs(
      writing,
      place,
      Object.keys(field.fields).filter((key) => key !== field.nameField),
    );
    const name = nameRuns(writing, field, path, id);
    const [only] = others;
    const inLine = others.length === 1 && only?.content.length === 1 ? only.path : undefined;
    if (inLine === undefined) {
      const below: Block[] = others.length === 0 ? [] : [{ kind: 'list', ordered: false, items: others }];
      return { path: place.path, content: [paragraph(name, place.path), ...below] };
    }
    const member = field.fields[inLine.slice(place.path.length + 1)];
    const value =
      member !== undefined && isLeaf(member)
        ? answerRuns(writing.worksheet, { path: inLine, field: member, answer: answerOf(writing, inLine) })
        : [];
    return {
      path: place.path,
      content: [paragraph(runs(name, isQuantityField(member) ? ': ' : ' – ', value), place.path)],
    };
  });
  return { kind: 'list', path, ordered: field.ordered, items };
}

function isQuantityField(field: Field | undefined): boolean {
  return field !== undefined && isQuantity(field);
}

function nameRuns(writing: Writing, field: ListField, path: string, id: string): readonly Inline[] {
  const nameField = field.fields[field.nameField];
  const namePath = `${path}.${id}.${field.nameField}`;
  if (nameField === undefined || !isLeaf(nameField)) return [text(id)];
  return answerRuns(writing.worksheet, { path: namePath, field: nameField, answer: answerOf(writing, namePath) });
}

/** What no table has a column for: under the name of each item, or, where it is one question, by name. */
function itemDetails(writing: Writing, list: ListPlace, keys: readonly string[]): Block[] {
  const { field, path, stage } = list;
  const details = itemIdsAt(writing.worksheet, path).map((id) => {
    const asked = keys.filter((key) => {
      const member = field.fields[key];
      return member !== undefined && isShown(writing, `${path}.${id}.${key}`, member, stage);
    });
    const name = itemName(writing.worksheet, path, id) ?? `${field.itemNoun} ${id}`;
    return { name, asked, place: { fields: field.fields, path: `${path}.${id}`, stage } };
  });
  const [only, ...others] = new Set(details.flatMap(({ asked }) => asked));
  const question = only === undefined || others.length > 0 ? undefined : field.fields[only];
  if (only === undefined || question === undefined || details.length < 2) {
    return details.flatMap(({ name, asked, place }) =>
      asked.length === 0 ? [] : [subheading(name, place.path), ...fieldBlocks(writing, place, asked)],
    );
  }
  const rows = details
    .filter(({ asked }) => asked.length > 0)
    .map(({ name, place: { path: item } }) => ({
      path: `${item}.${only}`,
      label: name,
      content: rowContent(writing, question, `${item}.${only}`, stage),
    }));
  return [subheading(question.label, path), { kind: 'definitions', rows }];
}

function subheading(words: string, path: string): Block {
  return { kind: 'heading', depth: 2, path, content: [text(words)] };
}

/** One line for everything that was said not to apply, with the reasons. */
export function notApplicableBlocks(lines: readonly { path: string; label: string; reason: string }[]): Block[] {
  if (lines.length === 0) return [];
  const items = lines.map(({ path, label, reason }) => ({
    path,
    content: [paragraph(runs(strong(text(label)), ` – ${reason}`), path)],
  }));
  return [
    { kind: 'definitions', rows: [{ label: 'Does not apply', content: [{ kind: 'list', ordered: false, items }] }] },
  ];
}
