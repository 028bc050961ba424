import { expect, test } from 'vitest';
import type { JsonObject } from '#lib/domain/json.ts';
import { completeness } from './completeness.ts';
import { changeAt } from './draft-edit.ts';
import { nextGap } from './next-gap.ts';
import { readWorksheet } from './read-worksheet.ts';

const worksheet = readWorksheet({
  format: 'plumbline/v1',
  title: '',
  sections: {
    overview: { name: 'Card fraud', oneLiner: 'Hold likely fraud.' },
    framing: { taskType: 'binary' },
    metrics: {
      items: [
        { id: 'loss', name: 'Fraud loss', kind: 'business' },
        { id: 'recall', name: 'Recall', kind: 'model' },
      ],
    },
    imbalance: { costMatrix: { tp: '2', fn: '80' } },
  },
});
const after = (from: string) => nextGap(worksheet, 'framing', from);

test('a section and an item stand before their fields, a field behind itself', () => {
  expect(after('overview')).toBe('overview.authors');
  expect(after('overview.authors')).toBe('overview.approverRoles');
  expect(after('metrics.items.recall')).toBe('metrics.items.recall.role');
  expect(after('metrics.items.loss.owner')).toBe('metrics.items.recall.role');
});

test('what is asked only because of an answer is among them', () => {
  expect(after('framing.output')).toBe('framing.classes');
  expect(after('metrics.items.recall.role')).toBe('metrics.items.recall.formula');
});

test('of a group the blank members are asked one by one', () => {
  expect(after('imbalance')).toBe('imbalance.costMatrix.fp');
  expect(after('imbalance.costMatrix.fp')).toBe('imbalance.costMatrix.tn');
});

test('behind the last one it begins again, and a place that is nowhere is the beginning', () => {
  expect(after('risk.sensitiveUse')).toBe('overview.authors');
  expect(after('')).toBe('overview.authors');
  expect(after('metrics.items.gone.name')).toBe('overview.authors');
});

test('whoever answers one after the other meets every gap once and comes to the end', () => {
  let sections: Readonly<Record<string, JsonObject>> = {};
  const read = () => readWorksheet({ format: 'plumbline/v1', title: '', sections });
  const met: string[] = [];
  for (let gap = nextGap(read(), 'framing', ''); gap !== null; gap = nextGap(read(), 'framing', gap)) {
    met.push(gap);
    expect(completeness(read(), 'framing').gaps).toContain(gap);
    sections = changeAt(sections, gap, { unknown: {} });
  }
  expect(new Set(met).size).toBe(met.length);
  expect(completeness(read(), 'framing')).toMatchObject({ gaps: [], open: met.length });
});
