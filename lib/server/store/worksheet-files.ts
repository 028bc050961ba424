import { AppError } from '#lib/domain/errors.ts';
import type { Images } from '#lib/domain/images/image.ts';
import { imageNamesIn } from '#lib/domain/images/image-name.ts';
import { isJsonObject, type JsonObject } from '#lib/domain/json.ts';
import { readProjectFile, type HistoryEntry } from '#lib/domain/projects/project-file.ts';
import { readDecisions } from '#lib/domain/worksheets/decision-records.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { parseFile, type FileProblem } from '#lib/domain/worksheets/file.ts';
import { threadForFile } from '#lib/domain/worksheets/thread-files.ts';
import { readThreads } from '#lib/domain/worksheets/thread-schema.ts';
import type { FileRecords } from './file-records.ts';
import type { Grant, ProjectGrant } from './grants.ts';
import { imageFacts } from './images.ts';
import { readThreadRecords } from './thread-records.ts';
import { readSections, replaceWorksheet, restOfFile, type StoredSection } from './worksheets.ts';

/** The worksheet of a project as one draft: what the checks read and a file says. */
export async function readDraft(grant: ProjectGrant): Promise<DraftWorksheet> {
  return draftOf(grant.project.title, await readSections(grant));
}

/** The same with what people said about it: what a file of it carries, and documents are made from. */
export async function readFileDraft(grant: ProjectGrant): Promise<DraftWorksheet> {
  const [draft, threads] = await Promise.all([readDraft(grant), readThreadRecords(grant)]);
  return threads.length === 0 ? draft : { ...draft, threads: threads.map(threadForFile) };
}

/** The rows of a project put together as a file says them. */
export function draftOf(
  title: string,
  { [restOfFile]: rest, ...sections }: Readonly<Record<string, Pick<StoredSection, 'value'>>>,
): DraftWorksheet {
  return {
    ...rest?.value,
    format: 'plumbline/v1',
    title,
    sections: Object.fromEntries(Object.entries(sections).map(([name, section]) => [name, section.value])),
  };
}

type FileKind = 'yaml' | 'json';

interface FileContent extends FileRecords {
  readonly title: string;
  readonly sections: Readonly<Record<string, JsonObject>>;
  readonly images: Images;
}

/** A file as the rows that are stored, or what is wrong with it. */
function contentOf(text: string, kind: FileKind): { content?: FileContent; problems: readonly FileProblem[] } {
  const { draft, images, problems } = parseFile(text, kind);
  if (problems.length > 0) return { problems };
  const { format: _, title, sections, decisions: records = [], threads: talk = [], ...rest } = draft;
  const kept: unknown = JSON.parse(JSON.stringify(rest));
  const rows = { ...sections, [restOfFile]: isJsonObject(kept) ? kept : {} };
  const { decisions } = readDecisions(records);
  const { threads } = readThreads(talk);
  return { content: { title, sections: rows, images, decisions, threads }, problems };
}

interface Import {
  readonly problems: readonly FileProblem[];
  /** Names in the texts that lead to nothing: the file is taken in all the same. */
  readonly missingImages: readonly string[];
}

/** Replaces the worksheet by a file, or leaves it alone and says what is wrong with the file. */
export async function importWorksheet(grant: Grant<'project.edit'>, text: string, kind: FileKind): Promise<Import> {
  const { content, problems } = contentOf(text, kind);
  if (content === undefined) return { problems, missingImages: [] };
  await replaceWorksheet(grant, content);
  const named = imageNamesIn(content.sections);
  const found = await imageFacts(grant, named);
  return { problems, missingImages: named.filter((name) => !found.has(name)) };
}

/**
 * What a new project begins with.
 * @throws AppError bad-input with line and column of the first problem; `details.problems` holds them all
 */
export function contentToBegin(text: string, kind: FileKind): Omit<FileContent, 'title'> {
  const { content, problems } = contentOf(text, kind);
  if (content !== undefined) {
    const { title: _, ...begun } = content;
    return begun;
  }
  const [first] = problems;
  throw new AppError('bad-input', `Line ${first?.line ?? 1} of the file: ${first?.message ?? 'not readable'}`, {
    ...(first && { line: first.line, column: first.column }),
    problems,
  });
}

/**
 * What a project that was handed out as one file begins with here.
 * @throws AppError bad-input with the place of what is wrong
 */
export function projectToBegin(text: string): FileContent & { readonly history: readonly HistoryEntry[] } {
  const { worksheet, history } = readProjectFile(text);
  const { content, problems } = contentOf(worksheet, 'json');
  if (content !== undefined) return { ...content, history };
  const [first] = problems;
  const place = first?.path === undefined ? '' : ` (${first.path})`;
  throw new AppError('bad-input', `The worksheet of the project’s file${place}: ${first?.message ?? 'not readable'}`, {
    path: 'data',
  });
}
