import { isJsonArray, isJsonObject, isWithinDepth, type Json, type JsonObject } from '#lib/domain/json.ts';
import { limits } from '#lib/domain/limits.ts';
import { canonicalJson, valueHash } from './hashes.ts';
import { fieldProblems, isReserved, itemProblems, type DraftContext, type DraftProblem } from './draft-schema.ts';
import { changeAt } from './draft-edit.ts';
import { mergeText } from './merge-text.ts';
import { draftValueAt, lastPart, parentPath, parsePath, type Place } from './paths.ts';
import { currencyOf, itemId } from './read-worksheet.ts';

export { valueHash } from './hashes.ts';

/**
 * One edit. Bases make edits safe to send late: an edit made against a value that no longer stands is merged (text),
 * or comes back as a conflict with both values, and is never applied over someone else's.
 */
export type Op =
  | {
      readonly id: string;
      readonly kind: 'set';
      readonly path: string;
      /** valueHash of what stood there; '' for blank. */
      readonly base: string;
      /** The text that stood there, so that text fields can be merged. */
      readonly baseText?: string;
      /** null blanks the field. */
      readonly value: Json | null;
    }
  | {
      readonly id: string;
      readonly kind: 'insert';
      /** Of the list. */
      readonly path: string;
      /** With its id. */
      readonly value: JsonObject;
      /** Id of the item that it follows; null puts it first. An item that is gone puts it last. */
      readonly after: string | null;
    }
  | {
      readonly id: string;
      readonly kind: 'remove';
      /** Of the item. */
      readonly path: string;
      readonly base: string;
    }
  | {
      readonly id: string;
      readonly kind: 'move';
      /** Of the item. */
      readonly path: string;
      readonly after: string | null;
    };

type WithoutId<T> = T extends { readonly id: string } ? Omit<T, 'id'> : never;

/** What takes an edit back; give it an id and send it. */
export type InverseOp = WithoutId<Op>;

export interface OpOutcome {
  readonly id: string;
  readonly outcome: 'applied' | 'merged' | 'conflict' | 'refused';
  readonly path: string;
  /** What now stands there, where the edit was taken in; null for blank or removed. */
  readonly value?: Json | null;
  /** What stood in the way of a conflict; null when it was blanked or removed. */
  readonly current?: Json | null;
  /** Why it was refused, in one sentence. */
  readonly reason?: string;
  /** Path of the item that the edit was for, where it is gone. */
  readonly lost?: string;
  readonly inverse?: InverseOp;
}

export type DraftSections = Readonly<Record<string, JsonObject>>;

interface Applied {
  readonly sections: DraftSections;
  readonly outcome: OpOutcome;
}

/** Applies edits in their order. Pure; one bad edit is refused and does not stop the others. */
export function applyOps(
  sections: DraftSections,
  ops: readonly Op[],
): { sections: DraftSections; touched: string[]; outcomes: OpOutcome[] } {
  let current = sections;
  const touched = new Set<string>();
  const outcomes: OpOutcome[] = [];
  for (const op of ops) {
    const applied = applyOp(current, op);
    if (applied.sections !== current) touched.add(op.path.split('.')[0] ?? '');
    current = applied.sections;
    outcomes.push(applied.outcome);
  }
  return { sections: current, touched: [...touched], outcomes };
}

function applyOp(sections: DraftSections, op: Op): Applied {
  if ('value' in op && !isWithinDepth(op.value, limits.jsonDepth))
    return refuse(sections, op, 'It is nested too deeply.');
  const place = parsePath(op.path);
  const lost = lostItem(sections, op.path);
  if (place === undefined) return refuse(sections, op, 'There is no such field.');
  if (lost !== null && op.kind !== 'remove') return refuse(sections, op, 'The item it belongs to was removed.', lost);
  switch (op.kind) {
    case 'set':
      return place.kind === 'field' ? applySet(sections, op, place) : refuse(sections, op, 'Only fields take values.');
    case 'insert':
      return place.kind === 'field' && place.field.kind === 'list'
        ? applyInsert(sections, op, place)
        : refuse(sections, op, 'Only lists take items.');
    case 'remove':
      return place.kind === 'item' ? applyRemove(sections, op) : refuse(sections, op, 'Only items can be removed.');
    case 'move':
      return place.kind === 'item' ? applyMove(sections, op) : refuse(sections, op, 'Only items can be moved.');
  }
}

type FieldPlace = Place & { kind: 'field' };

function applySet(sections: DraftSections, op: Op & { kind: 'set' }, { field }: FieldPlace): Applied {
  const whole = answeredAsAWhole(sections, op.path);
  const current = whole ?? draftValueAt({ sections }, op.path) ?? null;
  const value = normal(op.value);
  if (canonicalJson(value) === canonicalJson(current)) return accept(sections, op, current, null);
  const problem = value === null ? undefined : fieldProblems(field, value, op.path, contextOf(sections))[0];
  if (problem !== undefined) return refuse(sections, op, problem.message);
  if (valueHash(current) === op.base) {
    if (whole !== undefined) return conflict(sections, op, whole);
    return accept(write(sections, op.path, value), op, value, setBack(op.path, current, value));
  }
  const isText = field.kind === 'text' || field.kind === 'markdown';
  const merged = isText ? mergedText(op, current, value) : null;
  if (merged === null || fieldProblems(field, merged, op.path, contextOf(sections)).length > 0) {
    return conflict(sections, op, current);
  }
  const next = merged === '' ? null : merged;
  return accept(write(sections, op.path, next), op, next, setBack(op.path, current, next), 'merged');
}

