import { isPlace } from '#lib/domain/decisions/value-then-and-now.ts';
import { placeName } from '#lib/domain/documents/place-name.ts';
import { AppError } from '#lib/domain/errors.ts';
import type { DecisionLink } from '#lib/domain/worksheets/decision.ts';
import { draftValueAt } from '#lib/domain/worksheets/paths.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import type { Transaction } from '../db.ts';
import type { Grant } from './grants.ts';
import { draftOf } from './worksheet-files.ts';
import { readSectionsIn } from './worksheets.ts';

/** What somebody wants to link a decision to; what stood there is looked up, not believed. */
export type AskedLink =
  | { readonly kind: 'field'; readonly path: string }
  | Extract<DecisionLink, { kind: 'thread' | 'finding' | 'evidence' }>;

/**
 * Links with what they point at as it stands, inside a command.
 * @throws AppError bad-input for what is not there
 */
export async function linksTo(
  tx: Transaction,
  { project }: Grant<'decisions.write'>,
  asked: readonly AskedLink[],
): Promise<readonly DecisionLink[]> {
  if (asked.length === 0) return [];
  const draft = draftOf(project.title, await readSectionsIn(tx, project.id));
  const worksheet = readWorksheet(draft);
  const demandPlace = (path: string) => {
    if (!isPlace(path, draft.sections)) throw missing(`There is no place ${path} in this worksheet.`);
  };
  const links: DecisionLink[] = [];
  for (const link of asked) {
    if (link.kind === 'field') {
      demandPlace(link.path);
      const value = draftValueAt(draft, link.path) ?? null;
      links.push({ ...link, label: placeName(worksheet, link.path), value });
      continue;
    }
    if (link.kind === 'finding') demandPlace(link.path);
    if (link.kind === 'thread') await demandThread(tx, project.id, link.number);
    if (link.kind === 'evidence' && !worksheet.evidence.some(({ id }) => id === link.id)) {
      throw missing(`There is no evidence ${link.id} in this worksheet.`);
    }
    links.push(link);
  }
  return links;
}

async function demandThread(tx: Transaction, projectId: string, number: number): Promise<void> {
  const found = await tx.thread.count({ where: { projectId, number } });
  if (found === 0) throw missing(`There is no thread ${number} in this project.`);
}

function missing(reason: string): AppError {
  return new AppError('bad-input', reason, { path: 'links' });
}
