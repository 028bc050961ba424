import type { FileProblem } from '#lib/domain/worksheets/file.ts';

/** A worksheet file as someone chose it. */
export interface ChosenFile {
  readonly name: string;
  readonly text: string;
  readonly kind: 'yaml' | 'json';
}

/** Told by the name: both kinds are text. */
export function kindOf(name: string): ChosenFile['kind'] {
  return /\.json$/i.test(name) ? 'json' : 'yaml';
}

/** Reads the file in the browser, so that its mistakes are shown before there is a project. The reader comes on demand. */
export async function problemsOf(file: ChosenFile): Promise<{ title: string; problems: readonly FileProblem[] }> {
  const { parseFile } = await import('#lib/domain/worksheets/file.ts');
  const { draft, problems } = parseFile(file.text, file.kind);
  return { title: draft.title, problems };
}
