import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#lib/domain/json.ts';
import { completeness } from './completeness.ts';
import { sections } from './all-sections.ts';
import { readWorksheet } from './read-worksheet.ts';
import { fieldApplies, sectionApplies, walk } from './walk.ts';
import { fieldAtPath } from './paths.ts';

function read(drafts: Record<string, JsonObject>) {
  return readWorksheet({ format: 'plumbline/v1', title: 'T', sections: drafts });
}

function gapsIn(section: string, drafts: Record<string, JsonObject>) {
  return completeness(read(drafts), 'framing').perSection[section]?.gaps ?? [];
}

describe('completeness', () => {
  it('counts the gaps of an empty worksheet and finds nothing answered', () => {
    const empty = completeness(read({}), 'framing');
    expect(empty).toMatchObject({ answered: 0, open: 0 });
    expect(empty.gaps).toHaveLength(empty.needed);
    expect(empty.gaps).toContain('business.objective');
    // Only a classification has classes and error costs to ask for.
    expect(empty.gaps).not.toContain('framing.classes');
    expect(empty.gaps).not.toContain('imbalance.costMatrix');
  });

  it('asks for more when an answer makes it matter', () => {
    const binary = { framing: { taskType: 'binary', targetIsProxy: true } };
    expect(gapsIn('framing', binary)).toEqual(expect.arrayContaining(['framing.classes', 'framing.proxyLink']));
    expect(gapsIn('imbalance', binary)).toEqual(['imbalance.costMatrix']);
    expect(completeness(read(binary), 'design').perSection['imbalance']?.gaps).toContain(
      'imbalance.prevalenceProduction',
    );
  });

  it('counts an open question as open, and what does not apply not at all', () => {
    const before = completeness(read({}), 'framing');
    const after = completeness(
      read({
        business: {
          killCriterion: { unknown: { who: 'Head of payments' } },
          problemStatement: { notApplicable: 'Given.' },
        },
        overview: { outOfScope: { notApplicable: 'Nothing near.' }, authors: [{ id: 'a', person: 'Analyst' }] },
      }),
      'framing',
    );
    // The authors are answered; the two that do not apply go.
    expect(after).toMatchObject({ answered: 1, open: 1, needed: before.needed - 2 });
  });

  it('takes what could not be read, or is too short, for a gap', () => {
    expect(gapsIn('business', { business: { buildCost: { unreadable: 'lots' } } })).toContain('business.buildCost');
    expect(gapsIn('overview', { overview: { name: 'ab' } })).toContain('overview.name');
    expect(gapsIn('overview', { overview: { name: 'abc' } })).not.toContain('overview.name');
  });

  it('asks every item for what it needs', () => {
    const items: JsonObject[] = [
      { id: 'm1', name: 'PR AUC', kind: 'model', role: 'primary' },
      { id: 'm2', kind: 'business' },
    ];
    const gaps = gapsIn('metrics', { metrics: { items } });
    expect(gaps).toContain('metrics.items.m1.drives');
    expect(gaps).not.toContain('metrics.items.m2.drives');
    expect(gaps).toContain('metrics.items.m2.targetDate');
    expect(gaps).not.toContain('metrics.items');
  });

  it('counts a list as one question, answered when every item is', () => {
    const authors = (...items: JsonObject[]) =>
      completeness(read({ overview: { authors: items } }), 'framing').perSection['overview'];
    const without = authors();
    expect(authors({ id: 'a', person: 'Analyst' })).toMatchObject({ answered: 1, needed: without?.needed });
    expect(authors({ id: 'a', person: 'Analyst' }, { id: 'b' })).toMatchObject({
      answered: 0,
      needed: without?.needed,
    });
    expect(authors({ id: 'a', person: { unknown: {} } })).toMatchObject({ answered: 0, open: 1 });
  });

  it('counts a group once, by the fields that it needs', () => {
    const costs = (costMatrix: JsonObject) =>
      completeness(read({ framing: { taskType: 'binary' }, imbalance: { costMatrix } }), 'framing').perSection[
        'imbalance'
      ];
    expect(costs({ fp: 1, fn: 9 })).toMatchObject({ answered: 0, open: 0, gaps: ['imbalance.costMatrix'] });
    expect(costs({ fp: 1, fn: 9, tp: 0, tn: { unknown: {} } })).toMatchObject({ answered: 0, open: 1, gaps: [] });
    expect(costs({ fp: 1, fn: 9, tp: 0, tn: 0 })).toMatchObject({ answered: 1, open: 0, gaps: [] });
    expect(costs({ notApplicable: 'No costs.' })).toMatchObject({ needed: 0, gaps: [] });
  });
});

describe('what applies', () => {
  it('folds a section away that the task has no use for, and only then', () => {
    const imbalance = sections.find(({ key }) => key === 'imbalance');
    if (imbalance === undefined) throw new Error('no such section');
    expect(sectionApplies(read({}), imbalance)).toBe(true);
    expect(sectionApplies(read({ framing: { taskType: 'binary' } }), imbalance)).toBe(true);
    expect(sectionApplies(read({ framing: { taskType: 'ranking' } }), imbalance)).toBe(false);
  });

  it('asks about unfinished cases for survival, and for a yes or no that depends on time', () => {
    const path = 'framing.followUp';
    const field = fieldAtPath(path);
    if (field === undefined) throw new Error('no such field');
    const asked = (framing: JsonObject) => fieldApplies(read({ framing }), path, field);
    expect(asked({ taskType: 'survival' })).toBe(true);
    expect(asked({ taskType: 'binary', timeDependent: true })).toBe(true);
    expect(asked({ taskType: 'binary' })).toBe(false);
    expect(asked({ timeDependent: true })).toBe(false);
  });

  it('compares siblings inside items', () => {
    const path = 'metrics.items.m1.beta';
    const field = fieldAtPath(path);
    if (field === undefined) throw new Error('no such field');
    const withFormula = (formula: string) => read({ metrics: { items: [{ id: 'm1', formula }] } });
    expect(fieldApplies(withFormula('f-beta'), path, field)).toBe(true);
    expect(fieldApplies(withFormula('recall'), path, field)).toBe(false);
  });

  it('applies nothing inside what does not apply', () => {
    const inside: boolean[] = [];
    walk(read({ framing: { taskType: 'ranking' } }), ({ path, applies }) => {
      if (path.startsWith('imbalance.')) inside.push(applies);
      return 'descend';
    });
    expect(inside.length).toBeGreaterThan(10);
    expect(inside).not.toContain(true);
  });
});
