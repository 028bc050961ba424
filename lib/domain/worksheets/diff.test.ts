import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#lib/domain/json.ts';
import { arbitraryDraft } from '#test/arbitrary-draft.ts';
import { diffDrafts } from './diff.ts';
import { valueHash, type Op } from './operations.ts';
import { applyOps } from './operations.ts';
import { draftValueAt, fieldAtPath } from './paths.ts';

function diff(before: Record<string, JsonObject>, after: Record<string, JsonObject>) {
  return diffDrafts({ sections: before }, { sections: after });
}

describe('diffDrafts', () => {
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
    const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, name: id }));
    const was = { metrics: { items: [a!, b!] } };
    const is = { metrics: { items: [{ id: 'b', name: 'B' }, a!, c!] } };
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
          const current = draftValueAt({ sections }, path);
          const list = path.slice(0, path.lastIndexOf('.'));
          const isItem = fieldAtPath(path) === undefined;
          const base = valueHash(current);
          const op: Op | null =
            kind === 'reordered'
              ? null
              : !isItem
                ? { id: 'x', kind: 'set', path, base, value: after }
                : after === null
                  ? { id: 'x', kind: 'remove', path, base }
                  : { id: 'x', kind: 'insert', path: list, value: after as JsonObject, after: null };
          if (op === null) continue;
          const done = applyOps(sections, [op]);
          expect(done.outcomes[0], JSON.stringify(op)).toMatchObject({ outcome: 'applied' });
          sections = done.sections;
        }
        const left = diffDrafts({ sections }, two).filter(({ kind }) => kind !== 'reordered');
        expect(left).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
