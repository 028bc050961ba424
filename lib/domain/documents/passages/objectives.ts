import { valueOf } from '#lib/domain/worksheets/answers.ts';
import { paragraph, runs } from '../runs.ts';
import type { Passage, Writing, Written } from '../writing.ts';
import { said } from '../writing.ts';

const COMBINATION = 'objectives.combination';
const RETRAIN_TIME = 'objectives.retrainTime';

/** What the way of combining means for whoever wants another balance. */
const meaning = {
  single: 'There is one objective, that of the primary metric, and nothing to weigh it against.',
  'weighted-loss': 'The objectives are weighted in one loss, so that a new weight takes a new training',
  'weighted-score':
    'Each objective has a score of its own and the scores are weighted, so that a weight changes without a new training.',
  constrained: 'One objective is made as good as possible while the others keep their limits.',
  lexicographic:
    'The objectives count in order of priority: a later one decides only where the earlier ones are equal.',
  'pareto-manual': 'People choose among the trade-offs in which no objective can gain without another losing.',
  'policy-layer': 'The model scores each objective, and rules after it decide.',
} as const;

/** 'The objectives are weighted in one loss, so that a new weight takes a new training (3 days).' */
function combination(writing: Writing): Written | undefined {
  const way = valueOf(writing.worksheet.objectives.combination);
  if (way === undefined) return undefined;
  if (way !== 'weighted-loss') return { blocks: [paragraph(runs(meaning[way]), COMBINATION)], used: [COMBINATION] };
  const time = said(writing, RETRAIN_TIME);
  const words = runs(meaning[way], time === undefined ? '.' : runs(' (', time, ').'));
  return {
    blocks: [paragraph(words, COMBINATION)],
    used: [COMBINATION, ...(time === undefined ? [] : [RETRAIN_TIME])],
  };
}

export const objectivesPassages: readonly Passage[] = [{ at: 'combination', write: combination }];
