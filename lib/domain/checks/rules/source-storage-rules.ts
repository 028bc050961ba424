import { formatByteSize } from '../../quantities/byte-size.ts';
import { dataFormats, formatLayouts } from '../../worksheets/sections/data-options.ts';
import { readForEachUsed } from '../../worksheets/source-arithmetic.ts';
import { everySource, type SourceReader } from '../readings/data-reading.ts';
import { duration, durationUsed } from '../words/duration-words.ts';
import { quotedName } from '../words/item-name.ts';
import { number, numberUsed } from '../words/number-words.ts';
import { contradiction, given, notApplicable, pass } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

const DMLS = 'C. Huyen, Designing Machine Learning Systems (2022), chapter 3';
const GIGABYTE = 1e9;
const TEXT_RECORDS: readonly string[] = ['csv', 'tsv', 'json', 'jsonl'];
/** Files that are written once; what buffers rows before it writes them is left out. */
const WRITTEN_ONCE: readonly string[] = ['parquet', 'orc'];
const BUFFERS_ROWS: readonly string[] = ['warehouse', 'feature-store', 'stream'];

/** How a source is kept, and for how long. */
export const sourceStorageRules: readonly RuleDefinition[] = [
  {
    id: 'SRC-01',
    version: 1,
    title: 'A few columns without all the others',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'data.sources',
      'data.sources.format',
      'data.sources.accessPattern',
      'data.sources.columnsTotal',
      'data.sources.columnsRead',
      'data.sources.size',
    ],
    bounds: ['SRC-01.columns', 'SRC-01.small', 'SRC-01.large'],
    principle: 'Where records are kept one after another as text, reading a few columns means reading them all.',
    source: DMLS,
    check: (subject) => everySource(subject, (source) => fewColumns(subject, source)),
  },
  {
    id: 'SRC-02',
    version: 1,
    title: 'Columns for scans, rows for records',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: ['data.sources', 'data.sources.format', 'data.sources.accessPattern', 'data.sources.storage'],
    bounds: [],
    principle: 'A format that keeps columns together writes and finds a single row slowly.',
    source: DMLS,
    check: (subject) => everySource(subject, (source) => singleRows(subject, source)),
  },
  {
    id: 'SRC-10',
    version: 1,
    title: 'Kept for as long as training needs it',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'data.sources',
      'data.sources.usedFor',
      'data.sources.retention',
      'operations.trainingWindow',
      'artifacts.items.kind',
      'artifacts.items.retention',
    ],
    bounds: [],
    principle: 'What is deleted before the next training cannot be trained on, unless a snapshot keeps it.',
    source: 'training window ≤ retention',
    check: (subject) => everySource(subject, (source) => keptForTraining(subject, source)),
  },
  {
    id: 'SRC-11',
    version: 1,
    title: 'Two seasons of history',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'data.sources',
      'data.sources.usedFor',
      'data.sources.historySpan',
      'sampling.seasonalityPeriod',
      'framing.horizon',
    ],
    bounds: [],
    principle: 'A season that was seen once cannot be told from a trend or an accident.',
    source: 'R. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice (2021)',
    check: (subject) => everySource(subject, (source) => twoSeasons(subject, source)),
  },
];

