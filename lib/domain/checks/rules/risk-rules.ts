import type { Worksheet } from '../../worksheets/all-sections.ts';
import { weighedFailures } from '../../worksheets/weighed-failures.ts';
import { wilsonInterval } from '../../stats/wilson-interval.ts';
import { wilsonSampleSize } from '../../stats/wilson-sample-size.ts';
import { quotedName } from '../words/item-name.ts';
import { hasFormula, isOfModel, metricItems, type MetricReader } from '../readings/metric-reading.ts';
import { neededParts } from '../readings/needed-parts.ts';
import { cases, counted, number, numberUsed, shareUsed, wordedLike } from '../words/number-words.ts';
import type { Read, Reader } from '../reader.ts';
import { contradiction, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

const IMPACT = 'Microsoft, Responsible AI Impact Assessment Guide (2022)';
const CONFIDENCE = 0.95;

/** Who could be harmed, and who can set it right. */
export const riskRules: readonly RuleDefinition[] = [
  {
    id: 'RSK-01',
    version: 1,
    title: 'Somebody watches over a sensitive use',
    severity: 'error',
    kind: 'gap',
    stage: 'launch',
    reads: ['risk.sensitiveUse', 'risk.humanOversight'],
    bounds: [],
    principle: 'Where body, mind, freedom or a livelihood are at stake, somebody has to be able to step in.',
    source: IMPACT,
    check({ read }) {
      const [sensitive, oversight] = [
        read.section('risk').at('sensitiveUse'),
        read.section('risk').at('humanOversight'),
      ];
      return given([sensitive], (use) => {
        if (use === 'none') return pass;
        if (oversight.value !== 'none') {
          return needed([oversight], { message: 'The use is sensitive, and nothing says who watches over it.' });
        }
        return contradiction({
          ends: [oversight, sensitive],
          message: 'The use is sensitive, and nobody watches over it.',
        });
      });
    },
  },
  {
    id: 'RSK-02',
    version: 1,
    title: 'Something is done about what is grave',
    severity: 'warning',
    kind: 'gap',
    stage: 'launch',
    reads: [
      'risk.failureModes',
      'risk.failureModes.mode',
      'risk.failureModes.severity',
      'risk.failureModes.likelihood',
      'risk.failureModes.mitigation',
      'risk.failureModes.fallback',
      'risk.failureModes.owner',
    ],
    bounds: ['RSK-02.weight'],
    principle: 'What is grave or likely enough needs somebody who does something about it.',
    source: 'Failure mode and effects analysis, IEC 60812',
    check: graveFailures,
  },
  {
    id: 'RSK-03',
    version: 1,
    title: 'Groups among the people affected',
    severity: 'warning',
    kind: 'gap',
    stage: 'launch',
    reads: ['risk.fairnessGroups', 'overview.usersAffected'],
    bounds: [],
    principle: 'An average over everyone hides a group for which it does not work.',
    source: 'Breck et al., The ML Test Score (2017), Model 7',
    check({ read }) {
      const [groups, people] = [
        read.section('risk').whole('fairnessGroups'),
        read.section('overview').whole('usersAffected'),
      ];
      if (people.state !== 'answered') return people.state === 'not-applicable' ? notApplicable : waits(people);
      return needed([groups], { message: 'People are affected, and no groups among them are compared.' });
    },
  },
  {
    id: 'RSK-04',
    version: 1,
    title: 'What it is not for',
    severity: 'warning',
    kind: 'gap',
    stage: 'launch',
    reads: ['risk.unsupportedUses'],
    bounds: [],
    principle: 'A model is used for what it can be used for, unless somebody says what it was not made for.',
    source: 'M. Mitchell et al., Model cards for model reporting (2019)',
    check: ({ read }) =>
      needed([read.section('risk').whole('unsupportedUses')], { message: 'Nothing says what it is not meant for.' }),
  },
  {
    id: 'RSK-05',
    version: 1,
    title: 'A gap between groups that can be measured',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'launch',
    reads: [
      'risk.fairnessGroups',
      'risk.fairnessGroups.group',
      'risk.fairnessGroups.metric',
      'risk.fairnessGroups.tolerance',
      'sampling.criticalGroups',
      'sampling.criticalGroups.name',
      'sampling.criticalGroups.minCount',
      'metrics.items',
      'metrics.items.kind',
      'metrics.items.formula',
      'metrics.items.targetValue',
    ],
    bounds: [],
    principle: 'A gap that is smaller than the interval of the group’s own value cannot be seen.',
    source: 'E. B. Wilson (1927), at the target and the cases of the group',
    check: gapsMeasurable,
  },
];

type FailureMode = Reader<Worksheet['risk']['failureModes'][number]>;
const GRAVEST = 5;

function graveFailures(subject: Subject): Outcome | readonly Outcome[] {
  const section = subject.read.section('risk');
  const failures = section.items('failureModes');
  if (failures.length === 0) return waits(section.whole('failureModes'));
  const weights = new Map(weighedFailures(subject.read.worksheet).map(({ id, weight }) => [id, weight]));
  return failures.map((failure) => isDealtWith(subject, failure, weights.get(failure.id)));
}

function isDealtWith(subject: Subject, failure: FailureMode, weight: number | undefined): Outcome {
  const [severity, likelihood] = [failure.at('severity'), failure.at('likelihood')];
  const isGravest = severity.value === GRAVEST;
  if (!isGravest && weight === undefined) return given([severity, likelihood], () => pass);
  if (!isGravest && (weight ?? 0) < subject.profile['RSK-02.weight']) return pass;
  const why = isGravest || weight === undefined ? `is as grave as can be` : `weighs ${number(weight)} of 25`;
  return neededParts(
    [
      { name: 'something that is done about it', reads: [failure.at('mitigation'), failure.at('fallback')] },
      { name: 'an owner', reads: [failure.at('owner')] },
    ],
    (names) => `${quotedName(subject, failure)} ${why} and lacks ${names}.`,
  );
}

function gapsMeasurable(subject: Subject): Outcome | readonly Outcome[] {
  const section = subject.read.section('risk');
  const compared = section.items('fairnessGroups');
  if (compared.length === 0) return waits(section.whole('fairnessGroups'));
  const groups = new Map(
    subject.read
      .section('sampling')
      .items('criticalGroups')
      .map((group) => [group.id, group]),
  );
  const metrics = metricItems(subject);
  return compared.map((each) => {
    const [groupId, metricId, tolerance] = [each.at('group'), each.at('metric'), each.at('tolerance')];
    return given([groupId, metricId, tolerance], (groupKey, metricKey, allowed) => {
      const group = groups.get(groupKey);
      const target = levelOf(metrics, metricKey);
      if (group === undefined || target === undefined || allowed <= 0 || allowed >= 0.5) return notApplicable;
      return wideEnough(subject, { name: quotedName(subject, group), count: group.at('minCount'), target, tolerance });
    });
  });
}

/** Where the compared metric is itself a gap between groups, the level is that of the model’s metric of the same formula. */
function levelOf(metrics: readonly MetricReader[], id: string): Read<number> | undefined {
  const compared = metrics.find((metric) => metric.id === id);
  const formula = compared?.at('formula').value;
  if (compared === undefined || formula === undefined) return undefined;
  if (!hasFormula(compared, 'recall', 'precision', 'accuracy', 'fpr')) return undefined;
  const ofModel = isOfModel(compared)
    ? compared
    : metrics.find((metric) => isOfModel(metric) && metric.at('formula').value === formula);
  return ofModel?.at('targetValue');
}

interface Comparison {
  readonly name: string;
  readonly count: Read<number>;
  readonly target: Read<number>;
  readonly tolerance: Read<number>;
}

/** All cases of the group count, though only some of them do for recall or precision: what is too wide is surely so. */
function wideEnough(subject: Subject, { name, count, target, tolerance }: Comparison): Outcome {
  return given([count, target, tolerance], (n, level, allowed) => {
    if (level < 0 || level > 1 || n <= 0) return notApplicable;
    const [low, high] = wilsonInterval(level, n, CONFIDENCE);
    const halfWidth = (high - low) / 2;
    if (halfWidth <= allowed) return pass;
    const enough = wilsonSampleSize(level, allowed, CONFIDENCE);
    return contradiction({
      ends: [count, tolerance, target],
      message: `With ${counted(n, 'case')} of ${name} in the test ${shownValue(subject.read.worksheet, target)} is known to ± ${wordedLike(tolerance, halfWidth)}, and a gap of ${shownValue(subject.read.worksheet, tolerance)} is to be seen.`,
      numbers: [
        numberUsed('Cases of the group', n, { symbol: 'n', from: count }),
        shareUsed('Half-width', halfWidth),
        shareUsed('Largest gap accepted', allowed, { from: tolerance }),
      ],
      formula: 'Wilson at 95 %: w(level, n) ≤ largest gap accepted',
      remedy: { label: `Use ${cases(enough)} cases or more`, path: count.path, value: Math.ceil(enough) },
      calculator: { id: 'proportion-interval', input: { successes: Math.round(level * n), n } },
    });
  });
}
