import { labelNoise } from '../../calculators/label-noise.ts';
import { PREVALENCE_READS, productionPrevalence } from '../readings/metric-reading.ts';
import { counted, listed, number, numberUsed, percent, shareUsed } from '../words/number-words.ts';
import type { Read } from '../reader.ts';
import { contradiction, gap, given, needed, notApplicable, pass } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';
import { comparable } from '../readings/unit-typed.ts';

const DMLS = 'C. Huyen, Designing Machine Learning Systems (2022), chapter 4';
const RATES = ['labels.labelNoiseRate.fpr', 'labels.labelNoiseRate.fnr'];
const RESAMPLING: readonly string[] = ['oversample', 'undersample', 'smote'];
/** With fewer of the positive labels right than this, they are mostly false. */
const MOSTLY = 0.5;

/** Who or what gives the labels, and what these are worth. */
export const labelSourceRules: readonly RuleDefinition[] = [
  {
    id: 'LBL-07',
    version: 1,
    title: 'Who labelled, and by which guideline',
    severity: 'error',
    kind: 'gap',
    stage: 'design',
    reads: ['labels.labelType', 'labels.lineageFields'],
    bounds: [],
    principle: 'A label that nobody can trace cannot be mended when an annotator or a guideline turns out to be wrong.',
    source: DMLS,
    check: lineageKept,
  },
  {
    id: 'LBL-10',
    version: 1,
    title: 'Positive labels that are mostly true',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [...RATES, ...PREVALENCE_READS, 'framing.taskType', 'imbalance.prevalenceTrain', 'imbalance.response'],
    bounds: [],
    principle: 'Where positives are rare, a few wrong labels among the many negatives outnumber the true positives.',
    source: 'Bayes',
    check: positivesMostlyTrue,
  },
  {
    id: 'LBL-13',
    version: 1,
    title: 'Machine labels that people checked',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: ['labels.labelType', 'labels.llmJudge.validatedOnN'],
    bounds: ['LBL-13.items'],
    principle: 'How often a machine labels wrongly is known only where people labelled the same items.',
    source: DMLS,
    check({ read, profile }) {
      const items = read.section('labels').group('llmJudge').at('validatedOnN');
      const least = profile['LBL-13.items'];
      const blank = needed([items], {
        message: 'A machine labels, and on how many items people checked it is not said.',
      });
      if (blank.outcome !== 'pass') return blank;
      return given([items], (n) => {
        if (n >= least) return pass;
        return contradiction({
          ends: [items],
          message: `A machine labels, and people checked ${n === 0 ? 'none of its labels' : `it on ${counted(n, 'item')}`}; on fewer than ${number(least)} nobody sees how often it is wrong.`,
          numbers: [numberUsed('Items checked', n, { from: items })],
          formula: `items ≥ ${number(least)}`,
          remedy: { label: `Check ${number(least)}`, path: items.path, value: Math.ceil(least) },
        });
      });
    },
  },
  {
    id: 'LBL-17',
    version: 1,
    title: 'A judge as good as people, and without a favourite side',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'labels.llmJudge.positionRandomised',
      'labels.llmJudge.agreementWithHuman',
      'labels.llmJudge.humanHumanAgreement',
      'labels.labelType',
    ],
    bounds: ['LBL-17.shortfall'],
    principle:
      'A language model prefers what it reads first; it can stand in for people when it agrees with them as they do with each other.',
    source: 'L. Zheng et al., Judging LLM-as-a-judge, NeurIPS (2023)',
    check: fairJudge,
  },
];

function lineageKept({ read }: Subject): Outcome {
  const labels = read.section('labels');
  const kept = labels.at('lineageFields');
  return given([labels.at('labelType')], (type) => {
    if (type !== 'hand') return notApplicable;
    const blank = needed([kept], {
      message: 'What is kept with each label is not said: who gave it, by which guideline.',
    });
    if (blank.outcome !== 'pass') return blank;
    const missing = [
      ...(kept.value?.includes('annotator-id') === true ? [] : ['who gave it']),
      ...(kept.value?.includes('guideline-version') === true ? [] : ['which version of the guideline it follows']),
    ];
    if (missing.length === 0) return pass;
    return gap({ ends: [kept], message: `Nothing kept with a label says ${listed(missing)}.` });
  });
}

function positivesMostlyTrue(subject: Subject): Outcome {
  const { read } = subject;
  const rates = read.section('labels').group('labelNoiseRate');
  const [fpr, fnr] = [rates.at('fpr'), rates.at('fnr')];
  const task = read.section('framing').at('taskType').value;
  if (task === 'multiclass' || task === 'multilabel') return notApplicable;
  const share = shareWhereLabelled(subject);
  return given([fpr, fnr, share], (added, missed, positives) => {
    const input = { falsePositiveRate: added, falseNegativeRate: missed, prevalence: positives, classes: 2 };
    const { labelPpv } = labelNoise.compute(input);
    if (labelPpv === null) return notApplicable;
    if (labelPpv > MOSTLY) return pass;
    return contradiction({
      ends: [fpr, share, fnr],
      message: `Only ${percent(labelPpv)} of the positive labels are true: at ${percent(positives)} positives, ${percent(added)} of the negatives labelled positive outnumber them.`,
      numbers: [
        shareUsed('Share of positives', positives, { symbol: 'π', from: share }),
        shareUsed('Negatives labelled positive', added, { symbol: 'fpr', from: fpr }),
        shareUsed('Positives labelled negative', missed, { symbol: 'fnr', from: fnr }),
        shareUsed('Positive labels that are true', labelPpv),
      ],
      formula: 'fpr < π(1 − fnr) / (1 − π)',
      calculator: { id: labelNoise.id, input },
    });
  });
}

/**
 * The share of positives among the cases that were labelled: that of training where it was chosen before the labels
 * came. Cases that are left out or copied afterwards by their label change nothing about how many of those are true.
 */
function shareWhereLabelled(subject: Subject): Read<number> {
  const section = subject.read.section('imbalance');
  const [trained, steps] = [section.at('prevalenceTrain'), section.at('response').value ?? []];
  const isResampled = steps.some((step) => RESAMPLING.includes(step));
  return trained.value === undefined || isResampled ? productionPrevalence(subject) : trained;
}

function fairJudge({ read, profile }: Subject): Outcome | Outcome[] {
  const judge = read.section('labels').group('llmJudge');
  if (read.section('labels').at('labelType').value === 'programmatic') return notApplicable;
  const position = judge.at('positionRandomised');
  const [withPeople, between] = [judge.at('agreementWithHuman'), judge.at('humanHumanAgreement')];
  return [
    given([position], (isRandom) =>
      isRandom
        ? pass
        : contradiction({
            ends: [position],
            message:
              'A language model labels candidates in a fixed order, and it favours a place in it; show them in random order.',
            remedy: { label: 'Randomise the order', path: position.path, value: true },
          }),
    ),
    given([withPeople, between], (judged, people) => {
      if (!comparable(withPeople, between) || judged >= people - profile['LBL-17.shortfall'] - 1e-12) return pass;
      return contradiction({
        ends: [withPeople, between],
        message: `The language model agrees with people to ${shownValue(read.worksheet, withPeople)}, and they with each other to ${shownValue(read.worksheet, between)}: it is not as good as one of them.`,
        numbers: [
          numberUsed('Agreement with people', judged, { from: withPeople }),
          numberUsed('Agreement between people', people, { from: between }),
        ],
        formula: `with people ≥ between people − ${number(profile['LBL-17.shortfall'])}`,
      });
    }),
  ];
}
