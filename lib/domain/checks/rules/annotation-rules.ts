import { agreementBy, AGREEMENT_READS, noSuchCoefficient } from '../readings/agreement-reading.ts';
import { number, numberUsed, percent, shareUsed } from '../words/number-words.ts';
import { isOpen } from '../readings/open-answers.ts';
import { contradiction, gap, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';
import { unlisted } from '../readings/sampling-reading.ts';

const DMLS = 'C. Huyen, Designing Machine Learning Systems (2022), chapter 4';
const DAWID_SKENE = 'A. P. Dawid and A. M. Skene, Applied Statistics 28 (1979)';
const KEPT: readonly string[] = ['soft-labels', 'keep-all'];
/** Lower rates cannot be told apart on the gold items that there usually are. */
const RATE_THAT_CAN_BE_TOLD = 0.01;
const LEAST_RATINGS = 3;

/** How several labels of an item come about and become one. */
export const annotationRules: readonly RuleDefinition[] = [
  {
    id: 'LBL-01',
    version: 1,
    title: 'Some way to know how reliable labels are',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: ['labels.labelType', 'labels.annotationsPerItem', 'labels.overlapItems', 'labels.goldItems'],
    bounds: [],
    principle:
      'Without items that two people label, or whose truth is certain, nobody knows how often labels are wrong.',
    source: DMLS,
    check: someOverlap,
  },
  {
    id: 'LBL-08',
    version: 1,
    title: 'What happens at a tie',
    severity: 'warning',
    kind: 'gap',
    stage: 'design',
    reads: ['labels.aggregation', 'labels.annotationsPerItem', 'labels.tieBreak', 'framing.taskType'],
    bounds: [],
    principle: 'A majority of an even number can be none, and whatever breaks the tie makes labels.',
    source: DMLS,
    check: tieBroken,
  },
  {
    id: 'LBL-09',
    version: 1,
    title: 'Votes by how often they are right',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: ['labels.aggregation', 'labels.annotators', 'labels.annotators.errorRate'],
    bounds: ['LBL-09.ratio'],
    principle: 'A majority gives the worst annotator the same vote as the best.',
    source: DAWID_SKENE,
    check: equalVotes,
  },
  {
    id: 'LBL-15',
    version: 1,
    title: 'What becomes of disagreement',
    severity: 'warning',
    kind: 'gap',
    stage: 'design',
    reads: ['labels.multiplicityPolicy', 'labels.aggregation', ...AGREEMENT_READS],
    bounds: ['LBL-15.disagreement'],
    principle: 'Where people often disagree, there may be more than one right answer.',
    source: DMLS,
    check: disagreementDecided,
  },
  {
    id: 'LBL-18',
    version: 1,
    title: 'Enough ratings to weigh raters by',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: ['labels.aggregation', 'labels.annotationsPerItem'],
    bounds: [],
    principle:
      'Two raters of a yes-or-no label leave three free numbers, and the model has five to find: a share and two error rates each.',
    source: DAWID_SKENE,
    check({ read }) {
      const labels = read.section('labels');
      const [aggregation, perItem] = [labels.at('aggregation'), labels.at('annotationsPerItem')];
      return given([aggregation, perItem], (how, ratings) => {
        if (how !== 'dawid-skene') return notApplicable;
        if (ratings >= LEAST_RATINGS) return pass;
        return contradiction({
          ends: [perItem, aggregation],
          message: `With ${number(ratings)} labels an item the Dawid–Skene model can hardly tell good annotators from bad ones; it takes ${LEAST_RATINGS}.`,
          numbers: [numberUsed('Labels an item', ratings, { from: perItem })],
          formula: `labels an item ≥ ${LEAST_RATINGS}`,
          remedy: { label: `Use ${LEAST_RATINGS}`, path: perItem.path, value: LEAST_RATINGS },
        });
      });
    },
  },
];

function someOverlap({ read }: Subject): Outcome {
  const labels = read.section('labels');
  const [type, perItem] = [labels.at('labelType'), labels.at('annotationsPerItem')];
  const [overlap, gold] = [labels.at('overlapItems'), labels.at('goldItems')];
  return given([type], (kind) => {
    if (kind !== 'hand') return notApplicable;
    if ((perItem.value ?? 1) > 1 || (overlap.value ?? 0) > 0 || (gold.value ?? 0) > 0) return pass;
    return given([perItem, overlap, gold], () =>
      contradiction({
        ends: [overlap, gold, perItem],
        message:
          'Each item is labelled once, none twice, and the truth of none is certain: how reliable the labels are cannot be known.',
        formula: 'labels an item > 1, or items that several label > 0, or items whose truth is certain > 0',
      }),
    );
  });
}

function tieBroken({ read }: Subject): Outcome {
  const labels = read.section('labels');
  const [aggregation, perItem, tieBreak] = [
    labels.at('aggregation'),
    labels.at('annotationsPerItem'),
    labels.at('tieBreak'),
  ];
  const task = read.section('framing').at('taskType').value;
  return given([aggregation, perItem], (how, ratings) => {
    if (how !== 'majority' || ratings <= 1) return notApplicable;
    // Three who choose among more than two classes can all choose another one.
    const isOdd = ratings % 2 === 1;
    if (isOdd && task !== 'multiclass') return pass;
    return needed([tieBreak], {
      message: `${number(ratings)} labels an item can end in a tie, and nothing says what breaks it.`,
    });
  });
}

function equalVotes(subject: Subject): Outcome {
  const { read, profile } = subject;
  const labels = read.section('labels');
  const aggregation = labels.at('aggregation');
  const annotators = labels.items('annotators');
  return given([aggregation], (how) => {
    if (how !== 'majority') return notApplicable;
    if (annotators.length === 0) return unlisted(labels.whole('annotators'));
    const rates = annotators.map((annotator) => annotator.at('errorRate'));
    const known = rates.filter(({ value }) => value !== undefined).toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
    const [best, worst] = [known[0], known.at(-1)];
    const allowed = profile['LBL-09.ratio'] * Math.max(best?.value ?? 0, RATE_THAT_CAN_BE_TOLD);
    if (best?.value !== undefined && worst?.value !== undefined && worst.value > allowed) {
      return contradiction({
        ends: [aggregation, worst, best],
        message: `One annotator is wrong ${shownValue(read.worksheet, worst)} of the time and another ${shownValue(read.worksheet, best)}, and both have the same vote; weigh them by how often they are right.`,
        numbers: [
          shareUsed('Most errors', worst.value, { from: worst }),
          shareUsed('Fewest errors', best.value, { from: best }),
        ],
        formula: `most errors ≤ ${number(profile['LBL-09.ratio'])} · fewest errors`,
        remedy: { label: 'Weigh by annotator', path: aggregation.path, value: 'weighted' },
      });
    }
    const open = rates.filter(isOpen);
    return open.length > 0 ? waits(...open) : known.length > 1 ? pass : notApplicable;
  });
}

function disagreementDecided(subject: Subject): Outcome {
  const labels = subject.read.section('labels');
  const [policy, aggregation] = [labels.at('multiplicityPolicy'), labels.at('aggregation')];
  const shares = agreementBy(subject, 'percent').map((item) => item.at('value'));
  if (shares.length === 0) return noSuchCoefficient(subject);
  const known = shares.filter(({ value }) => value !== undefined);
  const least = known.toSorted((a, b) => (a.value ?? 1) - (b.value ?? 1))[0];
  if (least?.value === undefined) return waits(...shares);
  const disagreement = 1 - least.value;
  if (disagreement <= subject.profile['LBL-15.disagreement'] + 1e-12)
    return known.length < shares.length ? waits(...shares.filter(isOpen)) : pass;
  // Who keeps all labels has said so already.
  if (aggregation.value !== undefined && KEPT.includes(aggregation.value)) return pass;
  const outcome = needed([policy], {
    message: `People disagree about ${percent(disagreement)} of the items, and nothing says whether that is kept or collapsed to one label.`,
    numbers: [shareUsed('Disagreement', disagreement)],
    formula: `disagreement ≤ ${percent(subject.profile['LBL-15.disagreement'])}`,
  });
  return outcome.outcome === 'found' ? gap({ ...outcome, ends: [policy, least] }) : outcome;
}
