import { valueOf } from '#lib/domain/worksheets/answers.ts';
import { ownWords } from '../phrases.ts';
import { joined, paragraph, runs } from '../runs.ts';
import type { Passage, Writing, Written } from '../writing.ts';
import { isAsked, said } from '../writing.ts';
import { latencyFigure } from './latency-figure.ts';
import { servingGenerationPassages } from './serving-generation.ts';

const OBJECTIVES = 'serving.slo';
const TIMEOUT = 'serving.timeoutMs';

/** What a percentile is of all requests. */
const shares = {
  p50: '50\u202f%',
  p90: '90\u202f%',
  p95: '95\u202f%',
  p99: '99\u202f%',
  'p99-9': '99.9\u202f%',
  max: 'all',
};
const scopes = { client: 'as the caller sees it', server: 'at the service', model: 'by the model alone' };

/** 'Of all requests 99 % are answered within 100 ms at the service, over 1 h. The caller gives up after 250 ms.' */
function speed(writing: Writing): Written | undefined {
  const { slo } = writing.worksheet.serving;
  if (slo.length === 0 || !isAsked(writing, OBJECTIVES)) return undefined;
  const limits = slo.flatMap((objective) => objectiveWords(writing, objective) ?? []);
  if (limits.length < slo.length) return undefined;
  const timeout = said(writing, TIMEOUT);
  const words = runs(
    'Of all requests ',
    joined(
      limits.map((limit) => limit.words),
      '; ',
    ),
    '.',
    timeout === undefined ? '' : runs(' The caller gives up after ', timeout, '.'),
  );
  const used = [OBJECTIVES, ...(timeout === undefined ? [] : [TIMEOUT])];
  return { blocks: [paragraph(words, OBJECTIVES), ...latencyFigure(writing)], used };
}

type Objective = Writing['worksheet']['serving']['slo'][number];

/** '99 % are answered within 100 ms at the service, over 1 h'; nothing where the objective is not whole. */
function objectiveWords(writing: Writing, { id, percentile, scope, window }: Objective) {
  const at = `${OBJECTIVES}.${id}`;
  const share = valueOf(percentile);
  const limit = said(writing, `${at}.ms`);
  // A scope or window that is open or not readable would be lost in a sentence.
  const isWhole = [scope, window].every(({ state }) => state === 'answered' || state === 'blank');
  if (share === undefined || limit === undefined || !isWhole) return undefined;
  const where = valueOf(scope);
  const over = said(writing, `${at}.window`);
  const words = runs(
    ownWords(`${at}.percentile`, shares[share]),
    ' are answered within ',
    limit,
    where === undefined ? '' : runs(' ', ownWords(`${at}.scope`, scopes[where])),
    over === undefined ? '' : runs(', over ', over),
  );
  return { words };
}

const FALLBACK = 'serving.fallback';
const BASELINE = 'serving.fallbackBaseline';
const AVAILABILITY = 'serving.availabilitySlo';

const fallbackWords = {
  none: 'the caller gets an error',
  cached: 'the last one that was kept is used',
  baseline: 'a baseline answers',
  heuristic: 'a rule answers',
  default: 'the answer is a fixed one',
  human: 'a person decides',
};

/** 'When there is no prediction, a rule answers: Fraud rules in force. An answer is to be had 99.9 % of the time.' */
function failing(writing: Writing): Written | undefined {
  const fallback = valueOf(writing.worksheet.serving.fallback);
  if (fallback === undefined) return undefined;
  const baseline = said(writing, BASELINE);
  const availability = said(writing, AVAILABILITY);
  const words = runs(
    'When there is no prediction, ',
    ownWords(FALLBACK, fallbackWords[fallback]),
    baseline === undefined ? '.' : runs(': ', baseline, '.'),
    availability === undefined ? '' : runs(' An answer is to be had ', availability, ' of the time.'),
  );
  const used = [
    FALLBACK,
    ...(baseline === undefined ? [] : [BASELINE]),
    ...(availability === undefined ? [] : [AVAILABILITY]),
  ];
  return { blocks: [paragraph(words, FALLBACK)], used };
}

export const servingPassages: readonly Passage[] = [
  { at: 'slo', write: speed },
  { at: 'fallback', write: failing },
  ...servingGenerationPassages,
];
