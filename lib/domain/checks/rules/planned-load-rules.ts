import { formatRate } from '../../quantities/rate.ts';
import { derivedValue } from '../readings/derived-value.ts';
import { duration, durationUsed } from '../words/duration-words.ts';
import { number, numberUsed } from '../words/number-words.ts';
import { contradiction, gap, given, notApplicable, pass } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

/** Whether the load that is planned for, on request or in runs, fits what else is said. */
export const plannedLoadRules: readonly RuleDefinition[] = [
  {
    id: 'FRM-10',
    version: 1,
    title: 'Batches in time for the decision',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: ['serving.predictionMode', 'serving.batchWindow', 'framing.decisionDeadline'],
    bounds: [],
    principle: 'What a run computes first is as old as the run is long when the run has ended.',
    source: 'Public checklists for reviews of ML system designs',
    check: runBeforeDeadline,
  },
  {
    id: 'LAT-13',
    version: 1,
    title: 'The load that is planned for',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'serving.expectedRps',
      'serving.peakRps',
      'serving.batchRate',
      'serving.batchVolume',
      'serving.batchWindow',
    ],
    bounds: [],
    principle: 'Requests are planned for by their peak, runs by how many they have to do in their time.',
    source: 'C. Huyen, Designing Machine Learning Systems (2022), chapter 1, on latency and throughput',
    check: (subject) => [peakStated(subject), runInTime(subject)],
  },
];

function peakStated({ read }: Subject): Outcome {
  const section = read.section('serving');
  const [expected, peak] = [section.at('expectedRps'), section.at('peakRps')];
  if (expected.value !== undefined && peak.state === 'blank' && peak.blockedBy === undefined) {
    return gap({
      ends: [peak, expected],
      message: `The expected load is ${shownValue(read.worksheet, expected)} and no peak is stated; queues form at the peak.`,
    });
  }
  return given([peak, expected], (most, usual) =>
    most >= usual * (1 - 1e-9)
      ? pass
      : contradiction({
          ends: [peak, expected],
          message: `The peak of ${shownValue(read.worksheet, peak)} is below the expected load of ${shownValue(read.worksheet, expected)}.`,
          numbers: [
            numberUsed('Peak a second', most, { from: peak }),
            numberUsed('Expected a second', usual, { from: expected }),
          ],
          formula: 'peak ≥ expected load',
        }),
  );
}

function runInTime(subject: Subject): Outcome {
  const section = subject.read.section('serving');
  const [rate, volume, window] = [section.at('batchRate'), section.at('batchVolume'), section.at('batchWindow')];
  return given([rate, volume, window], (reached, count, time) => {
    const wanted = derivedValue(subject, 'batch-rate-needed');
    if (wanted === undefined) return notApplicable;
    if (reached >= wanted * (1 - 1e-9)) return pass;
    return contradiction({
      ends: [rate, window, volume],
      message: `A run of ${number(count)} predictions in ${duration(time)} needs ${rateOf(wanted)}, and it reaches ${rateOf(reached)}.`,
      numbers: [numberUsed('Needed a second', wanted), numberUsed('Reached a second', reached, { from: rate })],
      formula: 'rate ≥ predictions of a run / time for it',
    });
  });
}

function runBeforeDeadline({ read }: Subject): Outcome {
  const serving = read.section('serving');
  const [mode, window] = [serving.at('predictionMode'), serving.at('batchWindow')];
  const deadline = read.section('framing').at('decisionDeadline');
  return given([mode], (way) =>
    way !== 'batch'
      ? notApplicable
      : given([window, deadline], (time, oldest) =>
          time <= oldest
            ? pass
            : contradiction({
                ends: [window, deadline],
                message: `A run takes ${duration(time)}, and a prediction may be ${duration(oldest)} old when it is acted on.`,
                numbers: [
                  durationUsed('Time for a run', time, window),
                  durationUsed('Oldest prediction', oldest, deadline),
                ],
                formula: 'time for a run ≤ oldest prediction that is acted on',
                remedy: {
                  label: `Finish a run within ${shownValue(read.worksheet, deadline)}`,
                },
              }),
        ),
  );
}

function rateOf(perSecond: number): string {
  return formatRate(perSecond, 'second', 'sentence');
}
