import type { DecisionContent } from '#lib/domain/worksheets/decision.ts';

/**
 * The mean of an option's scores, each weighted by its criterion, from 0 to 5: Σ weight × score ÷ Σ weight. Null for an
 * option that was not judged by every criterion, since a mean over fewer would flatter or wrong it; empty without criteria.
 */
export function weightedScores({
  criteria,
  options,
}: Pick<DecisionContent, 'criteria' | 'options'>): ReadonlyMap<string, number | null> {
  if (criteria.length === 0) return new Map();
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return new Map(
    options.map(({ id, scores }) => {
      const parts = criteria.map((criterion) =>
        Object.hasOwn(scores, criterion.id) ? criterion.weight * (scores[criterion.id] ?? 0) : null,
      );
      const judged = parts.filter((part) => part !== null);
      return [id, judged.length < parts.length ? null : judged.reduce((sum, part) => sum + part, 0) / weights];
    }),
  );
}
