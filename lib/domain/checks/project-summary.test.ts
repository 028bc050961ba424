import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#lib/domain/json.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { runChecks } from './run-checks.ts';
import { readWorksheet } from '../worksheets/read-worksheet.ts';
import { summarise, summaryRules } from './project-summary.ts';

const today = '2026-12-12';

function draft(sections: Readonly<Record<string, JsonObject>>, rest: Partial<DraftWorksheet> = {}): DraftWorksheet {
  return { format: 'plumbline/v1', title: 'Card fraud', sections, ...rest };
}

/** A regression with classes contradicts itself. */
const contradiction = { framing: { taskType: 'regression', classes: [{ id: 'a', name: 'fraud' }] } };

describe('summarise', () => {
  it('finds nothing wrong and nothing due in a new worksheet', () => {
    expect(summarise(draft({ overview: { name: 'Card fraud' } }), today)).toEqual({
      stage: 'framing',
      errors: 0,
      warnings: 0,
      openQuestions: [],
      due: null,
      owner: null,
      holdsUntil: null,
    });
  });

  it('counts contradictions and open questions, and names the owner', () => {
    const sections = {
      ...contradiction,
      overview: { authors: [{ id: 'a', person: 'Sam' }] },
      business: { objective: { unknown: { who: 'Dana' } } },
    };
    const { errors, warnings, openQuestions, owner } = summarise(draft(sections), today);
    expect(errors + warnings).toBeGreaterThan(0);
    const question = { path: 'business.objective', label: 'Objective', who: 'Dana', by: null };
    expect({ openQuestions, owner }).toEqual({ openQuestions: [question], owner: 'Sam' });
    const owned = { ...sections, business: { ...sections.business, objectiveOwner: 'Head of payments' } };
    expect(summarise(draft(owned), today).owner).toBe('Head of payments');
  });

  it('says which item an open question is about', () => {
    const metrics = { items: [{ id: 'm1', name: 'Precision', targetValue: { unknown: { by: '2026-12-24' } } }] };
    expect(summarise(draft({ metrics }), today)).toMatchObject({
      openQuestions: [
        { path: 'metrics.items.m1.targetValue', label: 'Precision · Target', who: null, by: '2026-12-24' },
      ],
      due: { kind: 'open-question', what: 'Precision · Target' },
    });
  });

  it('names what comes first: an overdue question before a milestone to come, a passed milestone never', () => {
    const milestones = [
      { id: 'past', name: 'Pilot', date: '2026-12-01' },
      { id: 'next', name: 'Launch', date: '2026-12-20' },
    ];
    const overview = { milestones, reviewBy: '2027-01-15' };
    expect(summarise(draft({ overview }), today)).toMatchObject({
      due: { date: '2026-12-20', kind: 'milestone', what: 'Launch' },
      holdsUntil: '2026-12-20',
    });
    const business = { objective: { unknown: { who: 'Dana', by: '2026-12-05' } } };
    expect(summarise(draft({ overview, business }), today)).toMatchObject({
      due: { date: '2026-12-05', kind: 'open-question', what: 'Objective' },
      holdsUntil: '2026-12-20',
    });
    expect(summarise(draft({ overview }), '2026-12-21')).toMatchObject({
      due: { date: '2027-01-15', kind: 'review-by' },
      holdsUntil: null,
    });
  });

  it('holds a waived finding as due on the day the waiver ends, and counts it again after that', () => {
    const [finding] = runChecks(readWorksheet(draft(contradiction)), { today, mode: 'draft' }).findings;
    const waivers = [
      {
        check: finding?.rule ?? '',
        path: finding?.paths[0] ?? '',
        reason: 'Known.',
        by: 'Dana',
        expires: '2026-12-14',
      },
    ];
    const counted = (day: string) => {
      const { errors, warnings } = summarise(draft(contradiction, { waivers }), day);
      return errors + warnings;
    };
    expect(summarise(draft(contradiction, { waivers }), today).due).toEqual({
      date: '2026-12-14',
      kind: 'waiver',
      what: finding?.rule,
    });
    expect(counted('2026-12-15')).toBe(counted(today) + 1);
  });
});

it('knows its rules by a name that stays the same from one start to the next', () => {
  expect(summaryRules()).toMatch(/^[0-9a-f]{16}$/);
  expect(summaryRules()).toBe(summaryRules());
});
