import { isJsonObject } from '#lib/domain/json.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { parseFile, type FileProblem } from '#lib/domain/worksheets/file.ts';
import type { Grant, ProjectGrant } from './grants.ts';
import { readSections, replaceWorksheet, restOfFile } from './worksheets.ts';

/** The worksheet of a project as one draft: what the checks read and a file says. */
export async function readDraft(grant: ProjectGrant): Promise<DraftWorksheet> {
  const { [restOfFile]: rest, ...sections } = await readSections(grant);
  return {
    ...rest?.value,
    format: 'plumbline/v1',
    title: grant.project.title,
    sections: Object.fromEntries(Object.entries(sections).map(([name, section]) => [name, section.value])),
  };
}

/** Replaces the worksheet by a file, or leaves it alone and says what is wrong with the file. */
export async function importWorksheet(
  grant: Grant<'project.edit'>,
  text: string,
  kind: 'yaml' | 'json',
): Promise<readonly FileProblem[]> {
  const { draft, problems } = parseFile(text, kind);
  if (problems.length > 0) return problems;
  const { format: _, title, sections, ...rest } = draft;
  const kept: unknown = JSON.parse(JSON.stringify(rest));
  await replaceWorksheet(grant, { title, sections: { ...sections, [restOfFile]: isJsonObject(kept) ? kept : {} } });
  return [];
}
