import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#lib/domain/json.ts';
import { fieldAtPath } from './paths.ts';
import { readWorksheet } from './read-worksheet.ts';
import { referenceTargets } from './reference-targets.ts';
import { danglingReferences, referenceOptions, referrers } from './references.ts';

const sections: Record<string, JsonObject> = {
  framing: {
    classes: [{ id: 'fraud', name: 'Fraud' }],
    baselines: [
      { id: 'rules', name: 'Rules', values: [{ id: 'v1', metric: 'loss' }] },
      { id: 'loss', name: 'A namesake of the metric' },
    ],
  },
  metrics: {
    items: [
      { id: 'loss', name: 'Loss', baselineRef: 'loss' },
      {
        id: 'recall',
        name: 'Recall',
        drives: 'loss',
        baselineRef: 'rulse',
        measuredOn: 'test',
        atThreshold: 'threshold',
      },
    ],
  },
  sampling: { splits: [{ id: 'test', name: 'The frozen month' }] },
  imbalance: {
    minorityClass: 'fraud',
    threshold: 0.04,
    perClassTargets: [{ id: 't', class: 'fraud', metric: 'recall' }],
  },
};
const worksheet = readWorksheet({ format: 'plumbline/v1', title: 'T', sections });

describe('references', () => {
  it('offers what can be pointed at, by name', () => {
    expect(referenceOptions(worksheet, 'metric')).toEqual([
      { id: 'loss', label: 'Loss', path: 'metrics.items.loss' },
      { id: 'recall', label: 'Recall', path: 'metrics.items.recall' },
    ]);
    expect(referenceOptions(worksheet, 'threshold')).toEqual([
      { id: 'threshold', label: 'Threshold (0.04)', path: 'imbalance.threshold' },
    ]);
  });

  it('points at lists alone', () => {
    const kinds = Object.values(referenceTargets).map(({ list }) => fieldAtPath(list)?.kind);
    expect(new Set(kinds)).toEqual(new Set(['list']));
  });

  it('finds what points at nothing, and what may have been meant', () => {
    expect(danglingReferences(worksheet)).toEqual([
      { path: 'metrics.items.recall.baselineRef', target: 'baseline', id: 'rulse', near: 'rules' },
    ]);
  });

  it('says who refers to an item', () => {
    expect(referrers(sections, 'metrics.items.loss')).toEqual([
      'framing.baselines.rules.values.v1.metric',
      'metrics.items.recall.drives',
    ]);
    expect(referrers(sections, 'framing.classes.fraud')).toEqual([
      'imbalance.minorityClass',
      'imbalance.perClassTargets.t.class',
    ]);
    expect(referrers(sections, 'overview.inScope.loss')).toEqual([]);
    expect(referrers(sections, 'metrics.items')).toEqual([]);
  });
});
