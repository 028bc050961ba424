import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '#lib/domain/limits.ts';
import { arbitraryDraft } from '#test/arbitrary-draft.ts';
import { compareMoments, lastTouch } from './comparison.ts';
import { diffDrafts } from './diff.ts';
import { layEdit } from './lay-edit.ts';
import type { DraftSections } from './operations.ts';
import { restoringEdits } from './restore.ts';

const fraud = { id: 'fraud', name: 'Fraud' };
const fine = { id: 'fine', name: 'Fine' };

describe('compareMoments', () => {
  it('knows where an item that went had its place', () => {
    const before = { framing: { classes: [fraud, fine] } };
    expect(compareMoments(before, { framing: { classes: [fraud] } }).differences).toEqual([
      { path: 'framing.classes.fine', kind: 'removed', before: fine, after: null, item: true, behind: 'fraud' },
    ]);
  });

  it('is cut where it would grow beyond a page, and says by how much', () => {
    const long = 'x'.repeat(limits.comparedCharacters - 10);
    const after = { business: { problemStatement: long, objective: 'More than fits', whyNow: 'y' } };
    const { differences, more } = compareMoments({}, after);
    expect(differences.map(({ path }) => path)).toEqual(['business.problemStatement', 'business.whyNow']);
    expect(more).toBe(1);
  });
});

describe('lastTouch', () => {
  const touches = [
    { path: 'framing.classes.fraud.name', kind: 'set', sequence: 9 },
    { path: 'framing.classes.fraud', kind: 'move', sequence: 7 },
    { path: 'framing.classes', kind: 'set', sequence: 3 },
    { path: 'business.objective', kind: 'set', sequence: 20 },
  ];
  const difference = (path: string, kind: 'changed' | 'reordered' = 'changed') => ({
    path,
    kind,
    before: 'a',
    after: 'b',
  });

  it('finds the field itself, what lies in it and what it lies in', () => {
    expect(lastTouch(difference('framing.classes.fraud.name'), touches)?.sequence).toBe(9);
    expect(lastTouch(difference('framing.classes.fine'), touches)?.sequence).toBe(3);
    expect(lastTouch(difference('metrics.items'), touches)).toBeUndefined();
  });

  it('does not take a text in an item for the order of its list', () => {
    expect(lastTouch(difference('framing.classes', 'reordered'), touches)?.sequence).toBe(7);
  });

  it('takes an import for a change of everything', () => {
    const imported = { path: '', kind: 'import', sequence: 12 };
    expect(lastTouch(difference('metrics.items'), [...touches, imported])).toBe(imported);
  });
});

function restored(now: DraftSections, before: DraftSections): DraftSections {
  return restoringEdits(now, compareMoments(before, now).differences).reduce(layEdit, now);
}

describe('restoringEdits', () => {
  it('brings a whole draft back to what it was, for any two', () => {
    fc.assert(
      fc.property(arbitraryDraft, arbitraryDraft, ({ sections: before }, { sections: now }) => {
        expect(diffDrafts({ sections: restored(now, before) }, { sections: before })).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('brings an order back, and an item to its place in it', () => {
    const before = { framing: { classes: [fraud, fine, { id: 'other' }] } };
    const now = { framing: { classes: [{ id: 'other' }, fraud] } };
    expect(restored(now, before)).toEqual(before);
  });

  it('leaves alone what is so already, and fields of items that are gone', () => {
    const now = { framing: { classes: [fine] }, business: { objective: 'As it was' } };
    const field = { kind: 'changed', after: 'later', item: false } as const;
    expect(
      restoringEdits(now, [
        { ...field, path: 'framing.classes.fraud.name', before: 'Fraud' },
        { ...field, path: 'business.objective', before: 'As it was' },
      ]),
    ).toEqual([]);
  });
});
