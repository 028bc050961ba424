import { expect, test } from 'vitest';
import { calculatorById, calculators } from './all-calculators.ts';
import { dialects } from './count-sql.ts';
import { runCalculator } from './run-calculator.ts';

test.each(calculators.map((calculator) => [calculator.id, calculator] as const))(
  '%s keeps its contract',
  (_, calculator) => {
    const run = runCalculator(calculator, calculator.example);
    expect(calculator.output.parse(run.output)).toEqual(run.output);
    expect(run.interpretation.length).toBeGreaterThan(0);
    for (const sentence of run.interpretation) expect(sentence).toMatch(/[^.]\.$/);
    expect(calculator.question).toMatch(/\?$/);
    expect(calculator.sources.length).toBeGreaterThan(0);
    expect(JSON.stringify(runCalculator(calculator, calculator.example))).toBe(JSON.stringify(run));
    for (const dialect of dialects) expect(run.sql?.[dialect]).toMatch(/^SELECT\n[\s\S]*\bFROM\b/);
  },
);

test.each(calculators.map((calculator) => [calculator.id, calculator] as const))(
  '%s refuses what it does not know',
  (_, calculator) => {
    expect(() => runCalculator(calculator, { ...Object(calculator.example), confidense: 0.9, zzzzzzzz: 1 })).toThrow(
      /is not an input of/,
    );
    expect(() => runCalculator(calculator, 'text')).toThrow('must be an object');
    expect(() => runCalculator(calculator, {})).toThrow(/ is missing\.$/);
    expect(() => runCalculator(calculator, null)).toThrow(expect.objectContaining({ code: 'bad-input' }));
  },
);

test('ids are unique and an unknown one names the nearest', () => {
  expect(new Set(calculators.map(({ id }) => id)).size).toBe(calculators.length);
  expect(() => calculatorById('proportion-intervall')).toThrow('Did you mean proportion-interval?');
  expect(() => calculatorById('zzz')).toThrow('There are proportion-interval,');
});

test('the warehouses differ where they must', () => {
  const sql = calculatorById('proportion-interval').sql;
  expect(sql?.bigquery).toContain('COUNTIF(outcome = 1)');
  expect(sql?.snowflake).toContain('COUNT_IF(outcome = 1)');
  expect(sql?.spark).toContain('count_if(outcome = 1)');
  expect(sql?.postgres).toContain('COUNT(*) FILTER (WHERE outcome = 1)');
});
