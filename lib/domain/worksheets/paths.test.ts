import { describe, expect, it } from 'vitest';
import type { DraftWorksheet } from './draft.ts';
import {
  answerAt,
  definitionKey,
  draftValueAt,
  fieldAtPath,
  itemAround,
  itemIdsAt,
  parentPath,
  parsePath,
  stateAt,
} from './paths.ts';
import { readWorksheet } from './read-worksheet.ts';

const draft: DraftWorksheet = {
  format: 'plumbline/v1',
  title: 'T',
  sections: {
    framing: {
      taskType: 'binary',
      classes: { notApplicable: 'No classes.' },
      baselines: [{ id: 'rules', name: 'Rules', values: [{ id: 'v1', value: '0.4' }] }],
    },
    imbalance: { costMatrix: { fp: '€4' } },
  },
};
const worksheet = readWorksheet(draft);

describe('parsePath', () => {
  it.each([
    ['framing', 'section', 'framing'],
    ['framing.taskType', 'field', 'framing.taskType'],
    ['framing.baselines', 'field', 'framing.baselines'],
    ['framing.baselines.rules', 'item', 'framing.baselines'],
    ['framing.baselines.rules.name', 'field', 'framing.baselines.name'],
    ['framing.baselines.rules.values.v1', 'item', 'framing.baselines.values'],
    ['framing.baselines.rules.values.v1.value', 'field', 'framing.baselines.values.value'],
    ['imbalance.costMatrix.fp', 'field', 'imbalance.costMatrix.fp'],
  ])('%s', (path, kind, key) => {
    expect(parsePath(path)?.kind).toBe(kind);
    expect(definitionKey(path)).toBe(key);
  });

  it.each([
    '',
    'nowhere',
    'framing.nothing',
    'framing.taskType.deeper',
    'framing.baselines.rules.nothing',
    'framing.constructor',
  ])('finds nothing at %j', (path) => {
    expect(parsePath(path)).toBeUndefined();
    expect(definitionKey(path)).toBeUndefined();
  });

  it('gives fields for fields only', () => {
    expect(fieldAtPath('framing.baselines.rules.values.v1.value')?.label).toBe('Value');
    expect(fieldAtPath('framing.baselines.rules')).toBeUndefined();
    expect(fieldAtPath('framing')).toBeUndefined();
  });
});

describe('values at paths', () => {
  it('finds items by their ids', () => {
    expect(draftValueAt(draft, 'framing.baselines.rules.values.v1.value')).toBe('0.4');
    expect(draftValueAt(draft, 'framing.baselines.gone.name')).toBeUndefined();
    expect(draftValueAt(draft, 'framing.constructor')).toBeUndefined();
    expect(answerAt(worksheet, 'framing.baselines.rules.values.v1.value')).toMatchObject({
      state: 'answered',
      value: 0.4,
    });
    expect(answerAt(worksheet, 'framing.baselines')).toBeUndefined();
    expect(itemIdsAt(worksheet, 'framing.baselines')).toEqual(['rules']);
    expect(itemIdsAt(worksheet, 'framing.taskType')).toEqual([]);
  });

  it('knows the state of lists and groups', () => {
    expect(stateAt(worksheet, 'framing.baselines')).toBe('answered');
    expect(stateAt(worksheet, 'framing.framingAlternatives')).toBe('blank');
    expect(stateAt(worksheet, 'framing.classes')).toBe('not-applicable');
    expect(stateAt(worksheet, 'imbalance.costMatrix')).toBe('answered');
    expect(stateAt(worksheet, 'imbalance.tailFocus')).toBe('blank');
    expect(stateAt(worksheet, 'framing.taskType')).toBe('answered');
    expect(stateAt(worksheet, 'nowhere')).toBe('blank');
  });

  it('steps up to what holds a path', () => {
    expect(parentPath('framing.baselines.rules')).toBe('framing.baselines');
    expect(parentPath('framing')).toBe('');
  });
});

it('knows the nearest item around a field', () => {
  expect(itemAround('framing.baselines.rules.values.v1.value')).toBe('framing.baselines.rules.values.v1');
  expect(itemAround('framing.baselines.rules.name')).toBe('framing.baselines.rules');
  expect(itemAround('framing.baselines')).toBeUndefined();
  expect(itemAround('imbalance.costMatrix.fp')).toBeUndefined();
});
