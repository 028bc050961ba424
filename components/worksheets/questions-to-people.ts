import type { HandedQuestion, PersonChoice } from '#components/forms/editing.ts';
import type { ProjectAddress } from '#lib/client/kept-ops.ts';
import { isAppError } from '#lib/domain/errors.ts';
import { valueHash } from '#lib/domain/worksheets/hashes.ts';
import { editsSent } from './edits-sent.ts';
import type { WorksheetParts } from './worksheet-context.ts';

/** More names than these are found by typing more of one. */
const SHOWN = 8;

export async function findPeople(address: ProjectAddress, text: string): Promise<readonly PersonChoice[]> {
  const { api } = await import('#lib/client/api.ts');
  return (await api.projects.findPeople({ ...address, text, limit: SHOWN })).items;
}

/** Hands a question to somebody, about the answer that stands here; a newer one is brought in beside the refusal. */
export async function askSomebody(parts: WorksheetParts, path: string, question: HandedQuestion): Promise<void> {
  const { facts, store, outbox, assessor, readAnew } = parts;
  const { api } = await import('#lib/client/api.ts');
  await editsSent(outbox);
  const base = valueHash(store.valueAt(path));
  try {
    await api.questions.ask({ ...facts.address, path, base, ...question });
  } catch (error) {
    if (isAppError(error) && error.code === 'conflict') await readAnew();
    throw error;
  }
  await readAnew();
  assessor.settle();
}
