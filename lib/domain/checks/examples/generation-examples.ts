import type { JsonObject } from '../../json.ts';
import { metrics, open } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const writes = (serving: JsonObject) => ({
  framing: { taskType: 'generation' },
  serving: { predictionMode: 'online', ...serving },
});
const model = (generation: JsonObject, serving: JsonObject = {}) => writes({ generation, ...serving });
const looksUp = (retrieval: JsonObject) => writes({ retrieval: { used: true, ...retrieval } });
const judged = (judge: JsonObject) => writes({ judge: { kind: 'model', ...judge } });
const measured = (formula: JsonObject | string) => metrics({ id: 'm1', kind: 'model', role: 'primary', formula });
const corpus = (freshnessNeeded: JsonObject | string) => ({
  data: { sources: [{ id: 'handbook', name: 'Handbook', usedFor: ['serve-feature'], freshnessNeeded }] },
});
const tools = (isolation: JsonObject) => writes({ untrustedInput: ['web'], toolsWithSideEffects: true, ...isolation });
const letters = (pii: JsonObject | string) => ({
  data: { sources: [{ id: 'letters', name: 'Letters', usedFor: ['serve-feature'], pii }] },
});

const limit = (ms: string): JsonObject => ({ slo: [{ id: 'tail', percentile: 'p99', ms }] });
const pace: JsonObject = {
  streaming: false,
  timeToFirstTokenP50: '400 ms',
  timeToFirstTokenP99: '1.2 s',
  outputTokensP50: 200,
  outputTokensP99: 800,
  timePerOutputTokenP50: '10 ms',
  timePerOutputTokenP99: '15 ms',
};
const limited = (peakRps: JsonObject | string) =>
  model(
    {
      hosting: 'provider',
      requestsPerMinuteLimit: 600,
      tokensPerMinuteLimit: 1_000_000,
      inputTokensP50: 1000,
      outputTokensP50: 200,
    },
    { peakRps },
  );
const priced = (budgetPerMonth: JsonObject | string) =>
  model(
    { inputTokensP50: 1000, outputTokensP50: 200, priceIn: '€1', priceOut: '€5' },
    { expectedRps: '1 per second', budgetPerMonth },
  );
const context = (inputTokensP99: JsonObject | number) =>
  model({ contextLimitTokens: 8000, inputTokensP99, outputTokensP99: 1000 });
const benchmark = (measuredWhere: JsonObject | string) => ({
  ...writes({ evalSetPublic: true }),
  ...metrics({ id: 'm1', kind: 'model', role: 'primary', measuredWhere }),
});

export const generationExamples: Readonly<Record<string, RuleExamples>> = {
  'GEN-01': {
    passing: writes({ evalRubric: 'Right, complete, and every sentence stands in the handbook' }),
    failing: writes({}),
    notEvaluable: writes({ evalRubric: open }),
  },
  'GEN-02': {
    passing: judged({ sameFamilyAsSystem: true, validatedOnN: 300 }),
    failing: judged({ sameFamilyAsSystem: true, validatedOnN: 0 }),
    notEvaluable: judged({ sameFamilyAsSystem: open }),
    edge: { path: 'serving.judge.validatedOnN', passes: 1, fails: 0 },
  },
  'GEN-03': {
    passing: judged({ validatedOnN: 300, agreementWithHuman: 0.7 }),
    failing: judged({ validatedOnN: 300, agreementWithHuman: 0.5 }),
    notEvaluable: judged({ validatedOnN: 300, agreementWithHuman: open }),
    edge: { path: 'serving.judge.agreementWithHuman', passes: 0.6, fails: 0.59 },
  },
  'GEN-04': {
    passing: model({ modelPinned: true }),
    failing: model({ modelPinned: false }),
    notEvaluable: model({ modelPinned: open }),
  },
  'GEN-05': {
    passing: { ...looksUp({}), ...measured('groundedness') },
    failing: { ...looksUp({}), ...measured('answer-correctness') },
    notEvaluable: { ...looksUp({}), ...measured(open) },
  },
  'GEN-06': {
    passing: model(pace, limit('12 s')),
    failing: model(pace, limit('5 s')),
    notEvaluable: model({ streaming: false }, limit('5 s')),
    edge: { path: 'serving.slo.tail.ms', passes: '10 s', fails: '8 s' },
  },
  'GEN-07': {
    passing: limited('10 per second'),
    failing: limited('20 per second'),
    notEvaluable: limited(open),
    edge: { path: 'serving.peakRps', passes: '10 per second', fails: '10.1 per second' },
  },
  'GEN-08': {
    passing: priced('€6,000/month'),
    failing: priced('€1,000/month'),
    notEvaluable: priced(open),
    edge: { path: 'serving.budgetPerMonth', passes: '€5,256/month', fails: '€5,255/month' },
  },
  'GEN-09': {
    passing: tools({ isolation: 'What was read on the web is quoted, and tools ask a person first' }),
    failing: tools({}),
    notEvaluable: tools({ isolation: open }),
  },
  'GEN-10': {
    passing: writes({ refusalPolicy: 'Where the handbook says nothing it says so' }),
    failing: writes({}),
    notEvaluable: writes({ refusalPolicy: open }),
  },
  'GEN-11': {
    passing: looksUp({ recallAtK: '92 %' }),
    failing: looksUp({}),
    notEvaluable: looksUp({ recallAtK: open }),
  },
  'GEN-12': {
    passing: { ...looksUp({ corpus: 'handbook', indexRefresh: '1 h' }), ...corpus('24 h') },
    failing: { ...looksUp({ corpus: 'handbook', indexRefresh: '7 d' }), ...corpus('24 h') },
    notEvaluable: { ...looksUp({ corpus: 'handbook', indexRefresh: '7 d' }), ...corpus(open) },
    edge: { path: 'serving.retrieval.indexRefresh', passes: '24 h', fails: '25 h' },
  },
  'GEN-13': {
    passing: writes({ evalSetPublic: true, contaminationChecked: true }),
    failing: writes({ evalSetPublic: true, contaminationChecked: false }),
    notEvaluable: writes({ evalSetPublic: true, contaminationChecked: open }),
  },
  'GEN-14': {
    passing: { ...model({ hosting: 'provider', dataAgreement: true }), ...letters('personal') },
    failing: { ...model({ hosting: 'provider', dataAgreement: false }), ...letters('personal') },
    notEvaluable: { ...model({ hosting: 'provider', dataAgreement: false }), ...letters(open) },
  },
  'GEN-15': {
    passing: model({ hosting: 'provider', fallbackModel: 'The small model on our own machines' }),
    failing: model({ hosting: 'provider' }, { fallback: 'none' }),
    notEvaluable: model({ hosting: open }, { fallback: 'none' }),
  },
  'GEN-16': {
    passing: context(6000),
    failing: context(7500),
    notEvaluable: context(open),
    edge: { path: 'serving.generation.inputTokensP99', passes: 7000, fails: 7001 },
  },
  'RSK-07': {
    passing: benchmark('production'),
    failing: benchmark('offline-test'),
    notEvaluable: benchmark(open),
  },
};
