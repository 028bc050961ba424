import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isAppError } from '#lib/domain/errors.ts';
import { limits } from '#lib/domain/limits.ts';
import { decision, fullDecision } from '#test/decision-drafts.ts';
import {
  canNow,
  decisionRules,
  deprecateDecision,
  editDecision,
  linkDecision,
  rejectDecision,
  statusAfter,
  unlinkDecision,
  type DecisionAction,
} from './decision-changes.ts';
import { decisionContent, decisionLink } from '#lib/domain/worksheets/decision-schema.ts';
import {
  decisionStatuses,
  type Decision,
  type DecisionLink,
  type DecisionStatus,
} from '#lib/domain/worksheets/decision.ts';
import { acceptDecision, planToSupersede, supersedeDecision } from './supersession.ts';
import { valueThenAndNow } from './value-then-and-now.ts';
import { weightedScores } from './weighted-scores.ts';

const today = '2027-01-15';
const accepted = (number: number, changed: Partial<Decision> = {}) =>
  decision(number, { status: 'accepted', ...changed });
const byNumber = (...all: readonly Decision[]) => new Map(all.map((each) => [each.number, each]));

function said(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (isAppError(error)) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'done';
}

/** Where each action leads from each status. */
const table: Record<DecisionAction, Partial<Record<DecisionStatus, DecisionStatus>>> = {
  edit: { proposed: 'proposed' },
  accept: { proposed: 'accepted' },
  reject: { proposed: 'rejected' },
  deprecate: { accepted: 'deprecated' },
  supersede: { accepted: 'superseded', deprecated: 'superseded' },
};

const isAction = (action: string): action is DecisionAction => Object.hasOwn(decisionRules, action);
const actions = Object.keys(decisionRules).filter(isAction);

describe('the table of statuses', () => {
  test.each(actions)('%s', (action) => {
    for (const status of decisionStatuses) {
      const next = table[action][status];
      const record = decision(7, { status });
      expect(canNow(action, record) === true).toBe(next !== undefined);
      if (next === undefined) expect(() => statusAfter(action, record)).toThrow(`Decision 7 is ${status}`);
      else expect(statusAfter(action, record)).toBe(next);
    }
  });

  it('says what can be done instead', () => {
    expect(said(() => editDecision(accepted(3), fullDecision))).toBe(
      'conflict: Decision 3 is accepted, and only what is proposed can be changed. Write the next one, and let it supersede this one.',
    );
    expect(said(() => deprecateDecision(decision(3)))).toBe(
      'conflict: Decision 3 is proposed, and only what is accepted can be deprecated.',
    );
  });

  it('keeps an accepted record as it was, but for status and links', () => {
    const record = accepted(3);
    const later = linkDecision(deprecateDecision(record), { kind: 'evidence', id: 'coverage' });
    expect({ ...later, status: record.status, links: record.links }).toEqual(record);
  });
});

describe('accepting', () => {
  it('needs a choice and a reason', () => {
    const accept = (changed: Partial<Decision>) => said(() => acceptDecision(byNumber(decision(1, changed)), 1, today));
    expect(accept({ chosen: null })).toBe('bad-input: Choose one of the options before you accept it.');
    expect(accept({ outcome: ' ' })).toBe('bad-input: Say why before you accept it.');
    expect(accept({ chosen: null, options: [] })).toBe('done');
    expect(accept({ status: 'rejected' })).toMatch(/^conflict: Decision 1 is rejected/);
  });

  it('dates what has no date', () => {
    const [record] = acceptDecision(byNumber(decision(1, { date: null })), 1, today);
    expect(record).toMatchObject({ status: 'accepted', date: today });
    expect(acceptDecision(byNumber(decision(1)), 1, today)[0]?.date).toBe('2026-07-02');
    expect(rejectDecision(decision(1, { date: null, supersedes: [4] }), today)).toMatchObject({
      status: 'rejected',
      date: today,
      supersedes: [],
    });
  });

  it('supersedes what was named, in both records', () => {
    const all = byNumber(accepted(1), decision(2, { status: 'deprecated' }), decision(3));
    const planned = planToSupersede(all, 3, [1, 2, 1]);
    expect(planned.supersedes).toEqual([1, 2]);
    expect(acceptDecision(byNumber(...all.values(), planned), 3, today)).toMatchObject([
      { number: 3, status: 'accepted', supersedes: [1, 2] },
      { number: 1, status: 'superseded', supersededBy: 3 },
      { number: 2, status: 'superseded', supersededBy: 3 },
    ]);
  });

  it('changes nothing where somebody was faster', () => {
    const all = byNumber(decision(1, { status: 'superseded', supersededBy: 2 }), decision(3, { supersedes: [1] }));
    expect(said(() => acceptDecision(all, 3, today))).toBe('conflict: Decision 1 is superseded by decision 2 already.');
  });
});

