import { AppError } from '#lib/domain/errors.ts';
import type { Images } from '#lib/domain/images/image.ts';
import { isJsonArray, isJsonObject, isWithinDepth, own, type Json, type JsonObject } from '#lib/domain/json.ts';
import { limits } from '#lib/domain/limits.ts';
import { isStorable } from '#lib/domain/worksheets/draft-schema.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { writeFile } from '#lib/domain/worksheets/file.ts';
import { readInstant } from '#lib/domain/worksheets/instant.ts';
import { isCarriedEvent, type ProjectEventType } from './project-events.ts';

/**
 * A whole project as one text: its worksheet as a file of its own, with decisions, threads and images, and what happened
 * to it, an event a line. It is handed out packed (gzip), since each change of a text says what stood before it.
 */
const PROJECT_FORMAT = 'plumbline-project/v1';

/** One thing that happened. */
export interface HistoryEntry {
  /** Instant in UTC. */
  readonly at: string;
  /** By name, as all people in files; null for what the installation did, '' once the account was gone. */
  readonly by: string | null;
  readonly type: ProjectEventType;
  readonly payload: JsonObject;
}

export interface ProjectFile {
  /** As JSON in lines, for the reader of worksheet files, which names places in it. */
  readonly worksheet: string;
  /** Oldest first. */
  readonly history: readonly HistoryEntry[];
}

/**
 * The same project gives the same text. A history that would make it too large to be read again loses its oldest entries,
 * and the text says how many.
 */
export function writeProjectFile(draft: DraftWorksheet, images: Images, history: readonly HistoryEntry[]): string {
  const worksheet = writeFile(draft, 'json', images).trimEnd();
  const lines = history.map((entry) => JSON.stringify(forFile(entry)));
  let room = limits.projectFileCharacters - worksheet.length - 1_000;
  let first = lines.length;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    room -= (lines[at] ?? '').length + 2;
    if (room < 0) break;
    first = at;
  }
  const leftOut = first === 0 ? '' : `"historyLeftOut": ${first},\n`;
  const kept = lines.slice(first).join(',\n');
  return `{\n"format": "${PROJECT_FORMAT}",\n"worksheet": ${worksheet},\n${leftOut}"history": [${kept === '' ? '' : `\n${kept}\n`}]\n}\n`;
}

function forFile({ at, by, type, payload }: HistoryEntry): JsonObject {
  return { at, by, type, payload: withoutAccounts(payload) };
}

/** Who owns a section or was asked something: `{ id, name }`, of which the name is left. */
function withoutAccounts(payload: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(payload).map(([key, value]): [string, Json] => [
      key,
      isPerson(value) ? { name: own(value, 'name') ?? '' } : value,
    ]),
  );
}

function isPerson(value: Json): value is JsonObject {
  return isJsonObject(value) && Object.keys(value).length === 2 && 'id' in value && 'name' in value;
}

/**
 * The parts of a project's file. What is wrong with its worksheet is for the reader of worksheets to say.
 * @throws AppError bad-input with the place of the first thing that is wrong
 */
export function readProjectFile(text: string): ProjectFile {
  const file = parsed(text);
  if (own(file, 'format') !== PROJECT_FORMAT) {
    throw bad(`This is not a project’s file: its format is not ${PROJECT_FORMAT}.`);
  }
  const [worksheet, history] = [own(file, 'worksheet'), own(file, 'history') ?? []];
  if (!isJsonObject(worksheet)) throw bad('The project’s file has no worksheet.');
  if (!isJsonArray(history)) throw bad('The history of the project’s file is not a list.');
  return { worksheet: JSON.stringify(worksheet, null, 2), history: history.map(entryOf) };
}

function parsed(text: string): JsonObject {
  try {
    const file: unknown = JSON.parse(text);
    if (isJsonObject(file)) return file;
  } catch {
    // Said below: where in a packed file it is helps nobody.
  }
  throw bad('This is not a project’s file.');
}

function entryOf(written: Json, index: number): HistoryEntry {
  const refused = (problem: string) => bad(`Entry ${index + 1} of the history: ${problem}`);
  if (!isJsonObject(written)) throw refused('an object is expected.');
  const [at, by, type] = [own(written, 'at'), own(written, 'by') ?? null, own(written, 'type')];
  const payload = own(written, 'payload') ?? {};
  const instant = typeof at === 'string' ? readInstant(at) : null;
  if (instant === null) {
    throw refused('‘at’ is an instant such as 2027-01-15T09:30:00.000Z.');
  }
  if (!isCarriedEvent(type)) throw refused(`‘type’ is none that this version of Plumbline knows.`);
  if (by !== null && (typeof by !== 'string' || by.length > limits.lineLength || !isStorable(by))) {
    throw refused('‘by’ is a name.');
  }
  if (!isJsonObject(payload) || !isWithinDepth(payload, limits.jsonDepth * 2) || !isStorable(payload)) {
    throw refused('‘payload’ cannot be kept.');
  }
  return { at: instant, by, type, payload };
}

function bad(message: string): AppError {
  return new AppError('bad-input', message);
}
