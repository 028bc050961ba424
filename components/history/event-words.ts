import { pathWords } from '#components/worksheets/path-words.ts';
import { shownJson } from '#components/worksheets/shown-json.ts';
import { valueWords } from '#components/worksheets/value-words.ts';
import { shownDate } from '#lib/domain/documents/shown-answer.ts';
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

/** A change that took several events: from what stood before the first to what the last one left. */
export function changeWords(
  { first, last }: { readonly first: WordedEvent; readonly last: WordedEvent },
  valueAt: ValueAt,
): EventWords {
  const inverse = first.payload['inverse'];
  return eventWords(last.type, inverse === undefined ? last.payload : { ...last.payload, inverse }, valueAt);
}

interface WordedEvent {
  readonly type: string;
  readonly payload: JsonObject;
}

export function eventWords(type: string, payload: JsonObject, valueAt: ValueAt): EventWords {
  switch (type) {
    case 'worksheet.edited':
      return editWords(payload, valueAt);
    case 'worksheet.imported':
      return { sentence: 'brought in a file' };
    case 'waiver.accepted':
    case 'waiver.changed':
    case 'waiver.withdrawn':
      return waiverWords(WAIVER_SENTENCES[type], payload, valueAt);
    case 'image.added':
      return { sentence: 'added an image' };
    case 'project.created':
      return {
        sentence: payload['history'] === undefined ? 'started the project' : 'brought the project in from a file',
      };
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
    case 'project.ownerChanged':
      return ownerWords(payload, valueAt);
    case 'question.asked':
      return askedWords(payload, valueAt);
    case 'thread.opened':
    case 'thread.replied':
    case 'thread.resolved':
    case 'thread.reopened':
    case 'thread.changed':
    case 'thread.moved':
    case 'comment.changed':
    case 'comment.deleted':
      return threadWords(THREAD_SENTENCES[type], payload);
    case 'decision.recorded':
    case 'decision.changed':
    case 'decision.accepted':
    case 'decision.rejected':
    case 'decision.deprecated':
    case 'decision.superseded':
    case 'decision.linked':
    case 'decision.unlinked':
      return decisionWords(DECISION_SENTENCES[type], payload);
    default:
      return { sentence: type.replace('.', ': ') };
  }
}

const THREAD_SENTENCES = {
  'thread.opened': 'started',
  'thread.replied': 'replied in',
  'thread.resolved': 'resolved',
  'thread.reopened': 'opened again',
  'thread.changed': 'changed the kind of',
  'thread.moved': 'moved',
  'comment.changed': 'changed a comment in',
  'comment.deleted': 'deleted a comment in',
} as const;

/** What was said stays in the thread, where it can be deleted. */
function threadWords(does: string, { thread, path, label }: JsonObject): EventWords {
  const sentence = `${does} thread #${typeof thread === 'number' ? thread : '?'}`;
  if (typeof path !== 'string' || typeof label !== 'string') return { sentence };
  return { sentence: `${sentence} on`, path, field: label };
}

const DECISION_SENTENCES = {
  'decision.recorded': 'recorded',
  'decision.changed': 'changed',
  'decision.accepted': 'accepted',
  'decision.rejected': 'rejected',
  'decision.deprecated': 'deprecated',
  'decision.superseded': 'superseded',
  'decision.linked': 'linked something to',
  'decision.unlinked': 'took a link away from',
} as const;

function decisionWords(does: string, { decision, title, by }: JsonObject): EventWords {
  const number = typeof decision === 'number' ? decision : '?';
  const newer = typeof by === 'number' ? ` by decision ${by}` : '';
  return { sentence: `${does} decision ${number}${typeof title === 'string' ? ` ‘${title}’` : ''}${newer}` };
}

function editWords(payload: JsonObject, valueAt: ValueAt): EventWords {
  const { kind, path, value = null, inverse } = payload;
  if (typeof path !== 'string') return { sentence: 'changed the worksheet' };
  const before = isJsonObject(inverse) ? (inverse['value'] ?? null) : null;
  const at = { path, field: pathWords(path, valueAt) };
  if (kind === 'insert') return { ...at, sentence: 'added to', after: valueWords(path, value) };
  if (kind === 'remove') return { ...at, sentence: 'deleted', before: valueWords(path, before) };
  if (kind === 'move') return { ...at, sentence: 'moved' };
  if (before === null) return { ...at, sentence: 'answered', after: valueWords(path, value) };
  if (value === null) return { ...at, sentence: 'cleared', before: valueWords(path, before) };
  const change = { before: valueWords(path, before), after: valueWords(path, value) };
  return change.before === change.after
    ? { ...at, sentence: 'changed, and changed back,' }
    : { ...at, sentence: 'changed', ...change };
}

const WAIVER_SENTENCES = {
  'waiver.accepted': 'accepted what is found',
  'waiver.changed': 'changed the reason for accepting what is found',
  'waiver.withdrawn': 'no longer accepts what is found',
} as const;

/** 'accepted what is found (MET-06) about Metrics · Precision', with the reason that stood and the one that stands. */
function waiverWords(sentence: string, { before = null, after = null }: JsonObject, valueAt: ValueAt): EventWords {
  const either = isJsonObject(after) ? after : before;
  const { path, check } = isJsonObject(either) ? either : {};
  if (typeof path !== 'string' || typeof check !== 'string') return { sentence };
  return {
    sentence: `${sentence} (${check}) about`,
    path,
    field: pathWords(path, valueAt),
    ...(isJsonObject(before) && { before: reasonOf(before) }),
    ...(isJsonObject(after) && { after: reasonOf(after) }),
  };
}

function reasonOf({ reason, expires }: JsonObject): string {
  const until = typeof expires === 'string' ? ` (until ${shownDate(expires)})` : '';
  return `${shownJson(reason ?? null)}${until}`;
}

/** 'changed who owns Labels', from whom to whom. */
function ownerWords({ section, before = null, after = null }: JsonObject, valueAt: ValueAt): EventWords {
  if (typeof section !== 'string') return { sentence: 'changed who owns a section' };
  return {
    sentence: 'changed who owns',
    path: section,
    field: pathWords(section, valueAt),
    ...(before !== null && { before: nameIn(before) }),
    ...(after !== null && { after: nameIn(after) }),
  };
}

/** 'asked Dana about Metrics · Precision', with what was said beside it. */
function askedWords({ path, person = null, by, note }: JsonObject, valueAt: ValueAt): EventWords {
  const sentence = `asked ${nameIn(person)} about`;
  if (typeof path !== 'string') return { sentence };
  const until = typeof by === 'string' ? [`by ${shownDate(by)}`] : [];
  const said = [...until, ...(typeof note === 'string' ? [`‘${note}’`] : [])].join(': ');
  return { sentence, path, field: pathWords(path, valueAt), ...(said !== '' && { after: said }) };
}

function nameIn(person: Json): string {
  return isJsonObject(person) && typeof person['name'] === 'string' ? person['name'] : 'somebody';
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
