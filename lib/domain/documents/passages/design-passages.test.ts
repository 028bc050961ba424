import { describe, expect, it } from 'vitest';
import { defaultProfile } from '#lib/domain/checks/profile.ts';
import type { JsonObject } from '#lib/domain/json.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { buildDocument } from '../build-document.ts';
import type { DocumentProfile } from '../document.ts';
import { renderMarkdown } from '../markdown.ts';

/** The chapters of the document as Markdown. */
function written(sections: Record<string, JsonObject>, profile: DocumentProfile = 'full'): string {
  const draft: DraftWorksheet = { format: 'plumbline/v1', title: 'T', stage: 'framing', sections };
  const report = {
    findings: [],
    gaps: [],
    waiting: [],
    passed: [],
    notApplicable: [],
    waived: [],
    profile: defaultProfile,
  };
  const worksheet = readWorksheet(draft);
  return renderMarkdown(buildDocument({ title: draft.title, worksheet, draft, report, profile }));
}

describe('objectives', () => {
  it('say what another balance would take', () => {
    const text = (objectives: JsonObject) => written({ objectives });
    expect(text({ combination: 'weighted-loss', retrainTime: '~3 d' })).toContain(
      'The objectives are weighted in one loss, so that a new weight takes a new training (3\u00a0days\u202f≈).\n',
    );
    expect(text({ combination: 'weighted-loss' })).toContain('so that a new weight takes a new training.\n');
    const scores = text({ combination: 'weighted-score' });
    expect(scores).toContain('so that a weight changes without a new training.\n');
    expect(scores).not.toContain('How objectives are combined');
    expect(scores).not.toContain('takes effect after');
    expect(text({ combination: { unknown: {} } })).toContain('**How objectives are combined.** *Not known yet*');
  });

  it('show weights that do not add up, and not those that do', () => {
    const weighted = (...alphas: string[]) =>
      written({
        objectives: {
          combination: 'weighted-score',
          weightSum: 'one',
          weights: alphas.map((alpha, index) => ({ id: `w${index}`, alpha })),
        },
      });
    expect(weighted('0.4', '0.5')).toContain('**Weights together.** 0.9\u202fƒ\n');
    expect(weighted('0.4', '0.6')).not.toContain('Weights together');
  });
});

describe('sources', () => {
  const payments = { id: 's1', name: 'Payments', availableAtServing: true, pii: 'pseudonymous' };
  const chargebacks = { id: 's2', name: 'Chargebacks', availableAtServing: false, pii: 'none' };

  it('say which of them are there in time, and which hold personal data', () => {
    expect(written({ data: { sources: [payments, chargebacks] } })).toContain(
      'There at the moment of prediction: Payments. Not there: Chargebacks. With personal data: Payments (pseudonymous).\n',
    );
    expect(written({ data: { sources: [chargebacks, { ...chargebacks, id: 's3', name: 'Refunds' }] } })).toContain(
      'Not there: Chargebacks, Refunds. None holds personal data.\n',
    );
    // A table of one row says it as well.
    expect(written({ data: { sources: [payments] } })).not.toContain('There at the moment');
  });

  it('claim nothing that was not said', () => {
    const text = written({ data: { sources: [{ id: 's1', name: 'Payments' }, chargebacks] } });
    expect(text).toContain('Not there: Chargebacks.\n');
    expect(text).not.toContain('None holds personal data');
  });

  it('show what follows for each, with the formulas', () => {
    const fresh = { updateCadence: '24 h', publishDelay: '~6 h' };
    const text = written({ data: { sources: [{ ...payments, ...fresh }, chargebacks] } });
    expect(text).toContain('#### What follows\n\n| Source | Oldest it can be |\n| - | -: |\n');
    expect(text).toContain('| Payments | 1\u00a0day 6\u00a0hours\u202fƒ, on a guess |\n');
    expect(text).toContain('Oldest it can be: time between updates + delay until it can be read.');
    expect(text).not.toContain('| Chargebacks | – |\n');
    expect(written({ data: { sources: [{ ...payments, ...fresh }] } }, 'executive')).not.toContain('What follows');
  });
});

describe('components', () => {
  const gateway = {
    id: 'gw',
    name: 'Gateway',
    kind: 'gateway',
    onOnlinePath: true,
    latency: { p50: '3 ms', p99: '9 ms' },
  };
  const scoring = { id: 'sc', name: 'Scoring', onOnlinePath: true, latency: { p99: '~18 ms' }, latencySampleN: '2000' };
  const text = (...components: JsonObject[]) => written({ dataflow: { components } });

  it('are named where an answer waits for them', () => {
    expect(text(gateway, { id: 'bus', name: 'Stream' }, scoring)).toContain('An answer waits for: Gateway, Scoring.\n');
    expect(text({ id: 'bus', name: 'Stream' })).not.toContain('An answer waits for');
  });

  it('stand side by side with their times, each said once', () => {
    const both = text(gateway, scoring);
    expect(both).toContain(
      [
        '*Time that each takes by itself*',
        '',
        '| Component | p50 | p99 | Measured on |',
        '| - | -: | -: | -: |',
        '| Gateway | 3\u202fms | 9\u202fms | – |',
        '| Scoring | – | 18\u202fms\u202f≈ | 2,000\u00a0requests |',
      ].join('\n'),
    );
    expect(both.match(/9\u202fms/g)).toHaveLength(1);
    expect(both).toContain('| Gateway | Gateway | Yes |');
  });

  it('keep by themselves what is not a number', () => {
    const open = { ...scoring, id: 'fs', name: 'Features', kind: 'feature-store', latency: { p99: { unknown: {} } } };
    const three = text(gateway, scoring, open);
    expect(three).not.toContain('| Features | –');
    expect(three).toContain('**Features.**');
    expect(three).toContain('p99: *Not known yet*');
    expect(text(gateway)).toContain('p99: 9\u202fms');
    expect(text(gateway, { ...scoring, kind: 'client' })).not.toContain('Time that each takes');
  });
});
