import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Criterion, DecisionOption } from '#lib/domain/worksheets/decision.ts';
import { rankOptions } from './decisive-weight.ts';
import { weightedScores } from './weighted-scores.ts';

const option = (id: string, scores: Readonly<Record<string, number>>): DecisionOption => ({
  id,
  title: id,
  description: '',
  pros: [],
  neutral: [],
  cons: [],
  scores,
});
const criterion = (id: string, weight: number): Criterion => ({ id, name: id, weight });

describe('how firmly a comparison stands', () => {
  it('is told by the weight that would turn it', () => {
    const criteria = [criterion('trust', 3), criterion('effort', 1), criterion('cost', 2)];
    const options = [option('mean', { trust: 1, effort: 5, cost: 4 }), option('p95', { trust: 4, effort: 2, cost: 3 })];
    // p95 leads by 3·3 − 1·3 − 2·1 = 4; level at 3 − 4 ⁄ 3 for trust, 1 + 4 ⁄ 3 for effort, 2 + 4 for cost.
    const { order, turns } = rankOptions({ criteria, options });
    expect(order).toEqual(['p95', 'mean']);
    expect(turns).toMatchObject({ criterion: 'trust', option: 'mean' });
    expect(turns?.weight).toBeCloseTo(5 / 3, 12);
  });

  it('says nothing where one is better by every criterion, or nothing is judged', () => {
    const criteria = [criterion('trust', 3), criterion('effort', 1)];
    const better = [option('one', { trust: 4, effort: 4 }), option('two', { trust: 1, effort: 1 })];
    expect(rankOptions({ criteria, options: better })).toEqual({ order: ['one', 'two'], turns: null });
    expect(rankOptions({ criteria, options: [option('one', { trust: 4 })] })).toEqual({ order: [], turns: null });
    expect(rankOptions({ criteria: [], options: better })).toEqual({ order: [], turns: null });
  });

  it('names a weight at which both are level', () => {
    const ids = ['a', 'b', 'c'];
    const scores = fc.record(Object.fromEntries(ids.map((id) => [id, fc.integer({ min: 0, max: 5 })])));
    const weights = fc.tuple(...ids.map(() => fc.integer({ min: 1, max: 9 })));
    fc.assert(
      fc.property(scores, scores, weights, (one, other, given) => {
        const criteria = ids.map((id, at) => criterion(id, given[at] ?? 1));
        const options = [option('one', one), option('other', other)];
        const { turns } = rankOptions({ criteria, options });
        if (turns === null) return;
        const changed = criteria.map((each) =>
          each.id === turns.criterion ? { ...each, weight: turns.weight } : each,
        );
        if (changed.every(({ weight }) => weight === 0)) return;
        const means = weightedScores({ criteria: changed, options });
        expect(means.get('one')).toBeCloseTo(means.get('other') ?? Number.NaN, 9);
      }),
    );
  });
});
