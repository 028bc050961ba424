import { modalities } from '../../worksheets/sections/framing-options.ts';
import { imbalance } from '../../calculators/imbalance.ts';
import { costThreshold } from '../../stats/cost-threshold.ts';
import { shiftPrior } from '../../stats/prior-shift.ts';
import {
  isWithin,
  metricsWith,
  PREVALENCE_READS,
  productionPrevalence,
  YES_NO_PREVALENCE_READS,
  yesNoPrevalence,
} from '../readings/metric-reading.ts';
import { cases, counted, listed, number, numberUsed, percent, shareUsed } from '../words/number-words.ts';
import { contradiction, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

const DMLS = 'C. Huyen, Designing Machine Learning Systems (2022), chapter 4';
const ELKAN = 'C. Elkan, The foundations of cost-sensitive learning, IJCAI (2001)';
const COSTS = [
  'imbalance.costMatrix.tp',
  'imbalance.costMatrix.fp',
  'imbalance.costMatrix.fn',
  'imbalance.costMatrix.tn',
];
const RESAMPLING: readonly string[] = ['oversample', 'undersample', 'smote', 'tomek'];
const REWEIGHTING: readonly string[] = ['class-weights', 'focal-loss'];
const INFLATING: readonly string[] = [...REWEIGHTING, 'oversample', 'undersample', 'smote'];

export const imbalanceRules: readonly RuleDefinition[] = [
  {
    id: 'IMB-01',
    version: 1,
    title: 'What mistakes cost where one class is rare',
    severity: 'error',
    kind: 'gap',
    stage: 'framing',
    reads: ['imbalance.costMatrix', ...PREVALENCE_READS],
    bounds: ['IMB-01.rare'],
    principle:
      'Where one class is rare the two kinds of mistake differ in number by orders of magnitude: only their costs make them comparable.',
    source: DMLS,
    check(subject) {
      const prevalence = productionPrevalence(subject);
      return given([prevalence], (share) => {
        if (share > subject.profile['IMB-01.rare']) return notApplicable;
        return needed([subject.read.section('imbalance').whole('costMatrix')], {
          message: `At ${percent(share)} positives the costs of the two kinds of mistake decide, and they are not stated.`,
          numbers: [shareUsed('Share of positives', share, { symbol: 'π', from: prevalence })],
        });
      });
    },
  },
  {
    id: 'IMB-02',
    version: 2,
    title: 'The threshold of least cost',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      ...COSTS,
      'imbalance.threshold',
      'imbalance.thresholdPolicy',
      'imbalance.response',
      'imbalance.recalibration',
      ...YES_NO_PREVALENCE_READS,
    ],
    bounds: ['IMB-02.distance'],
    principle: 'With calibrated scores the costs settle the threshold.',
    source: ELKAN,
    check: thresholdOfLeastCost,
  },
  {
    id: 'IMB-03',
    version: 1,
    title: 'Resampling comes last',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: ['imbalance.response'],
    bounds: [],
    principle: 'Choose metric, costs and threshold first: they often solve what resampling only distorts.',
    source: 'Y. Elor and H. Averbuch-Elor, To SMOTE, or not to SMOTE? (2022); arXiv 2404.19494',
    check({ read }) {
      const response = read.section('imbalance').at('response');
      return given([response], (steps) => {
        if (!RESAMPLING.includes(steps[0] ?? '')) return pass;
        return contradiction({
          ends: [response],
          message:
            'Resampling is the first response to imbalance; choose the metric, the costs and the threshold first.',
        });
      });
    },
  },
  {
    id: 'IMB-04',
    version: 3,
    title: 'Inflated probabilities',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'imbalance.response',
      'imbalance.recalibration',
      'imbalance.prevalenceTrain',
      'imbalance.thresholdPolicy',
      'metrics.items.kind',
      'metrics.items.formula',
      ...PREVALENCE_READS,
    ],
    bounds: ['IMB-04.shift'],
    principle:
      'A model trained with more positives than there are gives too high probabilities until they are corrected.',
    source: `${ELKAN}, theorem 2; A. Dal Pozzolo et al., Calibrating probability with undersampling (2015)`,
    check: inflatedProbabilities,
  },
  {
    id: 'IMB-05',
    version: 1,
    title: 'SMOTE where interpolation means nothing',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: ['imbalance.response', 'framing.modality'],
    bounds: [],
    principle: 'SMOTE draws new cases on the line between two old ones, which is neither a text nor a picture.',
    source: DMLS,
    check({ read }) {
      const reads = [read.section('imbalance').at('response'), read.section('framing').at('modality')] as const;
      return given(reads, (steps, kinds) => {
        if (!steps.includes('smote')) return notApplicable;
        const others = kinds.filter((kind) => kind !== 'tabular');
        if (others.length === 0) return pass;
        return contradiction({
          ends: reads,
          message: `SMOTE draws new cases between two old ones, which means nothing for ${listed(others.map((kind) => modalities[kind].toLowerCase()))}.`,
        });
      });
    },
  },
  {
    id: 'IMB-06',
    version: 1,
    title: 'Enough of the minority to learn from',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: ['imbalance.minorityTrainCount'],
    bounds: ['IMB-06.examples'],
    principle: 'A handful of minority examples is learned by heart.',
    source: DMLS,
    check({ read, profile }) {
      const count = read.section('imbalance').at('minorityTrainCount');
      return given([count], (examples) => {
        if (examples >= profile['IMB-06.examples']) return pass;
        return contradiction({
          ends: [count],
          message: `Training has ${counted(examples, 'minority example')}, too few to learn from; collect ${cases(profile['IMB-06.examples'])} or more, or frame it as anomaly detection.`,
          numbers: [numberUsed('Minority examples in training', examples, { from: count })],
          formula: `examples ≥ ${profile['IMB-06.examples']}`,
        });
      });
    },
  },
  {
    id: 'IMB-09',
    version: 1,
    title: 'Mistakes cost more than being right',
    severity: 'error',
    kind: 'contradiction',
    stage: 'framing',
    reads: COSTS,
    bounds: [],
    principle:
      'Where a mistake costs no more than the right answer it replaces, one of the answers is always the cheaper.',
    source: `${ELKAN}, section 1.1`,
    check({ read }) {
      const costs = read.section('imbalance').group('costMatrix');
      const [tp, fp, fn, tn] = [costs.at('tp'), costs.at('fp'), costs.at('fn'), costs.at('tn')];
      const areSwapped =
        (fp.value ?? Infinity) <= (tn.value ?? -Infinity) && (fn.value ?? Infinity) <= (tp.value ?? -Infinity);
      if (areSwapped) {
        return contradiction({
          ends: [fp, fn, tn, tp],
          message:
            'Both mistakes cost no more than the right answers they replace: a cost is positive, a gain negative.',
          formula: 'fp > tn and fn > tp',
        });
      }
      return [
        given([fp, tn], (alarm, left) =>
          alarm > left
            ? pass
            : contradiction({
                ends: [fp, tn],
                message: `A false alarm costs ${shownValue(read.worksheet, fp)}, no more than leaving the case rightly alone (${shownValue(read.worksheet, tn)}): flagging everything would always be best.`,
                formula: 'fp > tn',
              }),
        ),
        given([fn, tp], (miss, hit) =>
          miss > hit
            ? pass
            : contradiction({
                ends: [fn, tp],
                message: `A miss costs ${shownValue(read.worksheet, fn)}, no more than a hit (${shownValue(read.worksheet, tp)}): flagging nothing would always be best.`,
                formula: 'fn > tp',
              }),
        ),
      ];
    },
  },
];

