import { effectiveSampleSize } from '../../stats/effective-sample-size.ts';
import { optimalAllocation, stratifiedVariance } from '../../stats/optimal-allocation.ts';
import { samplingMethods } from '../../worksheets/sections/sampling-options.ts';
import { quotedName } from '../words/item-name.ts';
import { counted, number, numberUsed, percent, shareUsed } from '../words/number-words.ts';
import { contradiction, given, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import {
  drawnBy,
  DRAWN_READS,
  noSuchSplit,
  SPLIT_READS,
  splitsWithRole,
  unlisted,
} from '../readings/sampling-reading.ts';
import type { SamplingMethod } from '../readings/sampling-reading.ts';

const DMLS = 'C. Huyen, Designing Machine Learning Systems (2022), chapter 4';
/** Ways of drawing that give no chance of being drawn. */
const NOT_BY_CHANCE: readonly SamplingMethod[] = ['convenience', 'judgment', 'quota', 'snowball', 'active-learning'];
/** Ways of drawing in which some cases stand for more cases than others, on purpose. */
const WEIGHTED: readonly SamplingMethod[] = ['weighted', 'importance'];

/** How cases were drawn, and what their weights are worth. */
export const samplingDrawRules: readonly RuleDefinition[] = [
  {
    id: 'SMP-01',
    version: 1,
    title: 'A test set that was drawn by chance',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [...SPLIT_READS, ...DRAWN_READS],
    bounds: [],
    principle:
      'Results carry over to the cases that one had a known chance to draw; beside such a test, picked cases are a welcome challenge.',
    source: DMLS,
    check: testDrawnByChance,
  },
  {
    id: 'SMP-04',
    version: 1,
    title: 'Weights that are kept and used',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [...SPLIT_READS, ...DRAWN_READS, 'sampling.weightsStored', 'sampling.weightsUsedInEval'],
    bounds: [],
    principle: 'A sample that was drawn unevenly on purpose describes the population only with its weights.',
    source: DMLS,
    check: weightsKeptAndUsed,
  },
  {
    id: 'SMP-05',
    version: 1,
    title: 'Every case that is meant can be drawn',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: ['sampling.method', 'sampling.proposalCoversTarget'],
    bounds: [],
    principle: 'What is never drawn cannot be weighed up: a weight times nothing is nothing.',
    source: DMLS,
    check({ read }) {
      const sampling = read.section('sampling');
      const covers = sampling.at('proposalCoversTarget');
      return given([sampling.at('method'), covers], (method, isCovered) => {
        if (method !== 'importance') return notApplicable;
        if (isCovered) return pass;
        return contradiction({
          ends: [covers, sampling.at('method')],
          message: 'Some cases that are meant can never be drawn, and no weight makes up for them.',
          formula: 'Q(x) > 0 wherever P(x) > 0',
        });
      });
    },
  },
  {
    id: 'SMP-06',
    version: 1,
    title: 'Weights that leave enough cases',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: ['sampling.method', 'sampling.sampledWeightsCv', 'sampling.sampleSize'],
    bounds: ['SMP-06.effective'],
    principle: 'With very uneven weights a few cases decide the result, and the others hardly count.',
    source: 'L. Kish, Survey Sampling (1965)',
    check: effectiveCases,
  },
  {
    id: 'SMP-17',
    version: 1,
    title: 'Cases where they tell most',
    severity: 'info',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'sampling.method',
      'sampling.strata',
      'sampling.strata.share',
      'sampling.strata.size',
      'sampling.strata.sd',
      'sampling.strata.cost',
      'sampling.strata.nAlloc',
      'sampling.criticalGroups',
      'sampling.criticalGroups.minCount',
    ],
    bounds: ['SMP-17.variance'],
    principle: 'Strata that are large, that vary, or that are cheap to draw from deserve more of the sample.',
    source: 'J. Neyman, JRSS 97 (1934)',
    check: allocationOfLeastVariance,
  },
];

function testDrawnByChance(subject: Subject): Outcome | Outcome[] {
  const tests = splitsWithRole(subject, 'test').map((split) => ({ split, drawn: drawnBy(subject, split) }));
  if (tests.length === 0) return noSuchSplit(subject);
  const byChance = tests.some(({ drawn }) => drawn.value !== undefined && !NOT_BY_CHANCE.includes(drawn.value));
  return tests.map(({ split, drawn }) =>
    given([drawn], (method) => {
      if (byChance || !NOT_BY_CHANCE.includes(method)) return pass;
      return contradiction({
        ends: [drawn, split.at('role')],
        message: `The cases of the test ${quotedName(subject, split)} were not drawn by chance (‘${samplingMethods[method]}’), so its results say little about cases beyond them.`,
      });
    }),
  );
}

