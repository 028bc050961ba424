import { rareGroup } from '../../calculators/rare-group.ts';
import { binomialCdf } from '../../stats/binomial-cdf.ts';
import { hypergeometricMissProbability } from '../../stats/hypergeometric-miss-probability.ts';
import type { CriticalGroupItem } from '../../worksheets/all-sections.ts';
import { quotedName } from '../words/item-name.ts';
import { counted, number, numberUsed, percent, shareUsed } from '../words/number-words.ts';
import type { Reader } from '../reader.ts';
import { contradiction, given, notApplicable, pass } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import {
  drawnBy,
  DRAWN_READS,
  noSuchSplit,
  SPLIT_READS,
  splitsWithRole,
  unlisted,
} from '../readings/sampling-reading.ts';
import type { SamplingMethod, SplitReader } from '../readings/sampling-reading.ts';

const GROUPS = ['sampling.criticalGroups', 'sampling.criticalGroups.share'];
/** Each case has the same chance. */
const EVEN: readonly SamplingMethod[] = ['all', 'simple-random', 'reservoir', 'systematic', 'cluster'];
/** The calculator takes no certainty of 0 or 1. */
const LEAST_DOUBT = 0.001;
const MOST_TO_ASK = 1_000_000;

/** Whether the groups that matter are in the splits at all. */
export const groupPresenceRules: readonly RuleDefinition[] = [
  {
    id: 'SMP-02',
    version: 1,
    title: 'No critical group left out by chance',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      ...SPLIT_READS,
      ...DRAWN_READS,
      ...GROUPS,
      'sampling.splitMethod',
      'sampling.splits.size',
      'sampling.populationSize',
    ],
    bounds: ['SMP-02.miss'],
    principle: 'A simple random sample can miss a rare group altogether; a stratum of its own cannot be missed.',
    source: 'C. Huyen, Designing Machine Learning Systems (2022), chapter 4',
    check: groupsNotMissed,
  },
  {
    id: 'SMP-03',
    version: 1,
    title: 'Enough of each critical group to test on',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      ...SPLIT_READS,
      ...DRAWN_READS,
      ...GROUPS,
      'sampling.splitMethod',
      'sampling.splits.size',
      'sampling.criticalGroups.minCount',
    ],
    bounds: ['SMP-03.certainty'],
    principle: 'A group is tested on its own cases, and chance decides how many of them an even sample holds.',
    source: 'Binomial distribution',
    check: groupsLargeEnough,
  },
];

/** Chance that a sample holds none of the group. */
function missChance(share: number, n: number, population: number | undefined): number {
  if (population === undefined || population < n || !Number.isInteger(n)) return binomialCdf(0, n, share).atMost;
  return hypergeometricMissProbability(population, Math.round(share * population), n);
}

function inputOf(share: number, n: number, population: number | undefined, confidence: number) {
  const input = { share, n, atLeast: 1, confidence };
  return population === undefined || population < n ? input : { ...input, population };
}

