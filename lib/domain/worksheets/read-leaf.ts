import { ITEM_ID } from '#lib/domain/ids.ts';
import { isJsonArray, isJsonObject, own, type Json } from '#lib/domain/json.ts';
import { limits } from '#lib/domain/limits.ts';
import type { Currency } from '#lib/domain/quantities/money.ts';
import { quoted } from '#lib/domain/quantities/reading.ts';
import { blank, type Answer, type Answered, type NoAnswer, type Unreadable } from './answers.ts';
import {
  isQuantity,
  type ChoicesField,
  type LeafField,
  type Options,
  type QuantityKind,
  type YesNoField,
} from './definition.ts';
import { asMeasured, reservedKey } from './draft.ts';
import { readQuantity } from './read-quantity.ts';

export type LeafValue = string | number | boolean | readonly string[];

/** Reads what the draft holds for one field that is no list and no group. */
export function readLeaf(field: LeafField, json: Json | undefined, currency?: Currency): Answer<LeafValue> {
  if (json === undefined || json === null) return blank;
  const reserved = readReserved(json);
  if (reserved === 'malformed') return unreadable(json, 'Not a well-formed answer.');
  if (reserved?.state === 'unreadable' && isQuantity(field)) {
    const reading = readQuantity(field, reserved.text, { source: 'file', currency });
    return reading.ok ? reserved : { ...reserved, problem: reading.problem };
  }
  if (reserved !== null) return reserved;
  return isQuantity(field) ? readNumeric(field, json, currency) : readWords(field, json);
}

/** The state that a reserved object gives a field, list or group; null when the value is none. */
export function readReserved(json: Json | undefined): NoAnswer | 'malformed' | null {
  const key = reservedKey(json);
  if (key === undefined || !isJsonObject(json)) return null;
  const content = own(json, key);
  if (key === 'notApplicable') {
    return isReason(content) ? { state: 'not-applicable', reason: content } : 'malformed';
  }
  if (key === 'unreadable') {
    return typeof content === 'string' && content.length <= limits.markdownLength
      ? { state: 'unreadable', text: content, problem: 'Kept as typed.' }
      : 'malformed';
  }
  if (!isJsonObject(content)) return 'malformed';
  const { who, by, ...others } = content;
  const wellFormed =
    Object.keys(others).length === 0 && (who === undefined || isReason(who)) && (by === undefined || isPlainDate(by));
  if (!wellFormed) return 'malformed';
  return {
    state: 'unknown',
    ...(typeof who === 'string' ? { who } : {}),
    ...(typeof by === 'string' ? { by } : {}),
  };
}

function isReason(value: Json | undefined): value is string {
  return typeof value === 'string' && value.length <= limits.reasonLength;
}

/** Fields whose draft is one text. */
type TextLike = Exclude<LeafField, QuantityKind | YesNoField | ChoicesField>;

function readNumeric(field: QuantityKind, json: Json, currency: Currency | undefined): Answer<number> {
  const measured = asMeasured(json);
  const typed = measured?.value ?? json;
  if (typeof typed !== 'string' && typeof typed !== 'number') return unreadable(json, 'Not a quantity.');
  const reading = readQuantity(field, String(typed), { source: 'file', currency });
  if (!reading.ok) return unreadable(typed, reading.problem);
  if (measured === undefined) return answered(reading.value, String(typed), reading.basis);
  return { ...answered(reading.value, String(typed), 'measured'), evidence: measured.evidence };
}

function readWords(field: Exclude<LeafField, QuantityKind>, json: Json): Answer<LeafValue> {
  if (field.kind === 'yes-no') {
    return typeof json === 'boolean' ? answered(json, json ? 'yes' : 'no') : unreadable(json, 'Answer yes or no.');
  }
  if (field.kind === 'choices') return readChoices(field.options, json);
  return readText(field, json);
}

function readText(field: TextLike, json: Json): Answer<string> {
  if (typeof json !== 'string') return unreadable(json, 'Not a text.');
  if (json.trim() === '') return blank;
  const problem = problemOfText(field, json);
  return problem === null ? answered(json, json) : unreadable(json, problem);
}

function problemOfText(field: TextLike, value: string): string | null {
  switch (field.kind) {
    case 'text':
    case 'markdown':
      return tooLong(value, field.maxLength);
    case 'person':
      return tooLong(value, limits.lineLength);
    case 'choice':
      return Object.hasOwn(field.options, value) ? null : `${quoted(value)} is not one of the answers.`;
    case 'date':
      return isPlainDate(value) ? null : `${quoted(value)} is not a date. Write it as 2027-01-15.`;
    case 'reference':
      return ITEM_ID.test(value) ? null : `${quoted(value)} is not the id of an item.`;
    case 'link':
      return isLink(value) ? null : `${quoted(value)} is not a web address. Start it with https://.`;
  }
}

/** Counts what people call characters less often than it counts right: code units, as the columns do. */
function tooLong(value: string, limit: number): string | null {
  return value.length > limit ? `At most ${limit} characters; this has ${value.length}.` : null;
}

function readChoices(options: Options, json: Json): Answer<readonly string[]> {
  if (!isJsonArray(json) || !json.every((value) => typeof value === 'string'))
    return unreadable(json, 'Not a list of answers.');
  if (json.length === 0) return blank;
  const stranger = json.find((value) => !Object.hasOwn(options, value));
  if (stranger !== undefined) return unreadable(json, `${quoted(stranger)} is not one of the answers.`);
  if (new Set(json).size < json.length) return unreadable(json, 'An answer is given twice.');
  return answered(json, json.join(', '));
}

function answered<T>(value: T, typed: string, basis: 'guess' | 'stated' | 'measured' = 'stated'): Answered<T> {
  return { state: 'answered', value, basis, typed };
}

function unreadable(json: Json, problem: string): Unreadable {
  return { state: 'unreadable', text: typeof json === 'string' ? json : JSON.stringify(json), problem };
}

const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** YYYY-MM-DD, a day that exists. No Date is asked: it knows a time zone, a plain date does not. */
export function isPlainDate(value: Json | undefined): value is string {
  const parts = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (month < 1 || month > 12 || day < 1 || day > (daysInMonth[month - 1] ?? 0)) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month !== 2 || day < 29 || leap;
}

/** Only addresses that are safe to click: no script, no data. */
function isLink(value: string): boolean {
  return value.length <= limits.linkLength && /^(?:https?:\/\/[^\s/?#]+|mailto:[^\s@]+@[^\s@]+)[^\s]*$/i.test(value);
}
