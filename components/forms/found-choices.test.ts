import { describe, expect, it } from 'vitest';
import { fieldAtPath } from '#lib/domain/worksheets/paths.ts';
import { referenceTargets } from '#lib/domain/worksheets/reference-targets.ts';
import { foundChoices } from './found-choices.ts';

const choices = [
  { value: 'c1', label: 'Stream of payment events' },
  { value: 'c2', label: 'Payment service' },
  { value: 'c3', label: 'Façade' },
];
const find = (typed: string, value = '') => foundChoices(choices, typed, { noun: 'component', value });
const labels = (typed: string, value = '') => find(typed, value).map(({ label }) => label);

describe('foundChoices', () => {
  it('lists all before anything is typed, and None only where something is chosen', () => {
    expect(labels('')).toEqual(choices.map(({ label }) => label));
    expect(find('', 'c1').at(-1)).toEqual({ kind: 'none', value: '', label: 'None' });
  });

  it('finds every word anywhere, beginnings of names first, without case and accents', () => {
    expect(labels('pay').slice(0, 2)).toEqual(['Payment service', 'Stream of payment events']);
    expect(labels('events stream')[0]).toBe('Stream of payment events');
    expect(labels('FACADE')).toEqual(['Façade']);
  });

  it('offers to add what no item is called', () => {
    expect(find('  Fraud   ranker ')).toEqual([
      { kind: 'new', value: 'Fraud ranker', label: 'New component: ‘Fraud ranker’' },
    ]);
    expect(labels('payment service')).toEqual(['Payment service']);
  });
});

it('adds an item by a field that every list that is referred to has', () => {
  for (const { list } of Object.values(referenceTargets)) {
    expect({ list, kind: fieldAtPath(`${list}.x.name`)?.kind }).toEqual({ list, kind: 'text' });
  }
});