function groupsNotMissed(subject: Subject): Outcome | Outcome[] {
  const sampling = subject.read.section('sampling');
  const groups = sampling.items('criticalGroups');
  const splits = sampling.items('splits');
  if (groups.length === 0) return unlisted(sampling.whole('criticalGroups'));
  if (splits.length === 0) return unlisted(sampling.whole('splits'));
  const [cut, population] = [sampling.at('splitMethod'), sampling.at('populationSize')];
  const shares = groups.map((group) => group.at('share'));
  const limit = subject.profile['SMP-02.miss'];
  return splits.map((split) => {
    const [drawn, size, role] = [drawnBy(subject, split), split.at('size'), split.at('role')];
    return given([drawn, cut, role, size, ...shares], (method, divided, purpose, n, ...parts) => {
      const isRandom =
        method === 'simple-random' || method === 'reservoir' || (method === 'all' && divided === 'random');
      // Strata and places may have been chosen for the sake of the groups.
      if (!isRandom || divided === 'stratified-random' || divided === 'geographic') return notApplicable;
      const chances = parts.map((share) => missChance(share, n, population.value));
      // Where groups exclude one another the chance to miss one of them is a little higher still.
      const missed = 1 - chances.reduce((product, chance) => product * (1 - chance), 1);
      if (missed < limit) return pass;
      const worst = chances.indexOf(Math.max(...chances));
      const [group, share] = [groups[worst] ?? groups[0], parts[worst] ?? 0];
      const input = inputOf(share, n, population.value, certainty(1 - limit));
      const enough = rareGroup.compute(input).nForOne;
      const whom =
        groups.length === 1
          ? `${quotedName(subject, groups[0] ?? split)} altogether`
          : 'one of the critical groups altogether';
      return contradiction({
        severity: purpose === 'test' ? 'error' : 'warning',
        ends: [size, ...(group === undefined ? [] : [group.at('share')]), drawn],
        message: `${quotedName(subject, split)} misses ${whom} with a chance of ${percent(missed)}.`,
        numbers: [
          numberUsed('Cases', n, { symbol: 'n', from: size }),
          shareUsed('Share of the rarest group', share, { symbol: 'p' }),
          shareUsed('Chance to miss a group', missed),
        ],
        formula: `1 − Π(1 − (1 − p)ⁿ) < ${percent(limit)}`,
        ...(enough === null || groups.length > 1
          ? {}
          : {
              remedy: {
                label: `Use ${counted(enough, 'case')}, or a stratum of its own`,
                path: size.path,
                value: enough,
              },
            }),
        calculator: { id: rareGroup.id, input },
      });
    });
  });
}

function groupsLargeEnough(subject: Subject): Outcome | Outcome[] {
  const sampling = subject.read.section('sampling');
  const groups = sampling.items('criticalGroups');
  const tests = splitsWithRole(subject, 'test');
  if (groups.length === 0) return unlisted(sampling.whole('criticalGroups'));
  if (tests.length === 0) return noSuchSplit(subject);
  return tests.flatMap((split) => groups.map((group) => groupLargeEnough(subject, split, group)));
}

function groupLargeEnough(subject: Subject, split: SplitReader, group: Reader<CriticalGroupItem>): Outcome {
  const cut = subject.read.section('sampling').at('splitMethod');
  const [drawn, size] = [drawnBy(subject, split), split.at('size')];
  const [share, minimum] = [group.at('share'), group.at('minCount')];
  const wantedChance = subject.profile['SMP-03.certainty'];
  return given([drawn, cut, size, share, minimum], (method, divided, n, part, least) => {
    if (!EVEN.includes(method) || least === 0) return notApplicable;
    // Within strata the count keeps close to what is expected.
    if (divided === 'stratified-random' && n * part >= least) return pass;
    const chance = n < least ? 0 : 1 - binomialCdf(least - 1, n, part).atMost;
    if (chance >= wantedChance) return pass;
    const input = { share: part, n, atLeast: least, confidence: certainty(wantedChance) };
    const enough = least > MOST_TO_ASK ? null : rareGroup.compute(input).nForAtLeast;
    return contradiction({
      ends: [size, minimum, share],
      message: `${quotedName(subject, split)} is to hold ${counted(least, 'case')} of ${quotedName(subject, group)}, and ${number(n * part)} are to be expected: it holds enough with a chance of ${percent(chance)}${enough === null ? '' : `, and ${counted(enough, 'case')} in all would do`}.`,
      numbers: [
        numberUsed('Cases', n, { symbol: 'n', from: size }),
        shareUsed('Share of the group', part, { symbol: 'p', from: share }),
        numberUsed('Cases needed of it', least, { symbol: 'k', from: minimum }),
        shareUsed('Chance of so many', chance),
      ],
      formula: `P(count ≥ k) ≥ ${percent(wantedChance)}, count binomial(n, p)`,
      ...(enough === null
        ? {}
        : { remedy: { label: `Use ${counted(enough, 'case')}`, path: size.path, value: enough } }),
      ...(least > MOST_TO_ASK ? {} : { calculator: { id: rareGroup.id, input } }),
    });
  });
}

function certainty(wanted: number): number {
  return Math.min(1 - LEAST_DOUBT, Math.max(LEAST_DOUBT, wanted));
}
