import { spearmanBrown } from '../../stats/spearman-brown.ts';
import {
  agreementBy,
  CHANCE_CORRECTED,
  coefficientName,
  isPrevalenceParadox,
  noSuchCoefficient,
  pairsWithPercent,
  PAIR_READS,
} from '../readings/agreement-reading.ts';
import type { AgreementReader } from '../readings/agreement-reading.ts';
import { number, numberUsed } from '../words/number-words.ts';
import { contradiction, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

const KEPT: readonly string[] = ['soft-labels', 'keep-all'];
/** Several labels become one that is more reliable than each. */
const COMBINED: readonly string[] = ['majority', 'weighted', 'dawid-skene', 'mace', 'crowdlab'];

/** Whether labels agree well enough to be relied on. */
export const reliabilityRules: readonly RuleDefinition[] = [
  {
    id: 'LBL-02',
    version: 1,
    title: 'Labels that can be relied on',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      ...PAIR_READS,
      'labels.agreement.ciLo',
      'labels.agreement.ciHi',
      'labels.annotationsPerItem',
      'labels.aggregation',
      'labels.multiplicityPolicy',
    ],
    bounds: ['LBL-02.floor', 'LBL-02.reliable'],
    principle:
      'Where people who label hardly agree beyond chance, a model learns whom it listened to. The bounds are a convention, not a law.',
    source: 'K. Krippendorff, Content Analysis, 2nd ed. (2004), chapter 11',
    check: (subject) => {
      const items = agreementBy(subject, ...CHANCE_CORRECTED);
      if (items.length === 0) return noSuchCoefficient(subject);
      return items.map((item) => reliable(subject, item));
    },
  },
];

function reliable(subject: Subject, item: AgreementReader): Outcome {
  const { read, profile } = subject;
  const [floor, enough] = [profile['LBL-02.floor'], profile['LBL-02.reliable']];
  const [value, low, high] = [item.at('value'), item.at('ciLo'), item.at('ciHi')];
  if (value.value === undefined) return value.state === 'not-applicable' ? notApplicable : waits(value);
  const [name, most] = [coefficientName(item), high.value ?? value.value];
  const why = whyItMayDo(subject, item, value.value);
  const numbers = [
    numberUsed(name, value.value, { symbol: 'α', from: value }),
    ...(why?.reliability === undefined ? [] : [numberUsed('Of the labels taken together', why.reliability)]),
  ];
  if (most < floor) {
    const measured =
      high.value === undefined
        ? `${name} is ${shownValue(read.worksheet, value)}`
        : `${name} is at most ${shownValue(read.worksheet, high)}`;
    return contradiction({
      // Without an interval nobody knows whether it is really below.
      severity: why !== undefined ? 'info' : high.value === undefined ? 'warning' : 'error',
      ends: high.value === undefined ? [value] : [value, high],
      message: `${measured}, below the customary floor of ${number(floor)}${why === undefined ? ': a single label says little about the item' : `; ${why.words}`}.`,
      numbers,
      formula: `upper end ≥ ${number(floor)}`,
    });
  }
  const open = [low, high].filter((read) => read.value === undefined && read.state !== 'not-applicable');
  if (low.value === undefined) return open.length > 0 ? waits(...open) : pass;
  if (low.value >= enough || why !== undefined) return pass;
  return contradiction({
    severity: 'warning',
    ends: [value, low],
    message: `${name} may be as low as ${shownValue(read.worksheet, low)}, below the ${number(enough)} from which labels are commonly relied on: conclusions are tentative.`,
    numbers,
    formula: `lower end ≥ ${number(enough)}`,
  });
}

interface Reason {
  readonly words: string;
  readonly reliability?: number;
}

/** Reasons for which a low coefficient of single labels does no harm. */
function whyItMayDo(subject: Subject, item: AgreementReader, value: number): Reason | undefined {
  const labels = subject.read.section('labels');
  const aggregation = labels.at('aggregation').value;
  if ((aggregation !== undefined && KEPT.includes(aggregation)) || labels.at('multiplicityPolicy').value === 'keep') {
    return { words: 'disagreement is kept, so that it can be read as such' };
  }
  const isParadox = pairsWithPercent(subject).some(
    (pair) => pair.corrected.path === item.path && isPrevalenceParadox(subject, pair),
  );
  if (isParadox) return { words: 'with one label so frequent it is low whatever raters do' };
  const perItem = labels.at('annotationsPerItem').value ?? 1;
  if (aggregation === undefined || !COMBINED.includes(aggregation) || perItem <= 1 || value <= 0) return undefined;
  const reliability = spearmanBrown(Math.min(1, value), perItem);
  if (reliability < subject.profile['LBL-02.reliable']) return undefined;
  return { words: `${number(perItem)} labels an item together reach ${number(reliability)}`, reliability };
}
