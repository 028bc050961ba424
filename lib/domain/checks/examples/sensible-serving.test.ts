import { expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import type { DraftWorksheet } from '../../worksheets/draft.ts';
import { readWorksheet } from '../../worksheets/read-worksheet.ts';
import { metrics, open } from './example-drafts.ts';
import type { CheckReport } from '../report.ts';
import { runChecks } from '../run-checks.ts';

/** Serving, operations and risk: designs that are sound, and what is said of those that are not quite. */

type Sections = DraftWorksheet['sections'];

function check(sections: Sections): CheckReport {
  const worksheet = readWorksheet({ format: 'plumbline/v1', title: 'Example', sections });
  return runChecks(worksheet, { today: '2027-01-15', mode: 'draft' });
}

const messagesOf = (sections: Sections): string[] =>
  check(sections).findings.map(({ rule, message }) => `${rule} ${message}`);
const about = (rule: string, sections: Sections): [string, string][] => {
  const report = check(sections);
  return [...report.findings, ...report.gaps]
    .filter((found) => found.rule === rule)
    .map(({ severity, message }) => [severity, message]);
};

const limit = (ms: string, percentile = 'p99', scope = 'client'): JsonObject => ({
  slo: [{ id: 'tail', percentile, ms, scope }],
});
const online = (fields: JsonObject): Sections => ({ serving: { predictionMode: 'online', ...fields } });
const part = (id: string, fields: JsonObject): JsonObject => ({
  id,
  name: id,
  kind: 'service',
  onOnlinePath: true,
  ...fields,
});
const call = (from: string, to: string, fields: JsonObject = {}): JsonObject => ({
  id: `${from}-${to}`,
  from,
  to,
  mode: 'rpc',
  sync: true,
  ...fields,
});
const slow = { mean: '60 ms', p50: '50 ms', p99: '90 ms' };

test('components side by side are not added up', () => {
  const dataflow = {
    components: [
      part('api', { latency: { mean: '5 ms', p50: '5 ms', p99: '8 ms' } }),
      part('a', { latency: slow }),
      part('b', { latency: slow }),
    ],
    edges: [call('api', 'a'), call('api', 'b')],
  };
  expect(messagesOf({ ...online({ ...limit('100 ms'), meanMs: '70 ms' }), dataflow })).toEqual([]);
});

test('what is put in a queue, stands off the path or is cached holds nobody up', () => {
  const components = [
    part('api', { latency: slow }),
    part('log', { latency: slow }),
    part('night', { latency: slow, onOnlinePath: false }),
  ];
  const asked = (edge: JsonObject) => ({
    ...online({ ...limit('100 ms'), meanMs: '70 ms' }),
    dataflow: { components, edges: [edge] },
  });
  expect(messagesOf(asked(call('api', 'log', { sync: false })))).toEqual([]);
  expect(messagesOf(asked(call('api', 'log', { mode: 'queue', sync: open })))).toEqual([]);
  expect(messagesOf(asked(call('api', 'night')))).toEqual([]);
  expect(messagesOf(asked(call('api', 'log', { cacheHit: '95 %' })))).toEqual([]);
  expect(messagesOf(asked(call('api', 'log')))).not.toEqual([]);
});

test('a gateway is no part of what is measured at the service', () => {
  const dataflow = {
    components: [part('edge', { kind: 'gateway', latency: slow }), part('api', { latency: slow })],
    edges: [call('edge', 'api')],
  };
  expect(about('LAT-02', { ...online(limit('95 ms', 'p99', 'server')), dataflow })).toEqual([]);
  expect(about('LAT-02', { ...online(limit('95 ms')), dataflow })).toEqual([
    ['warning', 'On a normal day ‘edge’ and ‘api’ take 100\u202fms at p50, and p99 of the whole may take 95\u202fms.'],
  ]);
});

test('calls in a circle end', () => {
  const dataflow = {
    components: [part('a', { latency: slow }), part('b', { latency: slow })],
    edges: [call('a', 'b'), call('b', 'a')],
  };
  expect(about('LAT-02', { ...online(limit('90 ms')), dataflow })).toHaveLength(1);
});

test('a mean leaves room below a high percentile, and may lie above the median', () => {
  expect(about('LAT-02', online({ ...limit('50 ms', 'p50'), meanMs: '60 ms' }))).toEqual([]);
  expect(about('LAT-02', online({ ...limit('50 ms', 'p95'), meanMs: '60 ms' }))).toEqual([
    ['warning', 'The mean of 60\u202fms leaves nothing of the 50\u202fms that p95 may take.'],
  ]);
});

test('a median as the only limit is not enough', () => {
  expect(about('LAT-01', online(limit('50 ms', 'p50')))).toEqual([
    ['warning', 'Only the median is limited, and half of the requests may be as slow as they like.'],
  ]);
  expect(about('LAT-01', { serving: { predictionMode: 'batch' } })).toEqual([]);
});

test('measured percentiles decide on a fan-out before any supposed tail does', () => {
  const asked = (latency: JsonObject, fields: JsonObject = {}, caller: JsonObject = {}) => ({
    ...online(limit('100 ms')),
    dataflow: {
      components: [part('api', caller), part('shard', { latency })],
      edges: [call('api', 'shard', { fanout: 10, ...fields })],
    },
  });
  // 1 − .99^(1/10) = .001: p99.9 within the limit is enough, whatever log-normal would say.
  expect(about('LAT-05', asked({ p50: '10 ms', p99: '95 ms', p999: '99 ms' }))).toEqual([]);
  expect(about('LAT-05', asked({ p50: '10 ms', p99: '95 ms' })).map(([severity]) => severity)).toEqual(['warning']);
  expect(about('LAT-05', asked({ p50: '10 ms', p99: '120 ms' })).map(([severity]) => severity)).toEqual(['error']);
  expect(about('LAT-05', asked({ p50: '10 ms', p99: '120 ms' }, { cacheHit: '95 %' }))).toEqual([]);
  // A job at night asks as well, and no request waits for it.
  expect(about('LAT-05', asked({ p50: '10 ms', p99: '120 ms' }, {}, { onOnlinePath: false }))).toEqual([]);
});

test('workers that cannot keep up are an error, and that is said once', () => {
  const load = {
    peakRps: '100 per second',
    meanMs: '50 ms',
    replicas: 2,
    perReplicaConcurrency: 2,
    ...limit('200 ms'),
  };
  expect(messagesOf(online(load))).toEqual([
    'LAT-07 At 100\u00a0per second of 50\u202fms each, 5 requests are in progress, and the replicas work on 4: the queue grows for as long as the peak lasts.',
  ]);
  expect(messagesOf(online({ ...load, targetUtilisation: '60 %', replicas: 4 }))).toEqual([
    'LAT-07 At peak 62.5\u202f% of the workers are busy, more than the 60\u202f% aimed at.',
  ]);
});

test('batches that a replica cannot answer are one finding', () => {
  const batch = { enabled: true, maxSize: 8, maxDelayMs: '5 ms', serviceAlphaMs: '2 ms', serviceTau0Ms: '4 ms' };
  // 8 requests take 20 ms: 400 a second.
  const gathered = (peak: string, ms: string) => online({ batch, peakRps: peak, replicas: 1, ...limit(ms) });
  expect(messagesOf(gathered('500 per second', '30 ms')).map((message) => message.slice(0, 6))).toEqual(['LAT-06']);
  expect(about('LAT-06', gathered('200 per second', '16 ms'))).toEqual([
    [
      'warning',
      'A request waits up to 5\u202fms for the others, the batch takes 8\u202fms, and behind another batch that is 21\u202fms, where p99 may take 16\u202fms.',
    ],
  ]);
  expect(about('LAT-06', gathered('200 per second', '22 ms'))).toEqual([]);
});

test('only the first request of a batch waits for all the others', () => {
  const batch = { enabled: true, maxSize: 16, maxDelayMs: '20 ms', serviceAlphaMs: '0.3 ms', serviceTau0Ms: '3.2 ms' };
  const gathered = (ms: string, percentile: string) =>
    online({ batch, peakRps: '1,000 per second', replicas: 1, ...limit(ms, percentile) });
  // Half of the requests wait 7.5 ms of the 15 ms at most, then 8 ms.
  expect(about('LAT-06', gathered('20 ms', 'p50'))).toEqual([]);
  expect(about('LAT-06', gathered('15 ms', 'p50'))).toEqual([
    [
      'error',
      'A request waits up to 7.5\u202fms for the others and 8\u202fms for the batch, and p50 may take 15\u202fms.',
    ],
  ]);
  expect(about('LAT-06', gathered('20 ms', 'p99')).map(([severity]) => severity)).toEqual(['error']);
});

test('one replica is fine where nobody promised much, and on a device', () => {
  expect(about('LAT-17', online({ replicas: 1, availabilitySlo: '99 %' }))).toEqual([]);
  expect(about('LAT-17', { serving: { predictionMode: 'edge', replicas: 1, availabilitySlo: '99.9 %' } })).toEqual([]);
});

test('a batch needs no fallback, and a provider is asked about once', () => {
  expect(messagesOf({ serving: { predictionMode: 'batch', fallback: 'none' } })).toEqual([]);
  const hosted = {
    framing: { taskType: 'generation' },
    ...online({ fallback: 'none', generation: { hosting: 'provider' } }),
  };
  expect(
    [...check(hosted).findings, ...check(hosted).gaps]
      .map(({ rule }) => rule)
      .filter((rule) => /LAT-15|GEN-15/.test(rule)),
  ).toEqual(['GEN-15']);
});

test('retries are for bad days, and pools are not sized for them', () => {
  const store = part('store', { replicas: 1, concurrency: 10, latency: { mean: '20 ms' } });
  const dataflow = { components: [store], edges: [call('api', 'store', { peakRate: '400 per second', retries: 3 })] };
  expect(about('LAT-12', { dataflow })).toEqual([]);
});

test('a model leads to its data over the run that made it, and a prompted one to none', () => {
  const items = [
    { id: 'model', kind: 'model', linkedTo: ['experiment-log'] },
    { id: 'run', kind: 'experiment-log', linkedTo: ['code', 'data-snapshot'] },
  ];
  expect(about('VER-03', { artifacts: { items } })).toEqual([]);
  const prompted = { framing: { learningMode: 'pretrained-prompted' } };
  expect(
    about('VER-03', { ...prompted, artifacts: { items: [{ id: 'model', kind: 'model', linkedTo: ['prompt'] }] } }),
  ).toEqual([]);
  const kept = ['code', 'prompt', 'dependencies', 'eval-dataset'].map((kind) => ({
    id: kind,
    kind,
    idScheme: 'git-sha',
  }));
  expect(about('VER-01', { ...prompted, artifacts: { items: kept } })).toEqual([]);
  expect(check({ ...prompted, operations: { toleratedModelAge: '30 d' } }).notApplicable).toContain('OPS-04');
});

test('a snapshot may outlive its source where it is said what happens on deletion', () => {
  const sections = (deletionConflict: JsonObject) => ({
    artifacts: { items: [{ id: 'copy', kind: 'data-snapshot', retention: '730 d' }], ...deletionConflict },
    data: { sources: [{ id: 'people', pii: 'personal', usedFor: ['train'], retention: '365 d' }] },
  });
  expect(about('VER-06', sections({ deletionConflict: 'The key of the hash is deleted' }))).toEqual([]);
  expect(about('VER-06', sections({}))).toHaveLength(1);
});

test('the alarm of a monitor of drift is not held against the floor of the metric', () => {
  const recall = metrics({ id: 'm1', kind: 'model', role: 'primary', direction: 'up', minimumAcceptable: '0.5' });
  const watched = (what: string) => ({
    ...recall,
    operations: { monitors: [{ id: 'a', what, metric: 'm1', threshold: '0.1' }] },
  });
  expect(about('OPS-03', watched('output-drift'))).toEqual([]);
  expect(about('OPS-03', watched('quality'))).toHaveLength(1);
});

test('whole regions may be assigned where groups touch each other, and a bandit is no test', () => {
  const tested = (rollout: string[], experiment: JsonObject) => ({ operations: { rollout, experiment } });
  const touching = { unit: 'cluster', analysisUnit: 'cluster', interference: true };
  expect(about('OPS-07', tested(['ab'], touching))).toEqual([]);
  expect(about('OPS-07', tested(['ab'], { ...touching, unit: 'person', analysisUnit: 'person' }))).toEqual([
    ['warning', 'One group affects the other, so assigned by person their difference is not the effect.'],
  ]);
  expect(check(tested(['bandit'], { looks: 30, peeking: 'none' })).notApplicable).toContain('OPS-09');
});

test('training that waits for drift has no cadence to compare', () => {
  const operations = { stalenessImpact: 'Little', toleratedModelAge: '60 d', retrain: { trigger: 'drift' } };
  expect(check({ operations }).passed).toContain('OPS-04');
});

test('an answer that is shown as it is written is held to its first token', () => {
  const pace = {
    timeToFirstTokenP50: '400 ms',
    timeToFirstTokenP99: '900 ms',
    outputTokensP50: 500,
    outputTokensP99: 900,
    timePerOutputTokenP50: '20 ms',
    timePerOutputTokenP99: '30 ms',
  };
  const written = (fields: JsonObject, ms: string) => ({
    framing: { taskType: 'generation' },
    ...online({ generation: { ...pace, ...fields }, ...limit(ms) }),
  });
  expect(about('GEN-06', written({ streaming: true }, '1 s'))).toEqual([]);
  expect(about('GEN-06', written({ streaming: true }, '800 ms'))).toEqual([
    ['error', 'The first token comes after 900\u202fms at p99, and p99 may take 800\u202fms.'],
  ]);
  expect(about('GEN-06', written({ streaming: true }, '300 ms'))).toEqual([
    ['error', 'Half of the answers have not begun after 400\u202fms, and p99 may take 300\u202fms.'],
  ]);
  expect(about('GEN-06', written({ streaming: false }, '10 s'))).toEqual([
    ['warning', 'A usual answer is complete after 10.4\u202fs, and p99 may take 10\u202fs.'],
  ]);
});

test('a metric in words says neither that answers follow from the passages nor that nothing measures it', () => {
  const lookedUp = (...formulas: string[]) =>
    check({
      framing: { taskType: 'generation' },
      serving: { retrieval: { used: true } },
      ...metrics(...formulas.map((formula) => ({ id: formula, kind: 'model', formula }))),
    });
  expect(lookedUp('custom').notApplicable).toContain('GEN-05');
  expect(lookedUp('custom', 'groundedness').passed).toContain('GEN-05');
  expect(lookedUp('answer-correctness').gaps.map(({ rule }) => rule)).toContain('GEN-05');
});

test('the first token is held against the percentile of the limit, and a blank keeps no promise', () => {
  const streamed = (fields: JsonObject, ms: string, percentile: string): Sections => ({
    framing: { taskType: 'generation' },
    ...online({ generation: { streaming: true, ...fields }, ...limit(ms, percentile) }),
  });
  const waiting = (sections: Sections) => check(sections).waiting.find(({ rule }) => rule === 'GEN-06')?.missing;
  const [p50, p99] = ['serving.generation.timeToFirstTokenP50', 'serving.generation.timeToFirstTokenP99'];
  expect(waiting(streamed({}, '500 ms', 'p95'))).toEqual([p50, p99]);
  expect(waiting(streamed({}, '500 ms', 'p50'))).toEqual([p50]);
  // σ = ln 3 / 2.326 = 0.472, so p95 is 400 · e^(1.645 · 0.472) = 870 ms, and p99.9 is 1.72 s.
  const times = { timeToFirstTokenP50: '400 ms', timeToFirstTokenP99: '1.2 s' };
  expect(about('GEN-06', streamed(times, '880 ms', 'p95'))).toEqual([]);
  expect(about('GEN-06', streamed(times, '860 ms', 'p95'))).toEqual([
    ['warning', 'About 5.25\u202f% of answers have not begun after 860\u202fms, and p95 may take 860\u202fms.'],
  ]);
  expect(about('GEN-06', streamed(times, '1.8 s', 'p99-9'))).toEqual([]);
  expect(about('GEN-06', streamed(times, '1.6 s', 'p99-9'))).toHaveLength(1);
});

test('a month of tokens is paid at their mean length', () => {
  // 1 per second, each 1,000 · €1 and 200 · €5 a million: €5,256 a month at p50, and 1.19 times that at the mean.
  const priced = (budgetPerMonth: string, long: JsonObject) => ({
    framing: { taskType: 'generation' },
    ...online({
      expectedRps: '1 per second',
      budgetPerMonth,
      generation: { inputTokensP50: 1000, outputTokensP50: 200, priceIn: '€1', priceOut: '€5', ...long },
    }),
  });
  const long = { inputTokensP99: 4000, outputTokensP99: 800 };
  expect(about('GEN-08', priced('€6,000/month', {}))).toEqual([]);
  expect(about('GEN-08', priced('€6,000/month', long))).toHaveLength(1);
  expect(about('GEN-08', priced('€6,300/month', long))).toEqual([]);
});

test('a cache keeps requests from the provider', () => {
  const hosted = (cacheHitPct: string) => ({
    framing: { taskType: 'generation' },
    ...online({
      peakRps: '20 per second',
      generation: { hosting: 'provider', requestsPerMinuteLimit: 600, cacheHitPct },
    }),
  });
  expect(about('GEN-07', hosted('50 %'))).toEqual([]);
  expect(about('GEN-07', hosted('40 %'))).toHaveLength(1);
});

test('a trained extractor and a classifier are asked nothing about language models', () => {
  const trained = {
    framing: { taskType: 'extraction', learningMode: 'supervised' },
    serving: { generation: { modelPinned: false }, retrieval: { used: true } },
  };
  const report = check(trained);
  expect([...report.findings, ...report.gaps].filter(({ rule }) => rule.startsWith('GEN-'))).toEqual([]);
  expect(report.notApplicable).toContain('GEN-04');
});

test('a prompt that is known by a name that can move is as loose as a model', () => {
  const items = [{ id: 'prompt', kind: 'prompt', idScheme: 'tag' }];
  const sections = {
    framing: { taskType: 'generation' },
    serving: { generation: { modelPinned: true } },
    artifacts: { items },
  };
  expect(about('GEN-04', sections)).toHaveLength(1);
});

test('other answers that settle a question count', () => {
  expect(about('LAT-13', online({ expectedRps: '10 per second' }))).toEqual([
    ['warning', 'The expected load is 10\u00a0per second and no peak is stated; queues form at the peak.'],
  ]);
  const written = { framing: { taskType: 'generation' } };
  expect(about('GEN-01', { ...written, sampling: { splits: [{ id: 'test', role: 'test' }] } })).toEqual([]);
  const hosted = { generation: { hosting: 'provider' }, fallback: 'default' };
  expect(about('GEN-15', { ...written, ...online(hosted) })).toEqual([]);
});
