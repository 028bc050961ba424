import { expect, test } from 'vitest';
import { latencyBudgetContract } from './latency-budget-contract.ts';
import { latencyTable } from './latency-table.ts';
import { tableReader } from './read-table.ts';
import { tableText } from './write-table.ts';

const read = (text: string): unknown => {
  const { push, end } = tableReader([latencyTable], {});
  push(text);
  return end().value;
};

test('a row is a stage, and an empty cell is no key', () => {
  const stages = read(
    'name,p50,p99,mean,group,fanout,after\nFetch,5,20,,io,,\nModel,,,12,,8,\nRank,,,3,,,Fetch + Model\n',
  );
  expect(stages).toEqual([
    { name: 'Fetch', group: 'io', distribution: { p50: 5, p99: 20 } },
    { name: 'Model', fanout: 8, distribution: { mean: 12 } },
    { name: 'Rank', after: ['Fetch', 'Model'], distribution: { mean: 3 } },
  ]);
  expect(latencyBudgetContract.input.safeParse({ stages }).success).toBe(true);
});

test('stages are written as the rows that give them back', () => {
  const text = 'name,p50,p99,mean,group,fanout,after\nFetch,5,20,,io,,\nRank,,,3,,8,Fetch + Model';
  expect(tableText(latencyTable, latencyTable.scatter?.(read(text)))).toBe(text);
  expect(latencyTable.scatter?.([{ name: 'a', distribution: { values: [1] } }, 7, null])).toEqual([]);
  expect(latencyTable.scatter?.('text')).toEqual([]);
});
