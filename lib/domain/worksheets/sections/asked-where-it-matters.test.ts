import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#lib/domain/json.ts';
import { completeness } from '#lib/domain/worksheets/completeness.ts';
import { stages, type Stage } from '#lib/domain/worksheets/definition.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { danglingReferences, referrers } from '#lib/domain/worksheets/references.ts';
import { walk } from '#lib/domain/worksheets/walk.ts';

function worksheet(sections: Record<string, JsonObject>) {
  return readWorksheet({ format: 'plumbline/v1', title: 'T', sections });
}

/** Keys of the fields of an item that are asked, by what the item says. */
function asked(list: string, item: JsonObject, others: Record<string, JsonObject> = {}): string[] {
  const [section = '', key = ''] = list.split('.');
  const keys: string[] = [];
  walk(worksheet({ ...others, [section]: { ...others[section], [key]: [{ id: 'x', ...item }] } }), (entry) => {
    if (entry.applies && entry.path.startsWith(`${list}.x.`)) keys.push(entry.path.slice(`${list}.x.`.length));
    return entry.applies ? 'descend' : 'skip';
  });
  return keys;
}

describe('what is asked', () => {
  it('of a source is three things for framing, and where it comes from and how it is read for the design', () => {
    const gapsAt = (stage: Stage) => completeness(worksheet({ data: { sources: [{ id: 's1' }] } }), stage).gaps;
    const ofData = stages.map((stage) => gapsAt(stage).filter((path) => path.startsWith('data.')));
    const first = ['name', 'availableAtServing', 'pii'].map((key) => `data.sources.s1.${key}`);
    const later = ['name', 'owner', 'availableAtServing', 'format', 'accessPattern', 'pii'];
    expect(ofData[0]).toEqual(first);
    expect(ofData[1]).toEqual(later.map((key) => `data.sources.s1.${key}`));
    expect(ofData[2]).toEqual(ofData[1]);
  });

  it('about people only where there are any', () => {
    const about = ['lawfulBasis', 'specialCondition', 'consent', 'deletionPath', 'residency'];
    const askedOf = (item: JsonObject) => asked('data.sources', item).filter((key) => about.includes(key));
    expect(askedOf({ pii: 'none' })).toEqual([]);
    expect(askedOf({})).toEqual([]);
    expect(askedOf({ pii: 'personal' })).toEqual(['lawfulBasis', 'deletionPath', 'residency']);
    expect(askedOf({ pii: 'special-category', lawfulBasis: 'consent' })).toEqual(about);
  });

  it('of several objectives, and not of one', () => {
    const gaps = (combination: string) =>
      completeness(worksheet({ objectives: { combination } }), 'design').gaps.filter((path) =>
        path.startsWith('objectives.'),
      );
    expect(gaps('single')).toEqual([]);
    expect(gaps('weighted-score')).toEqual(['objectives.items', 'objectives.weights']);
    expect(gaps('policy-layer')).toEqual(['objectives.items']);
    const weighted = { objectives: { combination: 'weighted-score' } };
    expect(asked('objectives.items', { scoreScale: 'probability' }, weighted)).toContain('scoreCalibrated');
    expect(asked('objectives.items', { scoreScale: 'rank' }, weighted)).not.toContain('scoreCalibrated');
    expect(asked('objectives.items', { kind: 'constrain' })).toEqual(expect.arrayContaining(['constraintValue']));
  });

  it('of a connection by how data passes', () => {
    expect(asked('dataflow.edges', { mode: 'database' })).toEqual(expect.arrayContaining(['bothCanAccess', 'timeout']));
    const queued = asked('dataflow.edges', { mode: 'queue', sync: false });
    expect(queued).toEqual(expect.arrayContaining(['delivery', 'ordering', 'retention', 'deadLetter']));
    expect(queued).not.toContain('timeout');
    expect(queued).not.toContain('cacheHit');
    expect(asked('dataflow.edges', { mode: 'in-process' })).not.toContain('encryption');
    expect(asked('dataflow.components', { kind: 'client' })).not.toContain('latency');
  });
});

describe('references', () => {
  const sections: Record<string, JsonObject> = {
    data: { sources: [{ id: 's1', name: 'Payments' }], features: [{ id: 'f1', name: 'Amount', source: 's2' }] },
    dataflow: { components: [{ id: 'a' }], edges: [{ id: 'e1', from: 'a', to: 'queue' }] },
    objectives: { items: [{ id: 'o1' }], conflicts: [{ id: 'c1', a: 'o1', b: 'o1' }] },
  };

  it('of features, connections and conflicts lead to items', () => {
    expect(danglingReferences(worksheet(sections)).map(({ path, near }) => [path, near])).toEqual([
      ['data.features.f1.source', 's1'],
      ['dataflow.edges.e1.to', undefined],
    ]);
    expect(referrers(sections, 'dataflow.components.a')).toEqual(['dataflow.edges.e1.from']);
    expect(referrers(sections, 'objectives.items.o1')).toEqual([
      'objectives.conflicts.c1.a',
      'objectives.conflicts.c1.b',
    ]);
  });
});