describe('superseding', () => {
  it('goes both ways', () => {
    expect(supersedeDecision(byNumber(accepted(1), accepted(2)), 1, 2)).toMatchObject([
      { number: 2, supersedes: [1] },
      { number: 1, status: 'superseded', supersededBy: 2 },
    ]);
  });

  it('never closes a circle, and names the one it would', () => {
    const all = byNumber(
      accepted(3),
      decision(5, { status: 'superseded', supersededBy: 8 }),
      decision(8, { status: 'superseded', supersededBy: 3 }),
    );
    expect(said(() => supersedeDecision(all, 3, 5))).toBe(
      'conflict: Decision 3 would come to supersede itself: 3 → 5 → 8 → 3.',
    );
    expect(said(() => supersedeDecision(all, 3, 3))).toBe(
      'conflict: Decision 3 would come to supersede itself: 3 → 3.',
    );
    expect(said(() => planToSupersede(byNumber(decision(4)), 4, [4]))).toMatch(/4 → 4\.$/);
  });

  it('is for accepted ones that there are', () => {
    expect(said(() => supersedeDecision(byNumber(accepted(1), decision(2)), 1, 2))).toBe(
      'conflict: Decision 2 is proposed. Only an accepted one supersedes another.',
    );
    expect(said(() => supersedeDecision(byNumber(accepted(1)), 1, 9))).toBe('not-found: There is no decision 9.');
  });

  it('ends with data in which a circle is already', () => {
    const all = byNumber(accepted(1), accepted(2, { supersededBy: 3 }), accepted(3, { supersededBy: 2 }));
    expect(said(() => supersedeDecision(all, 1, 2))).toBe('done');
  });

  it('stays two-way and without circles, whatever is done', () => {
    const number = fc.integer({ min: 1, max: 5 });
    const step = fc.record({
      do: fc.constantFrom('accept', 'plan', 'supersede', 'reject', 'deprecate'),
      one: number,
      other: number,
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const all = new Map([1, 2, 3, 4, 5].map((each) => [each, decision(each)]));
        for (const { do: what, one, other } of steps) {
          const of = (each: number) => all.get(each) ?? decision(each);
          said(() => {
            const changed = {
              accept: () => acceptDecision(all, one, today),
              plan: () => [planToSupersede(all, one, [other])],
              supersede: () => supersedeDecision(all, one, other),
              reject: () => [rejectDecision(of(one), today)],
              deprecate: () => [deprecateDecision(of(one))],
            }[what]();
            for (const record of changed) all.set(record.number, record);
          });
        }
        for (const record of all.values()) {
          expect(decisionStatuses).toContain(record.status);
          expect(record.status === 'superseded').toBe(record.supersededBy !== null);
          for (let at = record, seen = 0; at.supersededBy !== null; seen += 1) {
            expect(seen).toBeLessThan(5);
            const next = all.get(at.supersededBy);
            expect(next?.supersedes).toContain(at.number);
            at = next ?? at;
          }
          if (record.status === 'proposed') continue;
          for (const older of record.supersedes) expect(all.get(older)?.supersededBy).toBe(record.number);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('links', () => {
  const field = (value: string): DecisionLink => ({
    kind: 'field',
    path: 'business.objective',
    label: 'Objective',
    value,
  });

  it('are made once, and keep the value of that day', () => {
    const twice = linkDecision(linkDecision(accepted(1), field('Less fraud')), field('More'));
    expect(twice.links).toEqual([field('Less fraud')]);
    expect(unlinkDecision(twice, field('Anything')).links).toEqual([]);
  });

  it('are not without number', () => {
    const links = Array.from({ length: limits.decisionEntries }, (_, at) => ({
      kind: 'revision' as const,
      number: at + 1,
    }));
    expect(said(() => linkDecision(decision(1, { links }), { kind: 'evidence', id: 'e1' }))).toMatch(/^too-large/);
    expect(said(() => linkDecision(decision(1, { links }), { kind: 'revision', number: 3 }))).toBe('done');
  });
});

describe('the value then and now', () => {
  const target = { kind: 'field', path: 'metrics.items.recall.targetValue', label: 'Target', value: '0.8' } as const;
  const metrics = (item: Record<string, string>) => ({ metrics: { items: [{ id: 'recall', ...item }] } });

  it.each([
    ['stands', target, metrics({ targetValue: '0.8' }), '0.8'],
    ['moved-away', target, metrics({ targetValue: '0.9' }), '0.9'],
    ['moved-away', target, metrics({}), null],
    ['gone', target, { metrics: { items: [] } }, null],
    ['gone', target, {}, null],
    ['gone', { ...target, path: 'metrics.mood' }, {}, null],
    ['stands', { ...target, path: 'business.objective', value: null }, {}, null],
    [
      'stands',
      { ...target, path: 'metrics.items.recall', value: { name: 'R', id: 'recall' } },
      metrics({ name: 'R' }),
      { id: 'recall', name: 'R' },
    ],
  ] as const)('%s', (state, link, sections, now) => {
    expect(valueThenAndNow(link, sections)).toEqual({ state, was: link.value, now });
  });
});

describe('scores', () => {
  it('are means by weight', () => {
    // (3 × 1 + 1 × 5) ÷ 4 and (3 × 4 + 1 × 2) ÷ 4
    expect([...weightedScores(fullDecision)]).toEqual([
      ['mean', 2],
      ['p95', 3.5],
    ]);
  });

  it('have no total while a criterion waits', () => {
    const [first, ...others] = fullDecision.options;
    const options = [...(first === undefined ? [] : [{ ...first, scores: { trust: 5 } }]), ...others];
    expect(weightedScores({ ...fullDecision, options }).get('mean')).toBeNull();
    expect(weightedScores({ criteria: [], options }).size).toBe(0);
  });
});

describe('the schema', () => {
  const problems = (changed: Record<string, unknown>) =>
    decisionContent.safeParse({ ...fullDecision, ...changed }).error?.issues.map(({ message }) => message);

  it('takes a full record as it is, and one with no more than a title', () => {
    expect(decisionContent.parse(fullDecision)).toEqual(fullDecision);
    expect(decisionContent.parse({ title: ' Use logs ' })).toMatchObject({
      title: 'Use logs',
      options: [],
      chosen: null,
    });
  });

  it.each([
    ['At most 200 characters.', { title: 'x'.repeat(500) }],
    ['At least 3 characters.', { title: 'no' }],
    ['Write something here.', { tags: [' '] }],
    ['A character in this text cannot be kept.', { context: 'half \ud800' }],
    ['Write a date as 2027-01-15.', { reviewBy: 'soon' }],
    ['What is chosen is none of the options.', { chosen: 'median' }],
    ['Two options have the same id.', { options: [...fullDecision.options, ...fullDecision.options] }],
    ['There is no such criterion.', { criteria: [{ id: 'trust', name: 'Trust', weight: 1 }] }],
    ['A weight is above 0.', { criteria: [...fullDecision.criteria, { id: 'law', name: 'Law', weight: 0 }] }],
    ['At most 50 of these.', { drivers: Array.from({ length: 51 }, () => 'again') }],
    ['Unrecognized key: "status"', { status: 'accepted' }],
  ])('%s', (message, changed) => {
    expect(problems(changed)).toContain(message);
  });

  it('knows what a link needs', () => {
    expect(decisionLink.safeParse({ kind: 'finding', rule: 'MET-06', path: 'metrics', valueHash: '' }).success).toBe(
      true,
    );
    expect(decisionLink.safeParse({ kind: 'field', path: 'metrics' }).success).toBe(false);
    expect(decisionLink.safeParse({ kind: 'dream', id: 'x' }).success).toBe(false);
  });
});
