import { pathWords } from '#components/worksheets/path-words.ts';
import { shownJson } from '#components/worksheets/shown-json.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/domain/json.ts';

/** What happened, in words; a change of a field with what it was and what it became. */
export interface EventWords {
  readonly sentence: string;
  /** The field it is about, and its name. */
  readonly path?: string;
  readonly field?: string;
  readonly before?: string;
  readonly after?: string;
}

type ValueAt = (path: string) => Json | undefined;

export function eventWords(type: string, payload: JsonObject, valueAt: ValueAt): EventWords {
  switch (type) {
    case 'worksheet.edited':
      return editWords(payload, valueAt);
    case 'worksheet.imported':
      return { sentence: 'brought in a file' };
    case 'project.created':
      return { sentence: 'started the project' };
    case 'project.updated':
      return updateWords(payload);
    case 'project.archived':
      return { sentence: 'archived the project' };
    case 'project.restored':
      return { sentence: 'restored the project' };
    case 'project.deleted':
      return { sentence: 'deleted the project' };
    case 'project.membersChanged':
      return { sentence: 'changed who is named on the project' };
    default:
      return { sentence: type.replace('.', ': ') };
  }
}

function editWords(payload: JsonObject, valueAt: ValueAt): EventWords {
  const { kind, path, value = null, inverse } = payload;
  if (typeof path !== 'string') return { sentence: 'changed the worksheet' };
  const before = isJsonObject(inverse) ? (inverse['value'] ?? null) : null;
  const at = { path, field: pathWords(path, valueAt) };
  if (kind === 'insert') return { ...at, sentence: 'added to', after: shownJson(value) };
  if (kind === 'remove') return { ...at, sentence: 'deleted from', before: shownJson(before) };
  if (kind === 'move') return { ...at, sentence: 'moved' };
  if (before === null) return { ...at, sentence: 'answered', after: shownJson(value) };
  if (value === null) return { ...at, sentence: 'cleared', before: shownJson(before) };
  return { ...at, sentence: 'changed', before: shownJson(before), after: shownJson(value) };
}

const SETTINGS = { title: 'the title', slug: 'the address', visibility: 'who sees it' } as const;

function updateWords(payload: JsonObject): EventWords {
  const before = isJsonObject(payload['before']) ? payload['before'] : {};
  const changed = (['title', 'slug', 'visibility'] as const).filter((key) => payload[key] !== before[key]);
  const [only] = changed;
  if (only === undefined) return { sentence: 'looked over the settings' };
  return {
    sentence: `changed ${changed.map((key) => SETTINGS[key]).join(', ')}`,
    before: changed.map((key) => shownJson(before[key] ?? null)).join(', '),
    after: changed.map((key) => shownJson(payload[key] ?? null)).join(', '),
  };
}