function thresholdOfLeastCost(subject: Subject): Outcome {
  const { read, profile } = subject;
  const section = read.section('imbalance');
  const costs = section.group('costMatrix');
  const threshold = section.at('threshold');
  const reads = [threshold, costs.at('tp'), costs.at('fp'), costs.at('fn'), costs.at('tn')] as const;
  const [policy, response, recalibration] = [
    section.at('thresholdPolicy'),
    section.at('response'),
    section.at('recalibration'),
  ];
  return given([policy, response, ...reads], (chosen, steps, value, tp, fp, fn, tn) => {
    const byCost = chosen === 'fixed' || chosen === 'cost-optimal';
    const weighted = steps.some((step) => REWEIGHTING.includes(step));
    if (!byCost || weighted) return notApplicable;
    // Scores of a model that saw other shares are probabilities only once they are recalibrated.
    if (steps.some((step) => INFLATING.includes(step)) && recalibration.value === undefined)
      return waits(recalibration);
    if (steps.some((step) => INFLATING.includes(step)) && recalibration.value === 'none') return notApplicable;
    const best = costThreshold({ tp, fp, fn, tn });
    if (best === null) return notApplicable;
    if (Math.abs(value - best) <= profile['IMB-02.distance'] * best) return pass;
    const prevalence = yesNoPrevalence(subject).value;
    return contradiction({
      ends: reads,
      message: `The threshold is ${number(value)}, and by the costs of the mistakes it should be ${number(best)}.`,
      numbers: [
        numberUsed('Threshold', value, { symbol: 't', from: threshold }),
        numberUsed('Threshold of least cost', best, { symbol: 't*' }),
      ],
      formula: 't* = (fp − tn) / (fp − tn + fn − tp)',
      remedy: { label: `Use ${number(best)}`, path: threshold.path, value: String(Number(best.toPrecision(3))) },
      ...(prevalence === undefined
        ? {}
        : { calculator: { id: imbalance.id, input: { prevalence, costs: { tp, fp, fn, tn } } } }),
    });
  });
}

