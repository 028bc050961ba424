import type { Worksheet } from './all-sections.ts';
import { answerAt } from './paths.ts';
import { walk } from './walk.ts';

/** A question that somebody has to find the answer to. */
export interface OpenQuestion {
  readonly path: string;
  readonly label: string;
  readonly who: string | null;
  /** Plain date. */
  readonly by: string | null;
}

/** What is not known yet among what is asked; a list or group that is not known as a whole is one question. */
export function openQuestions(worksheet: Worksheet): readonly OpenQuestion[] {
  const found: OpenQuestion[] = [];
  walk(worksheet, ({ path, field, applies }) => {
    const state = worksheet.states.get(path) ?? answerAt(worksheet, path);
    if (!applies || state?.state !== 'unknown') return 'descend';
    found.push({ path, label: field.label, who: state.who ?? null, by: state.by ?? null });
    return 'skip';
  });
  return found;
}