/** Undo of a merge gives back what stood before it: the other's text, without this edit. */
function setBack(path: string, before: Json | null, now: Json | null): InverseOp {
  const baseText = typeof now === 'string' ? { baseText: now } : {};
  return { kind: 'set', path, base: valueHash(now), ...baseText, value: before };
}

function mergedText(op: Op & { kind: 'set' }, current: Json, value: Json): string | null {
  const base = op.baseText;
  if (base === undefined || valueHash(base === '' ? null : base) !== op.base) return null;
  if ((current !== null && typeof current !== 'string') || (value !== null && typeof value !== 'string')) return null;
  return mergeText(base, value ?? '', current ?? '');
}

function applyInsert(sections: DraftSections, op: Op & { kind: 'insert' }, { field }: FieldPlace): Applied {
  const current = draftValueAt({ sections }, op.path);
  if (isReserved(current)) return conflict(sections, op, current ?? null);
  const items = isJsonArray(current) ? current : [];
  const problem = field.kind === 'list' ? itemProblems(field, op.value, op.path, contextOf(sections))[0] : undefined;
  if (problem !== undefined) return refuse(sections, op, problem.message);
  const id = itemId(op.value) ?? '';
  const same = items.find((item) => itemId(item) === id);
  if (same !== undefined) {
    const isRepeat = canonicalJson(same) === canonicalJson(op.value);
    return isRepeat ? accept(sections, op, same, null) : conflict(sections, op, same);
  }
  if (items.length >= limits.listItems) return refuse(sections, op, `A list takes at most ${limits.listItems} items.`);
  const next = placeAfter(items, op.value, op.after);
  const path = `${op.path}.${id}`;
  return accept(write(sections, op.path, next), op, op.value, { kind: 'remove', path, base: valueHash(op.value) });
}

function applyRemove(sections: DraftSections, op: Op & { kind: 'remove' }): Applied {
  const current = draftValueAt({ sections }, op.path);
  if (!isJsonObject(current)) return accept(sections, op, null, null);
  if (valueHash(current) !== op.base) return conflict(sections, op, current);
  const { items, listPath } = siblings(sections, op.path);
  const inverse = { kind: 'insert', path: listPath, value: current, after: idBefore(items, op.path) } as const;
  const left = items.filter((item) => item !== current);
  return accept(write(sections, listPath, left), op, null, inverse);
}

function applyMove(sections: DraftSections, op: Op & { kind: 'move' }): Applied {
  const { items, listPath } = siblings(sections, op.path);
  const moved = items.find((item) => itemId(item) === lastPart(op.path));
  if (moved === undefined) return refuse(sections, op, 'The item was removed.');
  const others = items.filter((item) => item !== moved);
  const next = op.after === lastPart(op.path) ? items : placeAfter(others, moved, op.after);
  if (next.every((item, index) => item === items[index])) return accept(sections, op, moved, null);
  const inverse = { kind: 'move', path: op.path, after: idBefore(items, op.path) } as const;
  return accept(write(sections, listPath, next), op, moved, inverse);
}

function siblings(sections: DraftSections, path: string): { items: readonly Json[]; listPath: string } {
  const listPath = parentPath(path);
  const list = draftValueAt({ sections }, listPath);
  return { items: isJsonArray(list) ? list : [], listPath };
}

function idBefore(items: readonly Json[], path: string): string | null {
  const at = items.findIndex((item) => itemId(item) === lastPart(path));
  return itemId(items[at - 1]) ?? null;
}

function placeAfter(items: readonly Json[], item: Json, after: string | null): Json[] {
  if (after === null) return [item, ...items];
  const at = items.findIndex((other) => itemId(other) === after);
  return at === -1 ? [...items, item] : items.toSpliced(at + 1, 0, item);
}

/** Path of the first item on the way to `path` that the draft does not hold; null when all are there. */
function lostItem(sections: DraftSections, path: string): string | null {
  const parts = path.split('.');
  for (let length = 2; length <= parts.length; length += 1) {
    const at = parts.slice(0, length).join('.');
    if (parsePath(at)?.kind === 'item' && draftValueAt({ sections }, at) === undefined) return at;
  }
  return null;
}

/** The reserved object of a group or list that answers for the field inside it. */
function answeredAsAWhole(sections: DraftSections, path: string): Json | undefined {
  for (let at = parentPath(path); at !== ''; at = parentPath(at)) {
    const value = draftValueAt({ sections }, at);
    if (isReserved(value)) return value;
  }
  return undefined;
}

function contextOf(sections: DraftSections): DraftContext {
  return { currency: currencyOf(sections) };
}

/** Blank has one form: no empty texts, lists or objects are stored. */
function normal(value: Json | null): Json | null {
  if (typeof value === 'string' && value.trim() === '') return null;
  if (isJsonArray(value) && value.length === 0) return null;
  return isJsonObject(value) && Object.keys(value).length === 0 ? null : value;
}

function write(sections: DraftSections, path: string, value: Json | null): DraftSections {
  return changeAt(sections, path, normal(value));
}

function accept(
  sections: DraftSections,
  op: Op,
  value: Json | null,
  inverse: InverseOp | null,
  outcome: 'applied' | 'merged' = 'applied',
): Applied {
  const taken = { id: op.id, outcome, path: op.path, value };
  return { sections, outcome: inverse === null ? taken : { ...taken, inverse } };
}

function conflict(sections: DraftSections, op: Op, current: Json | null): Applied {
  return { sections, outcome: { id: op.id, outcome: 'conflict', path: op.path, current } };
}

function refuse(sections: DraftSections, op: Op, reason: DraftProblem['message'], lost?: string): Applied {
  const refused = { id: op.id, outcome: 'refused', path: op.path, reason } as const;
  return { sections, outcome: lost === undefined ? refused : { ...refused, lost } };
}
