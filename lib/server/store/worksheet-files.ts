import { AppError } from '#lib/domain/errors.ts';
import { isJsonObject, type JsonObject } from '#lib/domain/json.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { parseFile, type FileProblem } from '#lib/domain/worksheets/file.ts';
import type { Grant, ProjectGrant } from './grants.ts';
import { readSections, replaceWorksheet, restOfFile, type StoredSection } from './worksheets.ts';

/** The worksheet of a project as one draft: what the checks read and a file says. */
export async function readDraft(grant: ProjectGrant): Promise<DraftWorksheet> {
  return draftOf(grant.project.title, await readSections(grant));
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

interface FileContent {
  readonly title: string;
  readonly sections: Readonly<Record<string, JsonObject>>;
}

/** A file as the rows that are stored, or what is wrong with it. */
function contentOf(text: string, kind: FileKind): { content?: FileContent; problems: readonly FileProblem[] } {
  const { draft, problems } = parseFile(text, kind);
  if (problems.length > 0) return { problems };
  const { format: _, title, sections, ...rest } = draft;
  const kept: unknown = JSON.parse(JSON.stringify(rest));
  return { content: { title, sections: { ...sections, [restOfFile]: isJsonObject(kept) ? kept : {} } }, problems };
}

/** Replaces the worksheet by a file, or leaves it alone and says what is wrong with the file. */
export async function importWorksheet(
  grant: Grant<'project.edit'>,
  text: string,
  kind: FileKind,
): Promise<readonly FileProblem[]> {
  const { content, problems } = contentOf(text, kind);
  if (content !== undefined) await replaceWorksheet(grant, content);
  return problems;
}

/**
 * The sections that a new project begins with.
 * @throws AppError bad-input with line and column of the first problem; `details.problems` holds them all
 */
export function sectionsOfFile(text: string, kind: FileKind): FileContent['sections'] {
  const { content, problems } = contentOf(text, kind);
  if (content !== undefined) return content.sections;
  const [first] = problems;
  throw new AppError('bad-input', `Line ${first?.line ?? 1} of the file: ${first?.message ?? 'not readable'}`, {
    ...(first && { line: first.line, column: first.column }),
    problems,
  });
}
