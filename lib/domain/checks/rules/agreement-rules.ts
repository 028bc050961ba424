import { own, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { labelScales } from '../../worksheets/sections/label-options.ts';
import {
  agreementBy,
  agreementItems,
  AGREEMENT_READS,
  CHANCE_CORRECTED,
  coefficientName,
  isPrevalenceParadox,
  noSuchCoefficient,
  pairsWithPercent,
  PAIR_READS,
} from '../readings/agreement-reading.ts';
import type { AgreementReader, Coefficient } from '../readings/agreement-reading.ts';
import { counted, number, numberUsed } from '../words/number-words.ts';
import { isOpen } from '../readings/open-answers.ts';
import type { Read } from '../reader.ts';
import { contradiction, gap, given, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';
import { unlisted } from '../readings/sampling-reading.ts';

const FOR_TWO: readonly Coefficient[] = ['cohen', 'weighted-kappa', 'scott'];
const WITHOUT_ORDER: readonly Coefficient[] = ['cohen', 'scott', 'fleiss', 'gwet-ac1'];
const WITH_ORDER: readonly Coefficient[] = ['weighted-kappa', 'gwet-ac2', 'icc'];
const ORDERED: readonly (keyof typeof labelScales)[] = ['ordinal', 'interval', 'ratio'];

/** Whether the agreement that was measured can be read as it is meant. */
export const agreementRules: readonly RuleDefinition[] = [
  {
    id: 'LBL-03',
    version: 1,
    title: 'Agreement beyond chance',
    severity: 'warning',
    kind: 'gap',
    stage: 'design',
    reads: ['labels.scale', ...AGREEMENT_READS],
    bounds: [],
    principle: 'Two who guess agree often where one label is frequent; only agreement beyond that tells anything.',
    source: 'J. Cohen, Educational and Psychological Measurement 20 (1960)',
    check: beyondChance,
  },
  {
    id: 'LBL-04',
    version: 1,
    title: 'A coefficient that fits the labels',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: ['labels.scale', 'labels.agreement.nRaters', ...AGREEMENT_READS],
    bounds: [],
    principle: 'Each coefficient is made for a number of raters and a kind of scale.',
    source: 'K. L. Gwet, Handbook of Inter-Rater Reliability, 4th ed. (2014)',
    check: (subject) => {
      const items = agreementBy(subject, ...FOR_TWO, ...WITHOUT_ORDER, ...WITH_ORDER);
      if (items.length === 0) return noSuchCoefficient(subject);
      return items.flatMap((item) => [forTwoRaters(item), forTheScale(subject, item)]);
    },
  },
  {
    id: 'LBL-05',
    version: 1,
    title: 'High agreement with a low kappa',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [...PAIR_READS],
    bounds: ['LBL-05.agreement', 'LBL-05.kappa'],
    principle:
      'Where one label is rare, agreement on the frequent one hides disagreement on the rare one; the share of agreement on each shows both.',
    source: 'W. Vach and O. Gerke, Statistical Methods in Medical Research (2023); K. L. Gwet (2008)',
    check(subject) {
      const pairs = pairsWithPercent(subject);
      if (pairs.length === 0) return noSuchCoefficient(subject);
      return pairs.map((pair) => {
        const [equal, value] = [pair.percent.at('value'), pair.corrected.at('value')];
        return given([equal, value], (_, beyond) => {
          if (!isPrevalenceParadox(subject, pair)) return pass;
          return contradiction({
            ends: [value, equal],
            message: `Labels are equal ${shownValue(subject.read.worksheet, equal)} of the time and ${coefficientName(pair.corrected)} is ${number(beyond)}: one label is frequent, so state how far raters agree on each label by itself.`,
            formula: `agreement < ${number(subject.profile['LBL-05.agreement'])} or kappa ≥ ${number(subject.profile['LBL-05.kappa'])}`,
          });
        });
      });
    },
  },
  {
    id: 'LBL-06',
    version: 1,
    title: 'Agreement that is known well enough',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: ['labels.agreement.nItems', 'labels.agreement.ciLo', 'labels.agreement.ciHi', ...AGREEMENT_READS],
    bounds: ['LBL-06.items', 'LBL-06.half-width'],
    principle: 'On a few dozen items a coefficient moves by tenths from sample to sample.',
    source: 'K. Krippendorff, Content Analysis, 2nd ed. (2004)',
    check: (subject) => {
      const items = agreementItems(subject);
      if (items.length === 0) return noSuchCoefficient(subject);
      return items.map((item) => knownWellEnough(subject, item));
    },
  },
  {
    id: 'LBL-16',
    version: 1,
    title: 'Agreement as it was computed',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [...AGREEMENT_READS],
    bounds: ['LBL-16.difference'],
    principle: 'A number that rests on evidence is the number that the evidence gives.',
    source: 'Recomputed with the calculator label-agreement',
    check: (subject) => {
      const items = agreementItems(subject);
      if (items.length === 0) return noSuchCoefficient(subject);
      return items.map((item) => asComputed(subject, item));
    },
  },
];

function beyondChance(subject: Subject): Outcome {
  const labels = subject.read.section('labels');
  const list = labels.whole('agreement');
  const coefficients = agreementItems(subject).map((item) => item.at('coefficient'));
  if (coefficients.length === 0) return unlisted(list);
  // Parts of a text have no chance agreement: nobody can count the parts that none of the raters marked.
  if (labels.at('scale').value === 'span') return notApplicable;
  if (coefficients.some(({ value }) => value !== undefined && value !== 'percent')) return pass;
  const open = coefficients.filter(isOpen);
  if (open.length > 0) return waits(...open);
  return gap({
    ends: [list, ...coefficients],
    message: 'Only the share of equal labels is given, and how much of it is chance is not.',
  });
}

function forTwoRaters(item: AgreementReader): Outcome {
  const [coefficient, raters] = [item.at('coefficient'), item.at('nRaters')];
  if (coefficient.value === undefined || !FOR_TWO.includes(coefficient.value)) return notApplicable;
  return given([raters], (n) => {
    if (n <= 2) return pass;
    return contradiction({
      ends: [coefficient, raters],
      message: `${coefficientName(item)} is for 2 raters, and ${number(n)} are stated; Krippendorff’s alpha is for any number.`,
      formula: 'raters ≤ 2',
    });
  });
}

function forTheScale({ read }: Subject, item: AgreementReader): Outcome {
  const scale = read.section('labels').at('scale');
  const coefficient = item.at('coefficient');
  return given([coefficient, scale], (key, kind) => {
    const [name, labels] = [coefficientName(item), labelScales[kind].toLowerCase()];
    if (WITH_ORDER.includes(key) && kind === 'nominal') {
      return contradiction({
        ends: [coefficient, scale],
        message: `${name} weighs how far labels lie apart, and the scale is ‘${labels}’.`,
      });
    }
    if (WITHOUT_ORDER.includes(key) && ORDERED.includes(kind)) {
      return contradiction({
        severity: 'warning',
        ends: [coefficient, scale],
        message: `${name} counts a near miss like a far one, and the scale is ‘${labels}’; a weighted kappa or Krippendorff’s alpha for the scale does not.`,
      });
    }
    return pass;
  });
}

function knownWellEnough({ read, profile }: Subject, item: AgreementReader): Outcome {
  const [items, low, high] = [item.at('nItems'), item.at('ciLo'), item.at('ciHi')];
  const halfWidth =
    low.value === undefined || high.value === undefined ? undefined : Math.max(0, (high.value - low.value) / 2);
  const allowed = profile['LBL-06.half-width'];
  if (halfWidth !== undefined && halfWidth > allowed * (1 + 1e-9)) {
    return contradiction({
      ends: [low, high, ...(items.value === undefined ? [] : [items])],
      message: `${coefficientName(item)} is known to ± ${number(halfWidth)} only, from ${shownValue(read.worksheet, low)} to ${shownValue(read.worksheet, high)}.`,
      numbers: [numberUsed('Half-width', halfWidth, { symbol: 'w' })],
      formula: `w ≤ ${number(allowed)}`,
    });
  }
  return given([items], (n) => {
    const least = profile['LBL-06.items'];
    if (n < least) {
      return contradiction({
        ends: [items],
        message: `${coefficientName(item)} was measured on ${counted(n, 'item')}, too few to rely on.`,
        numbers: [numberUsed('Items', n, { from: items })],
        formula: `items ≥ ${number(least)}`,
        remedy: { label: `Use ${counted(least, 'item')}`, path: items.path, value: Math.ceil(least) },
      });
    }
    if (halfWidth !== undefined) return pass;
    const open = [low, high].filter(isOpen);
    return open.length > 0 ? waits(...open) : pass;
  });
}

/** Where the calculator label-agreement keeps each coefficient; two for those with two kinds of weights. */
const RESULTS: Partial<Readonly<Record<Coefficient, readonly (readonly string[])[]>>> = {
  percent: [['percentAgreement']],
  cohen: [['cohenKappa']],
  'weighted-kappa': [
    ['weightedKappa', 'linear'],
    ['weightedKappa', 'quadratic'],
  ],
  scott: [['scottPi']],
  fleiss: [['fleissKappa']],
  krippendorff: [['krippendorffAlpha']],
  'gwet-ac1': [['gwetAc1']],
  'gwet-ac2': [
    ['gwetAc2', 'linear'],
    ['gwetAc2', 'quadratic'],
  ],
};

function asComputed({ read, profile }: Subject, item: AgreementReader): Outcome {
  const [coefficient, value] = [item.at('coefficient'), item.at('value')];
  return given([coefficient, value], (key, stated) => {
    const computed = resultFor(read.worksheet.evidence, value, RESULTS[key] ?? [], stated);
    if (computed === undefined) return notApplicable;
    if (Math.abs(computed.value - stated) <= profile['LBL-16.difference'] + 1e-12) return pass;
    const crossed = CHANCE_CORRECTED.includes(key)
      ? [profile['LBL-02.floor'], profile['LBL-02.reliable']].find((bound) => stated < bound !== computed.value < bound)
      : undefined;
    const side = crossed === undefined ? '' : `, on the other side of ${number(crossed)}`;
    return contradiction({
      severity: crossed === undefined ? 'warning' : 'error',
      ends: [value, coefficient],
      message: `${coefficientName(item)} is stated as ${shownValue(read.worksheet, value)}, and its evidence gives ${number(computed.value)}${side}.`,
      numbers: [numberUsed('Stated', stated, { from: value }), numberUsed('Recomputed', computed.value)],
      formula: `|stated − recomputed| ≤ ${number(profile['LBL-16.difference'])}`,
      remedy: {
        label: `Use ${number(computed.value)}`,
        path: value.path,
        value: { value: String(Number(computed.value.toPrecision(4))), evidence: computed.evidence },
      },
    });
  });
}

interface Computed {
  readonly evidence: string;
  readonly value: number;
}

/** The result that the value rests on; of two kinds of weights the one that comes nearer to it. */
function resultFor(
  all: Subject['read']['worksheet']['evidence'],
  { answer }: Read<number>,
  places: readonly (readonly string[])[],
  stated: number,
): Computed | undefined {
  const id = answer.state === 'answered' ? answer.evidence : undefined;
  const evidence = all.find((each) => each.id === id);
  if (evidence?.calculator !== 'label-agreement' || evidence.result === undefined) return undefined;
  const { result } = evidence;
  const values = places.map((keys) => numberAt(result, keys)).filter((each) => each !== undefined);
  const [nearest] = values.toSorted((one, other) => Math.abs(one - stated) - Math.abs(other - stated));
  return nearest === undefined ? undefined : { evidence: evidence.id, value: nearest };
}

function numberAt(result: JsonObject, keys: readonly string[]): number | undefined {
  let at: Json | undefined = result;
  for (const key of keys) at = isJsonObject(at) ? own(at, key) : undefined;
  return typeof at === 'number' ? at : undefined;
}
