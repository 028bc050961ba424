import { expect, test } from 'vitest';
import { answerAt } from '../../worksheets/paths.ts';
import { readWorksheet } from '../../worksheets/read-worksheet.ts';
import { labelAt, nameAt, shownValue } from './shown-value.ts';

const worksheet = readWorksheet({
  format: 'plumbline/v1',
  title: 'Example',
  sections: {
    business: { objective: `Cut ${'very '.repeat(30)}much` },
    framing: {
      baselines: [{ id: 'rules', name: 'Rules', values: [{ id: 'v1', metric: 'm1', value: '0.3' }] }],
      taskType: 'binary',
      targetIsProxy: false,
      modality: ['tabular', 'text'],
    },
    imbalance: { prevalenceProduction: '~0.2 %', costMatrix: { tp: '-2' } },
    metrics: {
      items: [
        { id: 'm1', name: 'Recall', kind: 'model', role: 'primary', drives: 'loss' },
        { id: 'loss', name: 'Fraud loss' },
        { id: 'bare' },
      ],
    },
  },
});
const shown = (path: string): string =>
  shownValue(worksheet, { path, answer: answerAt(worksheet, path) ?? { state: 'blank' } });

test.each([
  ['framing.taskType', 'Yes or no'],
  ['framing.targetIsProxy', 'No'],
  ['framing.modality', 'Tables, Text'],
  ['framing.loss', ''],
  ['imbalance.prevalenceProduction', '0.2\u202f%'],
  ['imbalance.costMatrix.tp', '\u22122'],
  ['metrics.items.m1.drives', '‘Fraud loss’'],
  ['metrics.items', '3 listed'],
  ['framing.framingAlternatives', ''],
])('%s reads %j', (path, expected) => {
  expect(shown(path)).toBe(expected);
});

test('a long text is cut to its beginning', () => {
  expect(shown('business.objective')).toMatch(/^Cut very .*…$/);
  expect(Array.from(shown('business.objective'))).toHaveLength(80);
});

test('labels name the item where it has a name', () => {
  expect(labelAt(worksheet, 'metrics.items.m1.targetValue')).toBe('Recall · Target');
  expect(labelAt(worksheet, 'metrics.items.bare.targetValue')).toBe('Target');
  expect(labelAt(worksheet, 'framing.baselines.rules.values.v1.value')).toBe('Rules · Value');
  expect(labelAt(worksheet, 'business.objective')).toBe('Objective');
  expect(nameAt(worksheet, 'metrics.items.bare')).toBeUndefined();
});
