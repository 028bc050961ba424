import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { families } from '#lib/domain/checks/families.ts';
import { profileProblems } from '#lib/domain/checks/profile.ts';
import type { CheckReport } from '#lib/domain/checks/report.ts';
import { runChecks } from '#lib/domain/checks/run-checks.ts';
import type { Images } from '#lib/domain/images/image.ts';
import { AppError } from '#lib/domain/errors.ts';
import { limits } from '#lib/domain/limits.ts';
import { formatByteSize } from '#lib/domain/quantities/byte-size.ts';
import { nearestName } from '#lib/domain/stats/nearest-name.ts';
import { readProjectFile } from '#lib/domain/projects/project-file.ts';
import { isPacked, unpackNow } from '#lib/server/exports/packed.ts';
import type { Worksheet } from '#lib/domain/worksheets/all-sections.ts';
import type { Stage } from '#lib/domain/worksheets/definition.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { parseFile } from '#lib/domain/worksheets/file.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';

/** Counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Problem {
  readonly message: string;
  readonly at?: Position;
}

export interface ReadableFile {
  readonly file: string;
  readonly state: 'read';
  readonly draft: DraftWorksheet;
  /** What the file carries. */
  readonly images: Images;
  readonly worksheet: Worksheet;
  /** Where a field stands in the text, or the nearest thing around it. */
  readonly locate: (path: string) => Position | undefined;
}

/** What keeps a file from being checked. */
export interface InvalidFile {
  readonly file: string;
  readonly state: 'invalid';
  readonly problems: readonly Problem[];
}

export interface CheckedFile extends ReadableFile {
  /** The stage that was checked; all of them where absent. */
  readonly stage: Stage | undefined;
  readonly report: CheckReport;
}

export type FileResult = CheckedFile | InvalidFile;

/** Reads a worksheet file; '-' is standard input. Never throws for what the file holds. */
export function readFile(file: string): ReadableFile | InvalidFile {
  const text = readText(file);
  if (typeof text !== 'string') return { file, state: 'invalid', problems: [text] };
  const { draft, images, problems, locate } = parseFile(text, kindOf(file, text));
  if (problems.length > 0) {
    return {
      file,
      state: 'invalid',
      problems: problems.map(({ message, suggestion, line, column }) => ({
        message: suggestion === undefined ? message : `${message} Write ${suggestion}.`,
        at: { line, column },
      })),
    };
  }
  const unknown = [
    ...profileProblems(draft.profile).map(({ problem }) => ({ path: 'profile', problem })),
    ...waiverProblems(draft),
  ];
  if (unknown.length > 0) {
    return {
      file,
      state: 'invalid',
      problems: unknown.map(({ path, problem }) => ({ message: problem, at: locate(path) ?? { line: 1, column: 1 } })),
    };
  }
  return { file, state: 'read', draft, images, worksheet: readWorksheet(draft), locate };
}

/** Checks in full: for the stage that was asked for, else the one that the file claims, else all. */
export function checkFile(file: string, options: { readonly stage?: Stage; readonly today: string }): FileResult {
  const read = readFile(file);
  if (read.state === 'invalid') return read;
  const stage = options.stage ?? read.draft.stage;
  const report = runChecks(read.worksheet, {
    mode: 'full',
    today: options.today,
    ...(stage === undefined ? {} : { stage }),
  });
  return { ...read, stage, report };
}

/** Text of a file, or the reason why there is none; of a whole project that of its worksheet. */
function readText(file: string): string | Problem {
  try {
    const bytes = readBytes(file);
    if (isPacked(bytes)) return readProjectFile(unpackNow(bytes)).worksheet;
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    return { message: reasonOf(error) };
  }
}

/** @throws AppError for a folder and for a file that is too large, the system's error for one that cannot be read */
export function readBytes(file: string): Uint8Array {
  const handle = file === '-' ? 0 : openSync(file, 'r');
  try {
    const stat = fstatSync(handle);
    if (stat.isDirectory()) throw new AppError('bad-input', 'This is a folder, not a file.');
    if (stat.size > limits.fileBytes) throw tooLarge(stat.size);
    const bytes = readFileSync(handle);
    if (bytes.length > limits.fileBytes) throw tooLarge(bytes.length);
    return bytes;
  } finally {
    if (handle !== 0) closeSync(handle);
  }
}

function tooLarge(size: number): AppError {
  const [is, most] = [size, limits.fileBytes].map((bytes) => formatByteSize(bytes, 'sentence'));
  return new AppError('too-large', `The file is too large: it has ${is}, and the most are ${most}.`);
}

/** One sentence about a file that could not be read. */
export function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'There is no such file.';
  if (code === 'EACCES' || code === 'EPERM') return 'The file may not be read by this user.';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'The file is not text in UTF-8.';
  return `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
}

/** JSON by its name, and from standard input by its first letter. */
function kindOf(file: string, text: string): 'yaml' | 'json' {
  if (file === '-') return text.trimStart().startsWith('{') ? 'json' : 'yaml';
  return /\.(?:json|plumbline)$/i.test(file) ? 'json' : 'yaml';
}

function waiverProblems(draft: DraftWorksheet): { path: string; problem: string }[] {
  const ids = families.map(({ id }) => id);
  return (draft.waivers ?? [])
    .filter(({ check }) => !ids.includes(check))
    .map(({ check }) => {
      const nearest = nearestName(check, ids);
      const wayOut = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
      return { path: 'waivers', problem: `A waiver names the rule ${check}, which does not exist.${wayOut}` };
    });
}
