import { valueOf } from '#lib/domain/worksheets/answers.ts';
import { paragraph, runs } from '../runs.ts';
import type { Passage, Writing, Written } from '../writing.ts';
import { said } from '../writing.ts';

const ROLLBACK = 'artifacts.rollback';

/** 'Going back takes 10 minutes; 3 versions are kept. It has been tried.' Only where all three are said. */
function rollback(writing: Writing): Written | undefined {
  const [kept, time] = ['keptVersions', 'timeToRollBack'].map((key) => said(writing, `${ROLLBACK}.${key}`));
  const tested = valueOf(writing.worksheet.artifacts.rollback.tested);
  if (kept === undefined || time === undefined || tested === undefined) return undefined;
  const words = runs(
    'Going back takes ',
    time,
    '; ',
    kept,
    ' are kept. ',
    tested ? 'It has been tried.' : 'It has never been tried.',
  );
  return { blocks: [paragraph(words, ROLLBACK)], used: [ROLLBACK] };
}

export const artifactsPassages: readonly Passage[] = [{ at: 'rollback', write: rollback }];
