import { isJsonArray, isJsonObject, own, type Json, type JsonObject } from '#lib/domain/json.ts';
import { sections } from './all-sections.ts';
import type { Field, Fields } from './definition.ts';
import { reservedKey, type DraftWorksheet } from './draft.ts';
import { decisionKeys, evidenceKeys, threadKeys, topLevelKeys, waiverKeys } from './file-top-level.ts';

/**
 * A draft in the one order in which it is written, whatever order the database kept it in: keys as in the definition,
 * what the definition does not order by name, nothing blank.
 */
export function orderedFile(draft: DraftWorksheet): JsonObject {
  const file: Readonly<Record<string, unknown>> = { ...draft };
  const written: Record<string, Json> = {};
  for (const key of topLevelKeys) {
    const value = asJson(file[key]);
    if (value === undefined || isBlank(value)) continue;
    if (key === 'sections') written[key] = orderedSections(draft.sections);
    else written[key] = orderedRecords(value, recordKeys[key] ?? []);
  }
  return written;
}

/** Of lists whose records the format orders; all else is ordered by name. */
const recordKeys: Readonly<Record<string, readonly string[]>> = {
  decisions: decisionKeys,
  threads: threadKeys,
  waivers: waiverKeys,
  evidence: evidenceKeys,
};

function asJson(value: unknown): Json | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a draft holds nothing but JSON, which its optional parts hide
  return value as Json | undefined;
}

function orderedSections(draftSections: DraftWorksheet['sections']): JsonObject {
  const written: Record<string, Json> = {};
  for (const { key, fields } of sections) {
    const value = own(draftSections, key);
    if (value !== undefined && !isBlank(value)) written[key] = orderedFields(fields, value);
  }
  return written;
}

function orderedFields(fields: Fields, value: Json): Json {
  if (!isJsonObject(value)) return sorted(value);
  const written: Record<string, Json> = {};
  for (const [key, field] of Object.entries(fields)) {
    const member = own(value, key);
    if (member !== undefined && !isBlank(member)) written[key] = orderedField(field, member);
  }
  return written;
}

/** Inside an answer. */
const answerKeys = ['who', 'by', 'value', 'evidence'];

function orderedField(field: Field, value: Json): Json {
  if (reservedKey(value) !== undefined) return sorted(value, answerKeys);
  if (field.kind === 'group') return orderedFields(field.fields, value);
  if (field.kind !== 'list' || !isJsonArray(value)) return sorted(value, answerKeys);
  return value.map((item) => {
    const written = orderedFields(field.fields, item);
    const id = isJsonObject(item) ? own(item, 'id') : undefined;
    return isJsonObject(written) && id !== undefined ? { id, ...written } : written;
  });
}

function orderedRecords(value: Json, keys: readonly string[]): Json {
  return isJsonArray(value) ? value.map((record) => sorted(record, keys)) : sorted(value);
}

/** Known keys first, in their order; the rest by name. */
function sorted(value: Json, first: readonly string[] = []): Json {
  if (isJsonArray(value)) return value.map((item) => sorted(item, first));
  if (!isJsonObject(value)) return value;
  const rank = (key: string) => (first.includes(key) ? first.indexOf(key) : first.length);
  const keys = Object.keys(value).toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(keys.map((key) => [key, sorted(own(value, key) ?? null, first)]));
}

function isBlank(value: Json): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (value === null) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
