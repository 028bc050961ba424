import type { FileProblem } from '#lib/domain/worksheets/file.ts';
import { base64Of } from '#lib/client/base64-of.ts';
import { limits } from '#lib/domain/limits.ts';

/** A file as someone chose it: a worksheet, which is text, or a whole project, which is packed. */
export type ChosenFile =
  | { readonly name: string; readonly kind: 'yaml' | 'json'; readonly text: string }
  | { readonly name: string; readonly kind: 'project'; /** As base64. */ readonly data: string };

export type WorksheetFile = Extract<ChosenFile, { readonly text: string }>;

/** What the browser offers first. */
export const endings = '.yaml,.yml,.json,.plumbline';

/** The most that one of this name may have, in bytes. */
export function mostBytes(name: string): number {
  return kindOf(name) === 'project' ? limits.projectFileBytes : limits.fileBytes;
}

export async function readChosen(file: File): Promise<ChosenFile> {
  const { name } = file;
  const kind = kindOf(name);
  return kind === 'project' ? { name, kind, data: await base64Of(file) } : { name, kind, text: await file.text() };
}

function kindOf(name: string): ChosenFile['kind'] {
  if (/\.plumbline$/i.test(name)) return 'project';
  return /\.json$/i.test(name) ? 'json' : 'yaml';
}

/** Reads the file in the browser, so that its mistakes are shown before there is a project. The reader comes on demand. */
export async function problemsOf(file: WorksheetFile): Promise<{ title: string; problems: readonly FileProblem[] }> {
  const { parseFile } = await import('#lib/domain/worksheets/file.ts');
  const { draft, problems } = parseFile(file.text, file.kind);
  return { title: draft.title, problems };
}
