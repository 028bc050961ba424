import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '#lib/domain/json.ts';
import { sectionWords } from '#test/section-words.ts';

const online = { predictionMode: 'online' };
const slo: JsonObject[] = [
  { id: 'a', percentile: 'p99', ms: '100 ms', scope: 'server', window: '1 h' },
  { id: 'b', percentile: 'p99-9', ms: '~250 ms' },
];

function words(serving: JsonObject, others: Record<string, JsonObject> = {}): string {
  return sectionWords('serving', { ...others, serving }, 'launch');
}

describe('how fast', () => {
  it('says the objectives in a sentence, once', () => {
    const said = words({ ...online, slo, timeoutMs: '400 ms' });
    expect(said).toContain(
      'Of all requests 99 % are answered within 100 ms at the service, over 1 h; 99.9 % are answered within 250 ms. The caller gives up after 400 ms.',
    );
    expect(said).not.toContain('Latency objectives');
    expect(said.match(/400 ms/g)).toHaveLength(1);
  });

  it.each<[string, JsonObject]>([
    ['a limit that is open', { id: 'a', percentile: 'p99', ms: { unknown: { who: 'Dana' } } }],
    ['a scope that is open', { id: 'a', percentile: 'p99', ms: '100 ms', scope: { unknown: { who: 'Dana' } } }],
  ])('lists them where there is %s', (_, objective) => {
    const said = words({ ...online, slo: [objective] });
    expect(said).not.toContain('Of all requests');
    expect(said).toContain('Not known yet – Dana');
  });

  it('says nothing of a latency that no one waits for', () => {
    const load = { expectedRps: '1 per second', peakRps: '9 per second' };
    const said = words({ predictionMode: 'batch', slo, timeoutMs: '400 ms', ...load });
    expect(said).not.toContain('Of all requests');
    expect(said).not.toContain('400 ms');
    // Neither of a load that is left over from before it became a batch, nor of what follows from it.
    expect(said).not.toContain('9 times');
    expect(words({ ...online, ...load })).toContain('9 times');
  });
});

describe('when it fails', () => {
  const baselines = { framing: { baselines: [{ id: 'rules', name: 'Fraud rules' }] } };

  it('says what answers then, and how often it should not be needed', () => {
    const failing = { fallback: 'heuristic', fallbackBaseline: 'rules', availabilitySlo: '99.9 %' };
    const said = words(failing, baselines);
    expect(said).toContain(
      'When there is no prediction, a rule answers: Fraud rules. An answer is to be had 99.9 % of the time.',
    );
    expect(said).toContain('Time it may be away 43.8 min a month');
    expect(said).not.toContain('Availability objective 99');
  });

  it('does not name a baseline that is not asked for', () => {
    expect(words({ fallback: 'none', fallbackBaseline: 'rules' }, baselines)).toContain(
      'When there is no prediction, the caller gets an error.',
    );
  });
});

describe('a language model', () => {
  const asked = { framing: { taskType: 'generation' }, data: {} };
  const generation: Record<string, Json> = {
    hosting: 'provider',
    provider: 'Example AI',
    modelId: 'assist-2026-09',
    modelPinned: false,
    fallbackModel: 'assist-small',
    inputTokensP50: '1800',
    outputTokensP50: '~250',
    outputTokensP99: { unknown: { who: 'Dana' } },
  };

  it('is named in a sentence, and what a request takes stands in a table', () => {
    const said = words({ generation }, asked);
    expect(said).toContain(
      'The answers are written by assist-2026-09, which runs at Example AI; its version is not pinned. assist-small stands in for it.',
    );
    expect(said).toContain('Input · 1,800 tokens · –');
    expect(said).toContain('Output · 250 tokens · Not known yet – Dana');
    expect(said).not.toContain('First token after');
  });

  it('leaves what no sentence says to the list below it', () => {
    const said = words({ generation: { ...generation, streaming: true } }, asked);
    expect(said).toContain('Is the answer shown as it is written: Yes');
    // Nothing is left of a group that a sentence says whole, so there is no heading without a list.
    expect(words({ generation }, asked)).not.toMatch(/Model, tokens and prices/);
  });

  it('is not spoken of where another task was chosen', () => {
    expect(words({ generation }, { framing: { taskType: 'binary' } })).not.toContain('assist');
    const trained = { taskType: 'extraction', learningMode: 'supervised' };
    expect(words({ generation }, { framing: trained })).not.toContain('assist');
    expect(words({ generation }, { framing: { taskType: 'extraction' } })).toContain('assist-2026-09');
  });

  it('says where passages come from and who judges', () => {
    const retrieval = {
      used: true,
      corpus: 'help',
      k: 8,
      recallAtK: '92 %',
      indexRefresh: '15 min',
      chunking: 'Heads',
    };
    const judge = {
      kind: 'model',
      model: 'judge-1',
      sameFamilyAsSystem: false,
      validatedOnN: 300,
      agreementWithHuman: 0.71,
    };
    const said = words({ retrieval, judge }, asked);
    expect(said).toContain(
      'For each request 8 passages are looked up in help; for 92 % of questions the answer is among them. The index is rebuilt every 15 min.',
    );
    expect(said).toContain('How documents are cut: Heads');
    expect(said).toContain(
      'Answers are judged by judge-1, a model of another family than the system; on 300 answers it agreed with people at 0.71.',
    );
  });
});
