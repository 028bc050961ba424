import { rareGroup } from '#lib/domain/calculators/rare-group.ts';
import { formatDuration } from '#lib/domain/quantities/duration.ts';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';
import { formatPercentage } from '#lib/domain/quantities/percentage.ts';
import { daysBetween } from '#lib/domain/quantities/plain-days.ts';
import { effectiveSampleSize } from '#lib/domain/stats/effective-sample-size.ts';
import type { SplitItem, Worksheet } from './all-sections.ts';
import { valueOf } from './answers.ts';
import { from, withoutNoise, type Derivation, type Derive, type Input } from './derivation.ts';

const DAY = 86_400_000;

/** What follows from sizes, weights and dates of samples and splits. */
export const samplingValues = {
  'effective-sample-size': (worksheet) => ({
    label: 'Cases that the sample is worth',
    formula: 'size of the sample ÷ (1 + cv²)',
    beside: ['sampling.sampledWeightsCv', 'sampling.sampleSize'],
    result: effectiveSize(worksheet),
  }),
  'rarest-group-in-test': (worksheet) => ({
    label: 'Cases of the rarest critical group to expect in the test',
    formula: 'size of the test × smallest share of a critical group',
    beside: ['sampling.criticalGroups', 'sampling.splits'],
    result: rarestGroup(worksheet),
  }),
  'gap-by-dates': (worksheet) => ({
    label: 'Between training and test by their dates',
    formula: 'first day of the test − last day of training − 1 day',
    beside: ['sampling.splits'],
    result: gapByDates(worksheet),
  }),
} as const satisfies Readonly<Record<string, Derive>>;

function effectiveSize({ sampling }: Worksheet): Derivation {
  const inputs = [
    ['sampling.sampleSize', sampling.sampleSize],
    ['sampling.sampledWeightsCv', sampling.sampledWeightsCv],
  ] as const;
  return from(inputs, ([size, cv], leansOnGuess) => {
    const value = effectiveSampleSize(size, cv);
    const working = `${formatNumber(size, 'table')} ÷ (1 + ${formatNumber(cv, 'table')}²)`;
    return { state: 'value', value, shown: formatNumber(Math.round(value), 'table'), working, leansOnGuess };
  });
}

function rarestGroup({ sampling }: Worksheet): Derivation {
  const tests = withRole(sampling.splits, 'test');
  const missing = [
    ...(tests.length === 0 ? ['sampling.splits'] : []),
    ...(sampling.criticalGroups.length === 0 ? ['sampling.criticalGroups'] : []),
  ];
  if (missing.length > 0) return { state: 'waits', missing };
  const sizes = tests.map(({ id, size }): Input => [`sampling.splits.${id}.size`, size]);
  const shares = sampling.criticalGroups.map(({ id, share }): Input => [`sampling.criticalGroups.${id}.share`, share]);
  return from([...sizes, ...shares], (values, leansOnGuess) => {
    // Of several tests the smallest is the one that misses a group first.
    const [size, share] = [Math.min(...values.slice(0, sizes.length)), Math.min(...values.slice(sizes.length))];
    const value = withoutNoise(size * share);
    const working = `${formatNumber(size, 'table')} × ${formatPercentage(share, 'table')}`;
    const calculator = { id: rareGroup.id, input: { share, n: size } };
    return { state: 'value', value, shown: formatNumber(value, 'sentence'), working, leansOnGuess, calculator };
  });
}

function gapByDates({ sampling }: Worksheet): Derivation {
  const [trainings, tests] = [withRole(sampling.splits, 'train'), withRole(sampling.splits, 'test')];
  if (trainings.length === 0 || tests.length === 0) return { state: 'waits', missing: ['sampling.splits'] };
  const missing = [
    ...trainings.flatMap(({ id, to }) => (to.state === 'answered' ? [] : [`sampling.splits.${id}.to`])),
    ...tests.flatMap(({ id, from: begin }) => (begin.state === 'answered' ? [] : [`sampling.splits.${id}.from`])),
  ];
  const lastDay = trainings.map(({ to }) => valueOf(to) ?? '').reduce((a, b) => (a > b ? a : b));
  const firstDay = tests.map(({ from: begin }) => valueOf(begin) ?? '').reduce((a, b) => (a < b ? a : b));
  if (missing.length > 0) return { state: 'waits', missing };
  const days = daysBetween(lastDay, firstDay) - 1;
  if (days < 0) return { state: 'undefined', reason: 'The test begins before training ends.' };
  const value = days * DAY;
  const working = `${firstDay} − ${lastDay} − 1 day`;
  return { state: 'value', value, shown: formatDuration(value, 'table'), working, leansOnGuess: false };
}

function withRole(splits: readonly SplitItem[], role: 'train' | 'test'): readonly SplitItem[] {
  return splits.filter((split) => valueOf(split.role) === role);
}
