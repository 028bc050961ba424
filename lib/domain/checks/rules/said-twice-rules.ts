import type { ComponentItem } from '../../worksheets/all-sections.ts';
import { isWithin } from '../readings/metric-reading.ts';
import { cases, numberUsed, percent, shareUsed } from '../words/number-words.ts';
import type { Reader } from '../reader.ts';
import { contradiction, given, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { splitsWithRole } from '../readings/sampling-reading.ts';
import { shownValue } from '../words/shown-value.ts';

/** What is said in two places. */
export const saidTwiceRules: readonly RuleDefinition[] = [
  {
    id: 'XRF-02',
    version: 1,
    title: 'One quantity, one value',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'framing',
    reads: [
      'framing.taskType',
      'framing.classes.isPositive',
      'framing.classes.expectedShare',
      'imbalance.prevalenceProduction',
      'imbalance.minorityTestCount',
      'sampling.splits.role',
      'sampling.splits.size',
      'sampling.splits.positives',
      'serving.peakRps',
      'dataflow.components.kind',
      'dataflow.edges.to',
      'dataflow.edges.mode',
      'dataflow.edges.peakRate',
      'dataflow.edges.fanout',
      'dataflow.edges.cacheHit',
    ],
    bounds: ['XRF-02.difference'],
    principle: 'The same quantity, stated twice, has the same value or one of them is wrong.',
    source: 'Public checklists for reviews of ML system designs',
    check: (subject) => [sameShare(subject), sameTestCases(subject), samePeak(subject)],
  },
];

function sameShare(subject: Subject): Outcome {
  const { read, profile } = subject;
  const framing = read.section('framing');
  const task = framing.at('taskType');
  if (task.value === undefined) return waits(task);
  if (task.value !== 'binary') return notApplicable;
  const share = framing
    .items('classes')
    .find((item) => item.at('isPositive').value === true)
    ?.at('expectedShare');
  if (share === undefined) return waits(framing.whole('classes'));
  const live = read.section('imbalance').at('prevalenceProduction');
  return given([share, live], (expected, produced) => {
    if (isWithin(profile['XRF-02.difference'], expected, produced)) return pass;
    return contradiction({
      ends: [share, live],
      message: `Both read ‘share of positives’, but the classes say ${shownValue(read.worksheet, share)} and the imbalance section ${shownValue(read.worksheet, live)}.`,
      numbers: [
        shareUsed('Share of the positive class', expected, { from: share }),
        shareUsed('Share of positives in production', produced, { from: live }),
      ],
      formula: difference(subject),
    });
  });
}

/** Said in one place only, a number agrees with everything, so nothing waits for the other place. */
function sameTestCases(subject: Subject): Outcome {
  const task = subject.read.section('framing').at('taskType').value;
  const minority = subject.read.section('imbalance').at('minorityTestCount');
  const [test, ...others] = splitsWithRole(subject, 'test');
  if (test === undefined || others.length > 0 || (task !== 'binary' && task !== 'anomaly')) return notApplicable;
  const [positives, size] = [test.at('positives'), test.at('size')];
  if (minority.value === undefined || positives.value === undefined) return notApplicable;
  // Where positives are the majority the minority are the negatives.
  const negatives = size.value === undefined ? undefined : size.value - positives.value;
  const isMajority = negatives !== undefined && negatives < positives.value;
  const counted = isMajority ? negatives : positives.value;
  if (isWithin(subject.profile['XRF-02.difference'], counted, minority.value)) return pass;
  return contradiction({
    ends: [minority, positives, ...(isMajority ? [size] : [])],
    message: `The test has ${cases(counted)} ${isMajority ? 'negatives' : 'positives'} by its split, and ${cases(minority.value)} minority examples by the imbalance section.`,
    numbers: [
      numberUsed(isMajority ? 'Negatives of the split' : 'Positives of the split', counted),
      numberUsed('Minority examples in the test', minority.value, { from: minority }),
    ],
    formula: difference(subject),
    remedy: { label: `Use ${cases(counted)}`, path: minority.path, value: counted },
  });
}

/** What reaches the only model server, call by call, is what is served. */
function samePeak(subject: Subject): Outcome {
  const { read } = subject;
  const peak = read.section('serving').at('peakRps');
  const dataflow = read.section('dataflow');
  const servers = dataflow.items('components').filter(isModelServer);
  const [server] = servers;
  if (peak.value === undefined || server === undefined || servers.length > 1) return notApplicable;
  const edges = dataflow.items('edges').filter((edge) => edge.at('to').value === server.id);
  const rates = edges.map((edge) => edge.at('peakRate'));
  // A cache or a fan-out makes calls and predictions two numbers, and what waits in a queue comes when there is time.
  const isOneToOne = edges.every((edge) => {
    const mode = edge.at('mode').value;
    const isCall = mode === 'rest' || mode === 'rpc' || mode === 'in-process';
    return isCall && edge.at('cacheHit').value === undefined && (edge.at('fanout').value ?? 1) === 1;
  });
  if (rates.length === 0 || !isOneToOne || rates.some(({ value }) => value === undefined)) return notApplicable;
  const arriving = rates.reduce((sum, { value = 0 }) => sum + value, 0);
  if (isWithin(subject.profile['XRF-02.difference'], arriving, peak.value)) return pass;
  const [only] = rates;
  const shown =
    rates.length === 1 && only !== undefined ? shownValue(read.worksheet, only) : `${cases(arriving)} a second`;
  return contradiction({
    ends: [peak, ...rates],
    message: `At peak ${shownValue(read.worksheet, peak)} are to be served, and ${shown} reach the model server by its connections.`,
    numbers: [
      numberUsed('Peak load a second', peak.value, { from: peak }),
      numberUsed('Reaching the model server a second', arriving),
    ],
    formula: difference(subject),
  });
}

function isModelServer(component: Reader<ComponentItem>): boolean {
  return component.at('kind').value === 'model-server';
}

function difference({ profile }: Subject): string {
  return `difference ≤ ${percent(profile['XRF-02.difference'])} of the larger`;
}
