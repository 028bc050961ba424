import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxText } from '#components/forms/answer-state.ts';
import { quantityReader, typedQuantity } from '#components/forms/typed-quantity.ts';
import { readExample } from '#test/example-worksheet.ts';
import type { Json } from '#lib/domain/json.ts';
import { isQuantity } from '#lib/domain/worksheets/definition.ts';
import { layEdit } from '#lib/domain/worksheets/lay-edit.ts';
import { walk } from '#lib/domain/worksheets/walk.ts';
import { assess } from './assessment.ts';
import { valueAt, type Sections } from './pending-edits.ts';
import { outcomeOf } from './trial-outcome.ts';

const today = '2026-12-12';
const nothing = { goes: [], comes: [], changes: [], derived: [] };

const assessed = (sections: Sections) => assess(sections, { rest: {}, today });

function tryOn(sections: Sections, path: string, value: Json | null, now = assessed(sections)) {
  return outcomeOf(now, assessed(layEdit(sections, { kind: 'set', path, base: '', value })));
}

describe('a value that is tried where it stands already', () => {
  const cases = ['card-fraud', 'flawed', 'ticket-routing'].flatMap((name) => {
    const { draft, worksheet } = readExample(name);
    const { sections } = draft;
    const now = assessed(sections);
    const found: { path: string; value: Json | null; sections: Sections; now: typeof now }[] = [];
    walk(worksheet, ({ path, field }) => {
      const stands = valueAt(sections, path);
      const text = boxText(stands);
      if (!isQuantity(field) || text === '') return 'descend';
      const read = quantityReader(field, valueAt(sections, 'business.currency'));
      const tried = typedQuantity(read, text, stands);
      if (tried.ok) found.push({ path, value: tried.value, sections, now });
      return 'descend';
    });
    return found;
  });

  it('changes nothing', () => {
    expect(cases.length).toBeGreaterThan(300);
    fc.assert(
      fc.property(fc.constantFrom(...cases), ({ sections, path, value, now }) => {
        expect(tryOn(sections, path, value, now)).toEqual(nothing);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what would change', () => {
  const accuracy = { id: 'm1', name: 'Accuracy', kind: 'model', role: 'primary', formula: 'accuracy' };
  const byAccuracy: Sections = { framing: { taskType: 'binary' }, metrics: { items: [accuracy] } };
  const production = 'imbalance.prevalenceProduction';
  const rules = (findings: readonly { readonly rule: string }[]) => findings.map(({ rule }) => rule);

  it('is a finding that would come, and the numbers that would be known', () => {
    const { goes, comes, changes, derived } = tryOn(byAccuracy, production, '0.2 %');
    expect([rules(goes), rules(changes)]).toEqual([[], []]);
    expect(rules(comes)).toContain('MET-01');
    expect(derived.map(({ key, now, tried }) => [key, now?.result.state, tried?.result.state])).toContainEqual([
      'majority-accuracy framing.classes',
      'waits',
      'value',
    ]);
  });

  it('is a finding that would go, as it would by an edit', () => {
    const rare = layEdit(byAccuracy, { kind: 'set', path: production, base: '', value: '0.2 %' });
    expect(rules(tryOn(rare, production, '50 %').goes)).toContain('MET-01');
    expect(rules(tryOn(rare, production, null).goes)).toContain('MET-01');
  });

  it('is a finding that would read otherwise, and one that would only lean on a guess', () => {
    const rare = layEdit(byAccuracy, { kind: 'set', path: production, base: '', value: '0.2 %' });
    const rarer = tryOn(rare, production, '0.1 %');
    expect(rarer.changes.find(({ rule }) => rule === 'MET-01')?.message).toContain('99.9');
    expect([rules(rarer.goes), rules(rarer.comes)]).toEqual([[], []]);
    const guess = tryOn(rare, production, '~0.2 %');
    expect(guess.changes.find(({ rule }) => rule === 'MET-01')?.leansOnGuess).toBe(true);
    expect(guess.derived.map(({ key }) => key)).toContain('prevalence imbalance.prevalenceProduction');
  });

  it('tells the items of a list apart', () => {
    const source = { updateCadence: '1 d', publishDelay: '1 h' };
    const sections: Sections = {
      data: {
        sources: [
          { id: 'a', ...source },
          { id: 'b', ...source },
        ],
      },
    };
    const { derived } = tryOn(sections, 'data.sources.b.publishDelay', '2 h');
    expect(derived.map(({ key }) => key)).toEqual(['source-age data.sources.b.updateCadence']);
  });
});