function weightsKeptAndUsed(subject: Subject): Outcome | Outcome[] {
  const sampling = subject.read.section('sampling');
  const method = sampling.at('method');
  const tests = splitsWithRole(subject, 'test').map((split) => drawnBy(subject, split).value);
  // A test that was drawn evenly is read without weights.
  const testIsEven = tests.length > 0 && tests.every((drawn) => drawn !== undefined && !WEIGHTED.includes(drawn));
  const judge = (key: 'weightsStored' | 'weightsUsedInEval', message: string): Outcome => {
    const answer = sampling.at(key);
    return given([method, answer], (drawn, isDone) => {
      if (!WEIGHTED.includes(drawn)) return notApplicable;
      return isDone ? pass : contradiction({ ends: [answer, method], message });
    });
  };
  const stored = judge(
    'weightsStored',
    'Cases were drawn with unequal chances and their weights are not stored, so nobody can undo it later.',
  );
  if (testIsEven) return stored;
  return [
    stored,
    judge(
      'weightsUsedInEval',
      'Cases were drawn with unequal chances and evaluated without their weights: the result is that of the sample, not of the population.',
    ),
  ];
}

function effectiveCases({ read, profile }: Subject): Outcome {
  const sampling = read.section('sampling');
  const [cv, size] = [sampling.at('sampledWeightsCv'), sampling.at('sampleSize')];
  return given([cv], (variation) => {
    const share = effectiveSampleSize(1, variation);
    if (share >= profile['SMP-06.effective']) return pass;
    const cases = size.value === undefined ? undefined : Math.round(effectiveSampleSize(size.value, variation));
    return contradiction({
      ends: cases === undefined ? [cv] : [cv, size],
      message:
        cases === undefined
          ? `The weights vary so much that the sample is worth only ${percent(share)} of its cases.`
          : `The weights vary so much that ${counted(size.value ?? 0, 'case')} are worth ${number(cases)}.`,
      numbers: [
        numberUsed('Variation of the weights', variation, { symbol: 'cv', from: cv }),
        shareUsed('Effective part of the sample', share),
        ...(cases === undefined ? [] : [numberUsed('Effective cases', cases)]),
      ],
      formula: `1 / (1 + cv²) ≥ ${number(profile['SMP-06.effective'])}`,
    });
  });
}

function allocationOfLeastVariance(subject: Subject): Outcome {
  const { read, profile } = subject;
  const sampling = read.section('sampling');
  const items = sampling.items('strata');
  if (items.length === 0) return unlisted(sampling.whole('strata'));
  // Who needs so many cases of each group does not draw for the mean over all of them.
  const forGroups = sampling.items('criticalGroups').some((group) => (group.at('minCount').value ?? 0) > 0);
  if (sampling.at('method').value !== 'stratified' || forGroups) return notApplicable;
  const [sds, drawn] = [items.map((item) => item.at('sd')), items.map((item) => item.at('nAlloc'))];
  const bySize = items.every((item) => item.at('size').value !== undefined);
  const weights = items.map((item) => (bySize ? item.at('size') : item.at('share')));
  const byCost = items.every((item) => (item.at('cost').value ?? 0) > 0);
  const open = [...sds, ...drawn, ...weights].filter(({ value }) => value === undefined);
  if (open.length > 0) return waits(...open);
  const strata = items.map((item, index) => ({
    weight: weights[index]?.value ?? 0,
    sd: sds[index]?.value ?? 0,
    cost: byCost ? (item.at('cost').value ?? 1) : 1,
  }));
  const counts = drawn.map(({ value }) => value ?? 0);
  const budget = strata.reduce((sum, { cost }, index) => sum + cost * (counts[index] ?? 0), 0);
  if (budget === 0 || strata.every(({ weight, sd }) => weight * sd === 0)) return notApplicable;
  const best = optimalAllocation(strata, budget);
  // A small stratum may not hold as many cases as the formula asks for.
  const isPossible = items.every((item, index) => (best[index] ?? 0) <= (item.at('size').value ?? Infinity));
  const gain = 1 - stratifiedVariance(strata, best) / stratifiedVariance(strata, counts);
  if (!isPossible) return notApplicable;
  if (gain <= profile['SMP-17.variance']) return pass;
  const wanted = items.map((item, index) => `${number(Math.round(best[index] ?? 0))} of ${quotedName(subject, item)}`);
  return contradiction({
    ends: [...drawn, ...sds],
    message: `For the same ${byCost ? 'money' : 'number of cases'} the variance of the mean would fall by ${percent(gain)} if more were drawn where cases vary more.`,
    numbers: [
      shareUsed('Variance that would be saved', gain),
      ...items.map((item, index) =>
        numberUsed(`To draw of ${quotedName(subject, item)}`, Math.round(best[index] ?? 0)),
      ),
    ],
    formula: byCost ? 'n ∝ W·S / √c' : 'n ∝ W·S',
    remedy: { label: `Draw ${wanted.slice(0, 3).join(', ')}${wanted.length > 3 ? ' …' : ''}` },
  });
}
