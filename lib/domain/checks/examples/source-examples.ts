import type { JsonObject } from '../../json.ts';
import { open } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const source = (fields: JsonObject) => ({ data: { sources: [{ id: 'clicks', name: 'Clicks', ...fields }] } });
const columns: JsonObject = { format: 'csv', accessPattern: 'column-subset', columnsTotal: 100, columnsRead: 5 };
const trainedOn = (retention: string, trainingWindow: string) => ({
  ...source({ usedFor: ['train'], retention }),
  operations: { trainingWindow },
});
const sales = (historySpan: string) => ({
  ...source({ usedFor: ['train'], historySpan }),
  framing: { taskType: 'forecasting', horizon: '28 d' },
  sampling: { seasonalityPeriod: '365 d' },
});
const personal: JsonObject = {
  pii: 'personal',
  lawfulBasis: 'contract',
  retention: '365 d',
  deletionPath: 'Nightly job by customer number',
};

export const sourceExamples: Readonly<Record<string, RuleExamples>> = {
  'SRC-01': {
    passing: source({ ...columns, format: 'parquet' }),
    failing: source({ ...columns, size: '200 GB' }),
    notEvaluable: source({ format: 'csv', accessPattern: 'column-subset', columnsTotal: 100 }),
    edge: { path: 'data.sources.clicks.columnsRead', passes: 31, fails: 30 },
  },
  'SRC-02': {
    passing: source({ format: 'rdbms-row', accessPattern: 'point-lookup-row' }),
    failing: source({ format: 'parquet', accessPattern: 'point-lookup-row' }),
    notEvaluable: source({ accessPattern: 'point-lookup-row' }),
  },
  'SRC-06': {
    passing: source({ usedFor: ['train'] }),
    failing: source({ kind: 'system-log' }),
    notEvaluable: source({ usedFor: open }),
  },
  'SRC-07': {
    passing: source({ owner: 'Web team', collectionProcess: 'Sent by the site at each click', format: 'image' }),
    failing: source({ collectionProcess: 'Sent by the site at each click', format: 'image' }),
    notEvaluable: source({ owner: open, collectionProcess: 'Sent by the site at each click', format: 'image' }),
  },
  'SRC-08': {
    passing: source(personal),
    failing: source({ pii: 'personal', lawfulBasis: 'contract' }),
    notEvaluable: source({ name: 'Clicks' }),
  },
  'SRC-09': {
    passing: source({ kind: 'public', usedFor: ['train'], licence: 'CC BY 4.0' }),
    failing: source({ kind: 'third-party', usedFor: ['serve-feature'], licence: 'As in the contract' }),
    notEvaluable: source({ kind: 'public', licence: 'CC BY 4.0' }),
  },
  'SRC-10': {
    passing: trainedOn('400 d', '365 d'),
    failing: trainedOn('30 d', '365 d'),
    notEvaluable: source({ usedFor: ['train'], retention: '30 d' }),
    edge: { path: 'data.sources.clicks.retention', passes: '365 d', fails: '364 d' },
  },
  'SRC-11': {
    passing: sales('1000 d'),
    failing: sales('400 d'),
    notEvaluable: { ...source({ usedFor: ['train'], historySpan: '400 d' }), framing: { taskType: 'forecasting' } },
    edge: { path: 'data.sources.clicks.historySpan', passes: '758 d', fails: '757 d' },
  },
  'SRC-12': {
    passing: source({ kind: 'user-input', qualityRules: [{ id: 'r', metric: 'row-count', op: 'at-least', value: 1 }] }),
    failing: source({ kind: 'user-input' }),
    notEvaluable: source({ kind: 'user-input', qualityRules: open }),
  },
};
