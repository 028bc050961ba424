import { batchAtRate, waitForOthers } from '../../stats/batch-at-rate.ts';
import { derivedValue } from '../readings/derived-value.ts';
import { duration, durationUsed } from '../words/duration-words.ts';
import { everyLimit, LIMIT_READS, worstOf, type Limit } from '../readings/latency-limits.ts';
import { number, numberUsed } from '../words/number-words.ts';
import { contradiction, given, notApplicable, pass } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

/** What gathering requests into batches costs in time. */
export const batchingRules: readonly RuleDefinition[] = [
  {
    id: 'LAT-06',
    version: 2,
    title: 'Batches within the limit',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      ...LIMIT_READS,
      'serving.batch.enabled',
      'serving.batch.maxSize',
      'serving.batch.maxDelayMs',
      'serving.batch.serviceAlphaMs',
      'serving.batch.serviceTau0Ms',
      'serving.peakRps',
      'serving.replicas',
    ],
    bounds: [],
    principle:
      'A request waits for the others of its batch, the first of them longest, then for the whole batch, and often for the batch before it.',
    source:
      'Y. Inoue, Queueing analysis of GPU-based inference servers with dynamic batching (2021); capacity B / (α·B + τ₀)',
    check(subject) {
      const enabled = subject.read.section('serving').group('batch').at('enabled');
      return given([enabled], (gathers) => {
        if (!gathers) return notApplicable;
        const stable = batchesKeepUp(subject);
        return stable.outcome === 'found'
          ? stable
          : worstOf([stable, worstOf(everyLimit(subject, (limit, allowed) => batchesInTime(subject, limit, allowed)))]);
      });
    },
  },
];

function readsOf({ read }: Subject) {
  const section = read.section('serving');
  const batch = section.group('batch');
  return {
    size: batch.at('maxSize'),
    delay: batch.at('maxDelayMs'),
    each: batch.at('serviceAlphaMs'),
    anyway: batch.at('serviceTau0Ms'),
    peak: section.at('peakRps'),
    replicas: section.at('replicas'),
  };
}

function batchesKeepUp(subject: Subject): Outcome {
  const { size, each, anyway, peak, replicas } = readsOf(subject);
  return given([size, each, anyway, peak, replicas], (most) => {
    const [rate, capacity] = [derivedValue(subject, 'peak-per-replica'), derivedValue(subject, 'batch-capacity')];
    if (rate === undefined || capacity === undefined) return notApplicable;
    if (rate < capacity) return pass;
    return contradiction({
      ends: [replicas, size, peak, each, anyway],
      message: `At peak each replica gets ${number(rate)} requests a second, and in batches of ${number(most)} it answers ${number(capacity)}.`,
      numbers: [
        numberUsed('Peak for each replica', rate, { symbol: 'λ' }),
        numberUsed('Most that a replica answers', capacity),
      ],
      formula: 'λ < B / (α·B + τ₀)',
    });
  });
}

function batchesInTime(subject: Subject, limit: Limit, allowed: number): Outcome {
  const { size, delay, each, anyway, peak, replicas } = readsOf(subject);
  return given([size, delay, each, anyway, peak, replicas], (most, longest, alpha, tau) => {
    const rate = derivedValue(subject, 'peak-per-replica');
    const capacity = derivedValue(subject, 'batch-capacity');
    if (rate === undefined || capacity === undefined || rate === 0) return notApplicable;
    const batching = { maxSize: most, maxDelay: longest, each: alpha, anyway: tau };
    const batch = batchAtRate(rate, batching);
    const wait = waitForOthers(limit.share, rate, batching);
    const alone = wait + batch.service;
    // It finds the batch before it still running as often as the replica is busy.
    const isMetByAnother = rate / capacity > 1 - limit.share;
    const total = alone + (isMetByAnother ? batch.service : 0);
    if (total <= allowed) return pass;
    const isSure = alone > allowed;
    const room = allowed - total + wait;
    const [shown, percentile] = [limit.ms, limit.percentile].map((read) => shownValue(subject.read.worksheet, read));
    const waitFormula = batch.size === most ? 'q · (B − 1)/λ' : 'min(delay, q · B/λ)';
    return contradiction({
      severity: isSure ? 'error' : 'warning',
      ends: [delay, size, limit.ms, limit.percentile, each, anyway, peak, replicas],
      message: isSure
        ? `A request waits up to ${duration(wait)} for the others and ${duration(batch.service)} for the batch, and ${percentile} may take ${shown}.`
        : `A request waits up to ${duration(wait)} for the others, the batch takes ${duration(batch.service)}, and behind another batch that is ${duration(total)}, where ${percentile} may take ${shown}.`,
      numbers: [
        numberUsed('Requests in a usual batch', batch.size, { symbol: 'B' }),
        durationUsed('Wait for the others', Number(wait.toPrecision(4))),
        durationUsed('Time of the batch', Number(batch.service.toPrecision(4))),
      ],
      formula: `${waitFormula} + ${isSure ? 'α·B + τ₀' : '2 · (α·B + τ₀)'} ≤ limit`,
      ...(room > 0
        ? { remedy: { label: `Wait for others no longer than ${duration(Math.floor(room * 10) / 10)}` } }
        : {}),
    });
  });
}
