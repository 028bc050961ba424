import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#lib/domain/json.ts';
import { sectionWords } from '#test/section-words.ts';

const metrics = { items: [{ id: 'loss', name: 'Fraud loss' }] };

function words(operations: JsonObject, framing: JsonObject = {}): string {
  return sectionWords('operations', { framing, metrics, operations }, 'launch');
}

describe('an experiment', () => {
  const experiment = {
    hypothesis: 'The model lowers the loss by a fifth.',
    unit: 'person',
    analysisUnit: 'request',
    variants: 2,
    allocation: '50 %',
    maxDays: 56,
    metric: 'loss',
    looks: 1,
  };

  it('is told in sentences, the rest below', () => {
    const said = words({ rollout: ['shadow', 'ab'], experiment });
    expect(said).toContain(
      'The model lowers the loss by a fifth. Each person is put into one of 2 groups, and results are counted by request; 50 % of the traffic takes part, for at most 56 days. Fraud loss decides.',
    );
    expect(said).toContain('Looks at the result: 1');
  });

  it('is not told where nothing is compared', () => {
    expect(words({ rollout: ['canary'], experiment })).not.toContain('Each person');
    expect(words({ rollout: ['canary'], experiment })).not.toContain('lowers the loss');
  });

  it('is listed where lists are mixed, since nobody is put into a group', () => {
    const said = words({ rollout: ['interleaving'], experiment });
    expect(said).not.toContain('Each person');
    expect(said).toContain('Hypothesis: The model lowers the loss by a fifth.');
  });
});

describe('training again', () => {
  const kept = {
    retrain: { cadence: '30 d', trigger: 'schedule' },
    trainingWindow: '365 d',
    toleratedModelAge: '60 d',
  };

  it('is one sentence with the age that is tolerated', () => {
    const said = words(kept);
    expect(said).toContain(
      'A new model is trained every 30 days, set off by a schedule, on the last 365 days. One of 60 days is still good enough.',
    );
    expect(said).not.toContain('Training again');
  });

  it('keeps the gate as it was written', () => {
    const gated = { ...kept, retrain: { ...kept.retrain, validationGate: 'Recall at least 0.6.' } };
    expect(words(gated)).toContain('What a new model has to pass');
  });

  it('is not asked of a model that is only prompted', () => {
    expect(words(kept, { learningMode: 'pretrained-prompted' })).not.toContain('trained every');
  });
});

it('sets monitors side by side', () => {
  const monitors: JsonObject[] = [
    {
      id: 'q',
      what: 'quality',
      metric: 'loss',
      threshold: '€1.5M a year',
      window: '30 d',
      action: 'Call',
      owner: 'Dana',
    },
    { id: 's', what: 'skew', threshold: '0.1', action: 'Look' },
  ];
  const said = words({ monitors });
  expect(said).toContain('Quality of predictions · Fraud loss · €1.5M a year · 30 days · Call · Dana');
  expect(said).toContain('Training against serving · – · 0.1 · – · Look · Not answered yet');
});
