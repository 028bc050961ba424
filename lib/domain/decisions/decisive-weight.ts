import type { DecisionContent } from '#lib/domain/worksheets/decision.ts';
import { weightedScores } from './weighted-scores.ts';

export interface Ranking {
  /** Ids of options, the best first; those that were not judged by every criterion are left out. */
  readonly order: readonly string[];
  /** The smallest change of one weight that puts another option level with the first; null where none does. */
  readonly turns: {
    readonly criterion: string;
    /** What it would have to weigh, from 0 to 100. */
    readonly weight: number;
    readonly option: string;
  } | null;
}

/**
 * How firmly a comparison by weighted criteria stands. The first option leads another by S = Σ wᵢ dᵢ, with dᵢ the
 * difference of their scores; changing one weight to w′ₖ = wₖ − S ⁄ dₖ makes them equal. The smallest |ln(w′ₖ ⁄ wₖ)| is
 * the change that is asked least for.
 */
export function rankOptions({ criteria, options }: Pick<DecisionContent, 'criteria' | 'options'>): Ranking {
  const means = weightedScores({ criteria, options });
  const judged = options.filter(({ id }) => typeof means.get(id) === 'number');
  const mean = (id: string) => means.get(id) ?? 0;
  const [first, ...others] = judged.toSorted((one, other) => mean(other.id) - mean(one.id));
  if (first === undefined) return { order: [], turns: null };
  const score = ({ scores }: { readonly scores: Readonly<Record<string, number>> }, id: string) => scores[id] ?? 0;
  const turning = others.flatMap((other) => {
    const lead = criteria.reduce((sum, { id, weight }) => sum + weight * (score(first, id) - score(other, id)), 0);
    return criteria.flatMap(({ id: criterion, weight: stands }) => {
      const difference = score(first, criterion) - score(other, criterion);
      const weight = stands - lead / difference;
      if (difference === 0 || weight < 0 || weight > 100) return [];
      return [{ criterion, weight, option: other.id, change: Math.abs(Math.log(weight / stands)) }];
    });
  });
  const [least] = turning.toSorted((one, other) => one.change - other.change);
  return {
    order: [first, ...others].map(({ id }) => id),
    turns: least === undefined ? null : { criterion: least.criterion, weight: least.weight, option: least.option },
  };
}
