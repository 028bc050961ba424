import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionForFile } from '#lib/domain/worksheets/decision-files.ts';
import { readDecisions } from '#lib/domain/worksheets/decision-records.ts';
import type { Decision } from '#lib/domain/worksheets/decision.ts';
import { decision } from '#test/decision-drafts.ts';
import { mergeDecisions } from './merge-decisions.ts';

const named = (number: number, title: string, changed: Partial<Decision> = {}) =>
  decision(number, { title, status: 'accepted', ...changed });
const kept = (...all: readonly Decision[]) => new Map(all.map((each) => [each.number, each]));

describe('decisions of a file that come to a project', () => {
  it('keep their numbers in an empty one', () => {
    const file = [named(1, 'Old', { status: 'superseded', supersededBy: 4 }), named(4, 'New', { supersedes: [1] })];
    expect(mergeDecisions(new Map(), file)).toEqual({ added: file, changed: [] });
  });

  it('are not written twice, whatever became of them since', () => {
    const there = named(2, 'Split by time', { status: 'deprecated' });
    const file = [named(1, 'Split by time')];
    expect(mergeDecisions(kept(there), file)).toEqual({ added: [], changed: [] });
  });

  it('get the next number where theirs is taken, and name each other by it', () => {
    const file = [named(1, 'Old', { status: 'superseded', supersededBy: 2 }), named(2, 'New', { supersedes: [1] })];
    expect(mergeDecisions(kept(named(1, 'Ours')), file).added).toMatchObject([
      { number: 2, title: 'Old', supersededBy: 3 },
      { number: 3, title: 'New', supersedes: [2] },
    ]);
  });

  it('supersede what is there, unless something else did', () => {
    const file = [named(1, 'Old', { status: 'superseded', supersededBy: 2 }), named(2, 'New', { supersedes: [1] })];
    expect(mergeDecisions(kept(named(1, 'Old')), file)).toMatchObject({
      added: [{ number: 2, supersedes: [1] }],
      changed: [{ number: 1, status: 'superseded', supersededBy: 2 }],
    });
    const other = kept(
      named(1, 'Old', { status: 'superseded', supersededBy: 3 }),
      named(3, 'Other', { supersedes: [1] }),
    );
    expect(mergeDecisions(other, file)).toMatchObject({ added: [{ number: 2, supersedes: [] }], changed: [] });
  });

  it('keep a chain whatever the order of its numbers', () => {
    const file = [
      named(1, 'Mid', { status: 'superseded', supersededBy: 3, supersedes: [2] }),
      named(2, 'Old', { status: 'superseded', supersededBy: 1 }),
      named(3, 'New', { supersedes: [1] }),
    ];
    expect(mergeDecisions(new Map(), file).added).toEqual(file);
  });

  it('leave records that a file can carry, whatever was there', () => {
    const history = (titles: readonly string[], replaced: readonly number[]): Decision[] => {
      const all = titles.map((title, at) => named(at + 1, title));
      for (const [at, by] of replaced.entries()) {
        const [one, other] = [all[at], all[by]];
        if (one === undefined || other === undefined || by <= at) continue;
        all[at] = { ...one, status: 'superseded', supersededBy: by + 1 };
        all[by] = { ...other, supersedes: [...other.supersedes, at + 1] };
      }
      return all;
    };
    const some = fc
      .tuple(
        fc.uniqueArray(fc.constantFrom('One', 'Two', 'Three', 'Four', 'Five', 'Six'), { maxLength: 5 }),
        fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 5 }),
      )
      .map(([titles, replaced]) => history(titles, replaced));
    fc.assert(
      fc.property(some, some, (ours, theirs) => {
        const there = kept(...ours);
        const { added, changed } = mergeDecisions(there, theirs);
        for (const each of [...changed, ...added]) there.set(each.number, each);
        expect(readDecisions([...there.values()].map(decisionForFile)).problems).toEqual([]);
        expect(mergeDecisions(there, theirs).added).toEqual([]);
        const titles = [...there.values()].map(({ title }) => title);
        expect(new Set(titles).size).toBe(titles.length);
        expect(titles).toEqual(expect.arrayContaining([...ours, ...theirs].map(({ title }) => title)));
      }),
      { numRuns: 300 },
    );
  });
});
