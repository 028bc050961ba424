import { describe, expect, it } from 'vitest';
import { decisionContent } from '#lib/domain/worksheets/decision-schema.ts';
import { fullDecision } from '#test/decision-drafts.ts';
import { boxOf, contentFrom, type FormRows } from './decision-from-form.ts';

/** A form filled with a decision, as the page fills it. */
function filledForm(): { data: FormData; rows: FormRows } {
  const { options, criteria, ...rest } = fullDecision;
  const rows = {
    options: options.map(({ id }) => ({ key: id, id })),
    criteria: criteria.map(({ id }) => ({ key: id, id })),
  };
  const data = new FormData();
  for (const [name, value] of Object.entries(rest)) if (typeof value === 'string') data.set(name, value);
  data.set('drivers', rest.drivers.join('\r\n'));
  data.set('tags', rest.tags.join(', '));
  for (const name of ['makers', 'consulted', 'informed'] as const) {
    data.set(name, rest[name].map((person) => person.name).join(', '));
  }
  data.set('neededForApproval', 'on');
  for (const { id, name, weight } of criteria) {
    data.set(boxOf.criterion(id, 'name'), name);
    data.set(boxOf.criterion(id, 'weight'), String(weight));
  }
  for (const { id, title, description, pros, neutral, cons, scores } of options) {
    data.set(boxOf.option(id, 'title'), title);
    data.set(boxOf.option(id, 'description'), description);
    for (const [part, lines] of Object.entries({ pros, neutral, cons }))
      data.set(`option-${id}-${part}`, lines.join('\n'));
    for (const [criterion, score] of Object.entries(scores)) data.set(boxOf.score(id, criterion), String(score));
  }
  return { data, rows };
}

describe('the form of a decision', () => {
  it('gives back what it was filled with', () => {
    const { data, rows } = filledForm();
    expect(contentFrom(data, rows, fullDecision)).toEqual({ content: fullDecision, errors: [] });
  });

  it('keeps the account of whoever was named before', () => {
    const { data, rows } = filledForm();
    const member = '019a0000-0000-7000-8000-000000000001';
    const given = { ...fullDecision, makers: [{ name: 'Head of administration', member }] };
    data.set('makers', 'Head of administration, Clerk');
    expect(contentFrom(data, rows, given).content.makers).toEqual([
      { name: 'Head of administration', member },
      { name: 'Clerk', member: null },
    ]);
  });

  it('leaves out rows that are blank, and gives new ones an id of their own', () => {
    const data = new FormData();
    data.set('title', 'Split by time');
    const rows = { criteria: [{ key: 'c', id: null }], options: ['a', 'b', 'c'].map((key) => ({ key, id: null })) };
    data.set(boxOf.option('a', 'title'), 'By time');
    data.set(boxOf.option('c', 'title'), 'By time');
    data.set('chosen', 'c');
    const { content, errors } = contentFrom(data, rows, undefined);
    expect(errors).toEqual([]);
    expect(content).toMatchObject({
      criteria: [],
      chosen: 'by-time-2',
      options: [{ id: 'by-time' }, { id: 'by-time-2' }],
    });
    expect(decisionContent.safeParse(content).success).toBe(true);
  });

  it('names the box of what is wrong', () => {
    const { data, rows } = filledForm();
    data.set('title', ' ');
    data.set(boxOf.option('p95', 'title'), '');
    data.set(boxOf.criterion('trust', 'weight'), 'much');
    data.set(boxOf.score('mean', 'effort'), '6');
    expect(contentFrom(data, rows, undefined).errors.map(({ field }) => field)).toEqual([
      'title',
      'criterion-trust-weight',
      'score-mean-effort',
      'option-p95-title',
    ]);
  });
});