function inflatedProbabilities(subject: Subject): Outcome {
  const section = subject.read.section('imbalance');
  const [response, recalibration] = [section.at('response'), section.at('recalibration')];
  const [trained, policy] = [section.at('prevalenceTrain'), section.at('thresholdPolicy')];
  const live = productionPrevalence(subject);
  const probabilityMetrics = metricsWith(subject, 'expected-cost', 'brier', 'log-loss', 'ece').map((metric) =>
    metric.at('formula'),
  );
  const uses = policy.value === 'cost-optimal' ? [policy, ...probabilityMetrics] : probabilityMetrics;
  if (uses.length === 0) {
    return policy.value === undefined && policy.state !== 'not-applicable' ? waits(policy) : notApplicable;
  }
  return given([response, recalibration], (steps, correction) => {
    if (correction !== 'none') return pass;
    const inflating = steps.find((step) => INFLATING.includes(step));
    const isShifted =
      trained.value !== undefined &&
      live.value !== undefined &&
      !isWithin(subject.profile['IMB-04.shift'], trained.value, live.value);
    if (inflating === undefined && !isShifted) {
      return trained.value === undefined ? waits(trained) : live.value === undefined ? waits(live) : pass;
    }
    // How far weights inflate a score does not follow from the shares: it has to be measured.
    const followsFromShares = !steps.some((step) => REWEIGHTING.includes(step));
    const example = isShifted && followsFromShares ? exampleOfShift(trained.value, live.value) : null;
    const cause = isShifted ? [trained, live] : [response];
    return contradiction({
      ends: [recalibration, ...cause, ...uses],
      message: `Scores are used as probabilities, and ${isShifted ? 'training saw another share of positives than production' : 'what is done about imbalance inflates them'}; nothing corrects them${example === null ? '' : ` (a score of 0.5 means ${number(example)})`}.`,
      numbers:
        example === null ? [] : [numberUsed('What a score of 0.5 means in production', example, { symbol: 'p′' })],
      ...(followsFromShares
        ? {
            formula: 'p′ = b′(p − pb) / (b − pb + b′p − bb′)',
            remedy: { label: 'Correct for the changed share', path: recalibration.path, value: 'prior-correction' },
          }
        : { remedy: { label: 'Calibrate on held-out cases with the share of production' } }),
    });
  });
}

function exampleOfShift(trained: number | undefined, live: number | undefined): number | null {
  if (trained === undefined || live === undefined || trained === live) return null;
  if ([trained, live].some((share) => share <= 0 || share >= 1)) return null;
  return shiftPrior(0.5, trained, live);
}
