import type { Sections } from '#lib/client/pending-edits.ts';
import { expect, it } from 'vitest';
import { referrersOf } from './referrers.ts';

const sections: Sections = {
  metrics: {
    items: [
      { id: 'loss', name: 'Fraud loss' },
      { id: 'm1', name: 'Precision', drives: 'loss', baselineRef: 'loss' },
    ],
  },
  imbalance: { perClassTargets: [{ id: 't1', metric: 'm1', class: 'fraud' }] },
};

it('tells who refers to an item, and takes an id in another list for what it is', () => {
  expect(referrersOf(sections, 'metrics.items.loss')).toEqual(['Metrics › Precision: Business metric it stands for']);
  expect(referrersOf(sections, 'metrics.items.m1')).toEqual(['Class imbalance and error costs: Metric']);
  expect(referrersOf(sections, 'framing.classes.other')).toEqual([]);
});