function fewColumns(subject: Subject, source: SourceReader): Outcome {
  const { read, profile } = subject;
  const [format, access, size] = [source.at('format'), source.at('accessPattern'), source.at('size')];
  const [total, wanted] = [source.at('columnsTotal'), source.at('columnsRead')];
  return given([format, access], (kept, how) => {
    if (how !== 'column-subset') return notApplicable;
    if (!TEXT_RECORDS.includes(kept)) return formatLayouts[kept] === 'column' ? pass : notApplicable;
    return given([total, wanted], (columns, some) => {
      const overhead = readForEachUsed(columns, some);
      if (overhead === null) return notApplicable;
      if (some > profile['SRC-01.columns'] * columns * (1 + 1e-12)) return pass;
      if (size.value !== undefined && size.value < profile['SRC-01.small'] * GIGABYTE) return pass;
      const isLarge = size.value !== undefined && size.value >= profile['SRC-01.large'] * GIGABYTE;
      const name = dataFormats[kept].split(' (')[0] ?? kept;
      const asked = `Reading ${number(some)} of the ${number(columns)} columns of ${quotedName(subject, source)}`;
      return contradiction({
        severity: isLarge ? 'error' : 'warning',
        ends: [format, access, wanted, total, ...(size.value === undefined ? [] : [size])],
        message:
          size.value === undefined
            ? `${asked} goes through about ${number(overhead)} bytes of ${name} for each one used.`
            : `${asked} goes through all ${shownValue(read.worksheet, size)} of ${name}; kept by columns it would be about ${formatByteSize(size.value / overhead, 'sentence')}.`,
        numbers: [numberUsed('Read for each byte used', overhead)],
        formula: `columns read ÷ columns > ${number(profile['SRC-01.columns'])}`,
        remedy: { label: 'Keep it in Parquet', path: format.path, value: 'parquet' },
      });
    });
  });
}

function singleRows(subject: Subject, source: SourceReader): Outcome {
  const [format, access, storage] = [source.at('format'), source.at('accessPattern'), source.at('storage')];
  return given([format, access], (kept, how) => {
    if (how !== 'append-row' && how !== 'point-lookup-row') return notApplicable;
    if (formatLayouts[kept] !== 'column') return formatLayouts[kept] === undefined ? notApplicable : pass;
    if (how === 'append-row' && (!WRITTEN_ONCE.includes(kept) || BUFFERS_ROWS.includes(storage.value ?? '')))
      return pass;
    const name = quotedName(subject, source);
    return contradiction({
      ends: [format, access],
      message:
        how === 'append-row'
          ? `Rows are appended to ${name}, whose format is written once and in blocks; collect them in a format that keeps rows first.`
          : `Single rows of ${name} are looked up in a format that keeps columns, so each one is gathered from every column.`,
    });
  });
}

/** Which records a training can still see. */
function keptForTraining(subject: Subject, source: SourceReader): Outcome {
  const { read } = subject;
  const [uses, kept] = [source.at('usedFor'), source.at('retention')];
  const trained = read.section('operations').at('trainingWindow');
  return given([uses], (usedFor) => {
    if (!usedFor.includes('train') && !usedFor.includes('label')) return notApplicable;
    return given([kept, trained], (retention, window) => {
      if (retention >= window) return pass;
      const snapshots = read
        .section('artifacts')
        .items('items')
        .filter((artifact) => artifact.at('kind').value === 'data-snapshot');
      if (snapshots.some((snapshot) => (snapshot.at('retention').value ?? 0) >= window)) return pass;
      return contradiction({
        ends: [kept, trained],
        message: `${quotedName(subject, source)} is kept for ${shownValue(read.worksheet, kept)}, and training wants the last ${shownValue(read.worksheet, trained)}.`,
        numbers: [durationUsed('Kept for', retention, kept), durationUsed('Trained on the last', window, trained)],
        formula: 'kept for ≥ trained on the last',
      });
    });
  });
}

function twoSeasons(subject: Subject, source: SourceReader): Outcome {
  const { read } = subject;
  const [uses, span] = [source.at('usedFor'), source.at('historySpan')];
  const [season, horizon] = [read.section('sampling').at('seasonalityPeriod'), read.section('framing').at('horizon')];
  if (season.state === 'not-applicable') return notApplicable;
  return given([uses], (usedFor) => {
    if (!usedFor.includes('train')) return notApplicable;
    return given([span, season, horizon], (history, period, ahead) => {
      const least = 2 * period + ahead;
      if (history >= least) return pass;
      return contradiction({
        ends: [span, season, horizon],
        message: `${quotedName(subject, source)} goes back ${shownValue(read.worksheet, span)}; two seasons and the horizon take ${duration(least)}.`,
        numbers: [
          durationUsed('How far back it goes', history, span),
          durationUsed('Two seasons and the horizon', least),
        ],
        formula: 'history ≥ 2 · season + horizon',
      });
    });
  });
}
