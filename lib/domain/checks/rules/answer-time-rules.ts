import { logNormalDistribution } from '../../stats/log-normal-distribution.ts';
import { logNormalProduct } from '../../stats/log-normal-product.ts';
import { logNormalSum } from '../../stats/log-normal-sum.ts';
import { derivedValue } from '../readings/derived-value.ts';
import { everyLimit, LIMIT_READS, type Limit } from '../readings/latency-limits.ts';
import type { Read } from '../reader.ts';
import { contradiction, given, notApplicable, pass } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { duration, durationUsed } from '../words/duration-words.ts';
import { percent } from '../words/number-words.ts';
import { shownValue } from '../words/shown-value.ts';

const HOME = 'serving.generation';

/** How long people wait for what a language model writes. */
export const answerTimeRules: readonly RuleDefinition[] = [
  {
    id: 'GEN-06',
    version: 2,
    title: 'Tokens within the latency',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      ...LIMIT_READS,
      `${HOME}.streaming`,
      `${HOME}.timeToFirstTokenP50`,
      `${HOME}.timeToFirstTokenP99`,
      `${HOME}.timePerOutputTokenP50`,
      `${HOME}.timePerOutputTokenP99`,
      `${HOME}.outputTokensP50`,
      `${HOME}.outputTokensP99`,
    ],
    bounds: [],
    principle: 'An answer takes the time to its first token, and then as many times that of a token as it is long.',
    source: 'Time to first token + output tokens · time per token; sums of log-normal times by L. F. Fenton (1960)',
    check: (subject) => everyLimit(subject, (limit, allowed) => answerInTime(subject, limit, allowed)),
  },
];

/** Where the answer is shown as it is written, the limit is about its first token. */
function answerInTime(subject: Subject, limit: Limit, allowed: number): Outcome {
  if (limit.share === 1) return notApplicable;
  const generation = subject.read.section('serving').group('generation');
  const [streaming, p50, p99] = [
    generation.at('streaming'),
    generation.at('timeToFirstTokenP50'),
    generation.at('timeToFirstTokenP99'),
  ];
  const { worksheet } = subject.read;
  const promised = `${shownValue(worksheet, limit.percentile)} may take ${shownValue(worksheet, limit.ms)}`;
  if (p50.value !== undefined && p50.value > allowed) {
    return contradiction({
      ends: [limit.ms, p50],
      message: `Half of the answers have not begun after ${shownValue(worksheet, p50)}, and ${promised}.`,
      numbers: [durationUsed('First token, p50', p50.value, p50)],
      formula: 'first token at p50 ≤ limit',
    });
  }
  return given([streaming], (isStreamed) => {
    if (!isStreamed) return wholeAnswer(subject, limit, allowed, promised);
    if (limit.share >= 0.99 && p99.value !== undefined && p99.value > allowed) {
      return contradiction({
        ends: [limit.ms, p99],
        message: `The first token comes after ${shownValue(worksheet, p99)} at p99, and ${promised}.`,
        numbers: [durationUsed('First token, p99', p99.value, p99)],
        formula: 'first token at p99 ≤ limit',
      });
    }
    return firstToken(limit, allowed, promised, [p50, p99]);
  });
}

/** What no percentile that was asked for settles by itself, the shape of the two tells. */
function firstToken(limit: Limit, allowed: number, promised: string, ends: [Read<number>, Read<number>]): Outcome {
  const [p50, p99] = ends;
  if (limit.share === 0.5) return given([p50], () => pass);
  if (limit.share === 0.99) return given([p99], () => pass);
  return given([p50, p99], (usual, slow) => {
    if (!(usual > 0 && slow >= usual)) return notApplicable;
    const times = logNormalDistribution(usual, slow);
    const estimate = times.upperQuantile(1 - limit.share);
    if (estimate <= allowed) return pass;
    return contradiction({
      severity: 'warning',
      ends: [limit.ms, p50, p99],
      message: `About ${percent(1 - times.cdf(allowed))} of answers have not begun after ${duration(allowed)}, and ${promised}.`,
      numbers: [durationUsed('First token at this percentile', Number(estimate.toPrecision(4)))],
      formula: 'first token at the percentile of the limit, log-normal by p50 and p99 ≤ limit',
    });
  });
}

function wholeAnswer(subject: Subject, limit: Limit, allowed: number, promised: string): Outcome {
  const generation = subject.read.section('serving').group('generation');
  const reads = [
    generation.at('timeToFirstTokenP50'),
    generation.at('timeToFirstTokenP99'),
    generation.at('outputTokensP50'),
    generation.at('outputTokensP99'),
    generation.at('timePerOutputTokenP50'),
    generation.at('timePerOutputTokenP99'),
  ] as const;
  const usual = derivedValue(subject, 'answer-time');
  if (usual !== undefined && usual > allowed)
    return tooSlow(limit, reads, usual, `A usual answer is complete after ${duration(usual)}, and ${promised}`);
  return given(reads, (first50, first99, tokens50, tokens99, each50, each99) => {
    const parts = [
      { p50: first50, p99: first99 },
      logNormalProduct({ p50: tokens50, p99: tokens99 }, { p50: each50, p99: each99 }),
    ];
    if (parts.some((part) => !(part.p50 > 0 && part.p99 >= part.p50 && Number.isFinite(part.p99))))
      return notApplicable;
    const whole = logNormalSum(parts);
    const estimate = whole.upperQuantile(1 - limit.share);
    if (estimate <= allowed) return pass;
    return tooSlow(
      limit,
      reads,
      estimate,
      `About ${percent(1 - whole.cdf(allowed))} of answers are not complete after ${duration(allowed)}, and ${promised}`,
    );
  });
}

function tooSlow(limit: Limit, reads: readonly Read<number>[], estimate: number, what: string): Outcome {
  return contradiction({
    severity: 'warning',
    ends: [limit.ms, ...reads.filter(({ value }) => value !== undefined)],
    message: `${what}.`,
    numbers: [durationUsed('Whole answer', Number(estimate.toPrecision(4)))],
    formula: 'first token + output tokens · time per token ≤ limit',
    remedy: { label: 'Show the answer as it is written, shorten it, or allow more time' },
  });
}
