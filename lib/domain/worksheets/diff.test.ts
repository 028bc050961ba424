import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '#lib/domain/json.ts';
import { arbitraryDraft } from '#test/arbitrary-draft.ts';
import { diffDrafts } from './diff.ts';
import { applyOps, valueHash, type Op } from './operations.ts';
import { draftValueAt, fieldAtPath, parentPath } from './paths.ts';

function diff(before: Record<string, JsonObject>, after: Record<string, JsonObject>) {
  return diffDrafts({ sections: before }, { sections: after });
}

/** The edit that brings one difference over. */
function edit(path: string, base: string, after: Json | null): Op {
  if (fieldAtPath(path) !== undefined) return { id: 'x', kind: 'set', path, base, value: after };
  if (!isJsonObject(after)) return { id: 'x', kind: 'remove', path, base };
  return { id: 'x', kind: 'insert', path: parentPath(path), value: after, after: null };
}

describe('diffDrafts', { timeout: 60_000 }, () => {
  it('names fields, in the order of the definition', () => {
    expect(
      diff(
        { business: { objective: 'a', deadline: '2027-01-01' }, imbalance: { costMatrix: { fp: '€1', fn: '€2' } } },
        {
          business: { deadline: '2027-01-01', problemStatement: 'p', objective: 'b' },
          imbalance: { costMatrix: { fp: '€1' } },
        },
      ),
    ).toEqual([
      { path: 'business.problemStatement', kind: 'added', before: null, after: 'p' },
      { path: 'business.objective', kind: 'changed', before: 'a', after: 'b' },
      { path: 'imbalance.costMatrix.fn', kind: 'removed', before: '€2', after: null },
    ]);
  });

  it('follows items by their ids', () => {
    const [a, c] = [
      { id: 'a', name: 'a' },
      { id: 'c', name: 'c' },
    ];
    const was = { metrics: { items: [a, { id: 'b', name: 'b' }] } };
    const is = { metrics: { items: [{ id: 'b', name: 'B' }, a, c] } };
    expect(diff(was, is)).toEqual([
      { path: 'metrics.items', kind: 'reordered', before: ['a', 'b'], after: ['b', 'a'] },
      { path: 'metrics.items.b.name', kind: 'changed', before: 'b', after: 'B' },
      { path: 'metrics.items.c', kind: 'added', before: null, after: c },
    ]);
    expect(diff(is, { metrics: { items: { notApplicable: 'None.' } } })).toMatchObject([
      { path: 'metrics.items', kind: 'changed', after: { notApplicable: 'None.' } },
    ]);
  });

  it('sees a group that does not apply any more as one change', () => {
    const [before, after] = [
      { imbalance: { costMatrix: { fp: '€1' } } },
      { imbalance: { costMatrix: { notApplicable: 'No.' } } },
    ];
    expect(diff(before, after)).toMatchObject([{ path: 'imbalance.costMatrix', kind: 'changed' }]);
  });

  it('finds nothing between a draft and itself, and everything between two: setting it makes them equal', () => {
    fc.assert(
      fc.property(arbitraryDraft, arbitraryDraft, (one, two) => {
        expect(diffDrafts(one, one)).toEqual([]);
        let sections = one.sections;
        for (const { path, kind, after } of diffDrafts(one, two)) {
          if (kind === 'reordered') continue;
          const done = applyOps(sections, [edit(path, valueHash(draftValueAt({ sections }, path)), after)]);
          expect(done.outcomes).toMatchObject([{ outcome: 'applied' }]);
          sections = done.sections;
        }
        const left = diffDrafts({ sections }, two).filter(({ kind }) => kind !== 'reordered');
        expect(left).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
