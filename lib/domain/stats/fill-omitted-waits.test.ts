import { expect, test } from 'vitest';
import { inputsIn, numberIn, referenceRows } from '#test/reference-rows.ts';
import { fillOmittedWaits } from './fill-omitted-waits.ts';
import { addUpCounts, countValues } from './value-counts.ts';

test('HdrHistogram’s own example: 207 at an interval of 100 adds 107 and nothing else', () => {
  const row = referenceRows('latency_throughput.csv').find(({ calc }) => calc === 'coordinated_omission_small') ?? {};
  const { value = 0, expected_interval: interval = 0 } = inputsIn(row);
  const added = fillOmittedWaits(countValues([value]), interval, 100);
  expect(added).toEqual([{ value: 107, count: 1 }]);
  expect(1 + (added?.length ?? 0)).toBe(numberIn(row, 'expected'));
});

test('each value is filled as often as it came', () => {
  expect(fillOmittedWaits(addUpCounts([30], [4]), 10, 100)).toEqual([
    { value: 20, count: 4 },
    { value: 10, count: 4 },
  ]);
});

test('waits within the interval hid nothing', () => {
  expect(fillOmittedWaits(countValues([1, 5, 9.9, 19.9]), 10, 100)).toEqual([]);
});

test('too many are not made', () => {
  expect(fillOmittedWaits(countValues([1e9]), 1, 1000)).toBeNull();
  expect(fillOmittedWaits(countValues([600, 601, 602]), 1, 1000)).toBeNull();
  expect(fillOmittedWaits(countValues([1002]), 1, 1000)).toBeNull();
  expect(fillOmittedWaits(countValues([0.5, 1001]), 1, 1000)).toHaveLength(1000);
});
