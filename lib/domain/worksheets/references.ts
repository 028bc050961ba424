import { isJsonArray, isJsonObject, own, type Json } from '#lib/domain/json.ts';
import { nearestName } from '#lib/domain/stats/nearest-name.ts';
import { sections, type Worksheet } from './all-sections.ts';
import type { Field, Fields } from './definition.ts';
import { answerAt, fieldAtPath, itemIdsAt, lastPart, parentPath, parsePath, stateAt } from './paths.ts';
import { referenceTargets, type ReferenceTarget } from './reference-targets.ts';
import { walk } from './walk.ts';

export interface ReferenceOption {
  readonly id: string;
  readonly label: string;
  /** Of the item, or of the single field meant. */
  readonly path: string;
}

interface TargetPaths {
  readonly list: string;
  readonly field?: string;
}

/** What a reference of this kind can point at, in the order of the worksheet. */
export function referenceOptions(worksheet: Worksheet, target: ReferenceTarget): readonly ReferenceOption[] {
  const { list, field }: TargetPaths = referenceTargets[target];
  const listField = fieldAtPath(list);
  if (listField?.kind !== 'list') throw new RangeError(`${list} is no list`);
  const single = field === undefined ? undefined : singleOption(worksheet, field);
  const items = itemIdsAt(worksheet, list).map((id) => {
    const path = `${list}.${id}`;
    return { id, label: textAt(worksheet, `${path}.${listField.nameField}`) ?? id, path };
  });
  return single === undefined ? items : [single, ...items];
}

/** The ids of these alone, for where nobody reads their labels. */
export function referenceIds(worksheet: Worksheet, target: ReferenceTarget): readonly string[] {
  const { list, field }: TargetPaths = referenceTargets[target];
  const single = field === undefined || stateAt(worksheet, field) === 'blank' ? [] : [lastPart(field)];
  return [...single, ...itemIdsAt(worksheet, list)];
}

function singleOption(worksheet: Worksheet, path: string): ReferenceOption | undefined {
  const field = fieldAtPath(path);
  if (field === undefined || stateAt(worksheet, path) === 'blank') return undefined;
  return { id: lastPart(path), label: `${field.label} (${textAt(worksheet, path) ?? 'not known yet'})`, path };
}

function textAt(worksheet: Worksheet, path: string): string | undefined {
  const answer = answerAt(worksheet, path);
  return answer?.state === 'answered' ? answer.typed : undefined;
}

export interface DanglingReference {
  readonly path: string;
  readonly target: ReferenceTarget;
  readonly id: string;
  /** An id that may have been meant. */
  readonly near: string | undefined;
}

export function danglingReferences(worksheet: Worksheet): DanglingReference[] {
  const found: DanglingReference[] = [];
  walk(worksheet, ({ path, field }) => {
    if (field.kind !== 'reference') return 'descend';
    const answer = answerAt(worksheet, path);
    if (answer?.state !== 'answered' || typeof answer.value !== 'string') return 'descend';
    const options = referenceOptions(worksheet, field.target);
    const id = answer.value;
    if (!options.some((option) => option.id === id)) {
      const near = nearestName(
        id,
        options.map((option) => option.id),
      );
      found.push({ path, target: field.target, id, near });
    }
    return 'descend';
  });
  return found;
}

/** Paths of the reference fields that point at an item: what a reader is told before it is deleted. */
export function referrers(draftSections: Readonly<Record<string, Json>>, itemPath: string): string[] {
  const place = parsePath(itemPath);
  const list = place?.kind === 'item' ? parentPath(itemPath) : undefined;
  const targets = Object.entries(referenceTargets).filter(([, target]) => target.list === list);
  const kinds = new Set(targets.map(([kind]) => kind));
  const id = lastPart(itemPath);
  if (kinds.size === 0) return [];
  return sections.flatMap(({ key, fields }) => referrersIn(fields, own(draftSections, key), key));

  function referrersIn(fields: Fields, json: Json | undefined, path: string): string[] {
    if (!isJsonObject(json)) return [];
    return Object.entries(fields).flatMap(([key, field]) => referrersAt(field, own(json, key), `${path}.${key}`));
  }

  function referrersAt(field: Field, json: Json | undefined, path: string): string[] {
    if (field.kind === 'reference') return json === id && kinds.has(field.target) ? [path] : [];
    if (field.kind === 'group') return referrersIn(field.fields, json, path);
    if (field.kind !== 'list' || !isJsonArray(json)) return [];
    return json.flatMap((item) => {
      const itemId = isJsonObject(item) ? own(item, 'id') : undefined;
      return typeof itemId === 'string' ? referrersIn(field.fields, item, `${path}.${itemId}`) : [];
    });
  }
}
