import { describe, expect, it } from 'vitest';
import { calculatorOutputs, derivedValues, linkedValues } from '#test/derived-values.ts';
import { calculatorById } from '#lib/domain/calculators/all-calculators.ts';
import { runCalculator } from '#lib/domain/calculators/run-calculator.ts';
import type { JsonObject } from '#lib/domain/json.ts';
import type { Derived } from './derivation.ts';
import { deriveAll } from './derived.ts';
import { readWorksheet } from './read-worksheet.ts';

const known = derivedValues.flatMap(({ result, ...derived }) =>
  result.state === 'value' ? [{ ...derived, result }] : [],
);

describe('derived values', () => {
  it('are all known in some worksheet here, so that nothing below passes for want of a value', () => {
    const ids = new Set(known.map(({ id }) => id));
    expect(derivedValues.filter(({ id }) => !ids.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it.each(known)('say their formula, and the numbers in it: $from', ({ formula, result }) => {
    expect(formula).not.toBe('');
    expect(result.working).toMatch(/\d|^no training$|^columns are kept together$/);
  });

  it('lead to a calculator where one says the same', () => {
    expect(new Set(linkedValues.map(({ id }) => id))).toEqual(new Set(Object.keys(calculatorOutputs())));
  });

  it.each(linkedValues)('are what the calculator says of its input: $from', ({ value, calculator, output }) => {
    const run = runCalculator(calculatorById(calculator.id), calculator.input);
    expect(run.output).toHaveProperty(output, expect.closeTo(value, 9));
  });
});

describe('a derived value without the other inputs of its calculator', () => {
  const derived = (id: string, sections: Record<string, JsonObject>): Derived['result'] | undefined =>
    deriveAll(readWorksheet({ format: 'plumbline/v1', title: 'T', sections })).find((entry) => entry.id === id)?.result;
  const costMatrix = { tp: 0, fp: 1, fn: 10, tn: 0 };
  const load = { peakRps: '10/s', meanMs: '200 ms' };

  it.each([
    ['cost-threshold', { imbalance: { costMatrix } }],
    ['requests-at-once', { serving: load }],
    ['requests-at-once', { serving: { ...load, replicas: 0, perReplicaConcurrency: 4 } }],
    ['requests-at-once', { serving: { ...load, replicas: 2, perReplicaConcurrency: 4, batch: { enabled: true } } }],
    ['majority-accuracy', { framing: { taskType: 'multiclass', classes: [{ id: 'a', expectedShare: '60 %' }] } }],
  ])('is shown without a link: %s', (id, sections) => {
    const result = derived(id, sections);
    expect(result).toMatchObject({ state: 'value' });
    expect(result).not.toHaveProperty('calculator');
  });

  it('has one as soon as they are there', () => {
    const queue = derived('requests-at-once', { serving: { ...load, replicas: 2, perReplicaConcurrency: 4 } });
    expect(queue).toMatchObject({
      calculator: { id: 'queue', input: { arrivalRate: 10, serviceTime: 0.2, servers: 8 } },
    });
  });
});
