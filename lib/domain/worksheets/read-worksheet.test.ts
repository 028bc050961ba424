import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '#lib/domain/json.ts';
import { answerAt } from './paths.ts';
import { readWorksheet } from './read-worksheet.ts';

function read(sections: Record<string, JsonObject>) {
  return readWorksheet({ format: 'plumbline/v1', title: 'T', sections });
}

/** The answer that one field gives to a draft value. */
function answer(path: string, value: Json) {
  const [section = '', field = ''] = path.split('.');
  return answerAt(read({ [section]: { [field]: value } }), path);
}

describe('answers', () => {
  it.each<[string, Json, unknown]>([
    ['business.objective', 'Cut loss', { state: 'answered', value: 'Cut loss', basis: 'stated', typed: 'Cut loss' }],
    ['business.objective', '  ', { state: 'blank' }],
    ['business.objective', null, { state: 'blank' }],
    ['imbalance.prevalenceTest', '~0.2 %', { state: 'answered', value: 0.002, basis: 'guess', typed: '~0.2 %' }],
    [
      'imbalance.prevalenceTest',
      { value: '0.2 %', evidence: 'e2' },
      { state: 'answered', value: 0.002, basis: 'measured', typed: '0.2 %', evidence: 'e2' },
    ],
    ['imbalance.threshold', 0.04, { state: 'answered', value: 0.04, basis: 'stated', typed: '0.04' }],
    ['framing.horizon', 'P90D', { state: 'answered', value: 7_776_000_000, basis: 'stated', typed: 'P90D' }],
    ['framing.abstain', false, { state: 'answered', value: false, basis: 'stated', typed: 'no' }],
    [
      'overview.approverRoles',
      ['ml', 'legal'],
      { state: 'answered', value: ['ml', 'legal'], basis: 'stated', typed: 'ml, legal' },
    ],
    ['overview.approverRoles', [], { state: 'blank' }],
    ['framing.horizon', { unknown: {} }, { state: 'unknown' }],
    [
      'framing.horizon',
      { unknown: { who: 'Fraud data scientist', by: '2027-01-15' } },
      { state: 'unknown', who: 'Fraud data scientist', by: '2027-01-15' },
    ],
    ['framing.horizon', { notApplicable: 'No window.' }, { state: 'not-applicable', reason: 'No window.' }],
  ])('%s: %j', (path, value, expected) => {
    expect(answer(path, value)).toEqual(expected);
  });

  it.each<[string, Json, string, string]>([
    ['imbalance.prevalenceTest', '0.2', '0.2', '‘0.2’ has no % sign.'],
    ['imbalance.prevalenceTest', 0.2, '0.2', '‘0.2’ has no % sign.'],
    ['imbalance.prevalenceTest', '120 %', '120 %', 'It lies between 0\u202f% and 100\u202f%.'],
    ['imbalance.minorityTestCount', '-4', '-4', 'It cannot be less than 0.'],
    ['imbalance.threshold', '0.'.padEnd(61, '0'), '0.'.padEnd(61, '0'), 'A quantity takes at most 60 characters.'],
    ['framing.horizon', { unreadable: 'abt 15' }, 'abt 15', '‘abt 15’ is not a duration. Try 15 min.'],
    ['framing.horizon', { unreadable: '15 min' }, '15 min', 'Kept as typed.'],
    ['framing.horizon', { unknown: { by: 'soon' } }, '{"unknown":{"by":"soon"}}', 'Not a well-formed answer.'],
    ['framing.taskType', 'binry', 'binry', '‘binry’ is not one of the answers.'],
    ['framing.abstain', 'maybe', 'maybe', 'Answer yes or no.'],
    ['overview.approverRoles', ['ml', 'ml'], '["ml","ml"]', 'An answer is given twice.'],
    ['overview.approverRoles', ['cook'], '["cook"]', '‘cook’ is not one of the answers.'],
    ['business.deadline', '2027-02-29', '2027-02-29', '‘2027-02-29’ is not a date. Write it as 2027-01-15.'],
    ['business.objective', 7, '7', 'Not a text.'],
    ['business.objective', { a: 1 }, '{"a":1}', 'Not a text.'],
    ['imbalance.minorityClass', 'Not An Id', 'Not An Id', '‘Not An Id’ is not the id of an item.'],
  ])('%s: %j cannot be read', (path, value, text, problem) => {
    expect(answer(path, value)).toEqual({ state: 'unreadable', text, problem });
  });

  it('reads money in the one currency of the worksheet', () => {
    const sections = (currency: string) => ({
      business: { currency, buildCost: '€240k' },
      metrics: { items: [{ id: 'm', targetValue: '€1.2M' }] },
    });
    expect(read(sections('EUR')).business.buildCost).toMatchObject({ value: 240_000 });
    expect(read(sections('USD')).business.buildCost).toMatchObject({ state: 'unreadable' });
    expect(read(sections('USD')).metrics.items[0]?.targetValue).toMatchObject({ state: 'unreadable' });
    expect(read(sections('EUR')).currency).toBe('EUR');
    expect(read({}).currency).toBeUndefined();
  });
});

describe('lists and groups', () => {
  it('gives a group answered as a whole to each of its fields', () => {
    const worksheet = read({ imbalance: { costMatrix: { unknown: { who: 'Head of payments' } } } });
    expect(worksheet.imbalance.costMatrix.fn).toEqual({ state: 'unknown', who: 'Head of payments' });
    expect(worksheet.states.get('imbalance.costMatrix')).toEqual({ state: 'unknown', who: 'Head of payments' });
  });

  it('keeps the state of a list beside it', () => {
    const worksheet = read({ overview: { outOfScope: { notApplicable: 'Nothing near.' }, inScope: 'text' } });
    expect(worksheet.overview.outOfScope).toEqual([]);
    expect(worksheet.states.get('overview.outOfScope')).toEqual({ state: 'not-applicable', reason: 'Nothing near.' });
    expect(worksheet.states.get('overview.inScope')).toMatchObject({ state: 'unreadable', text: '"text"' });
  });

  it('leaves out what the definition does not know', () => {
    const worksheet = read({
      nowhere: { a: 1 },
      business: { nothing: 1 },
      metrics: { items: [{ name: 'No id' }, 'text'] },
    });
    expect(Object.keys(worksheet)).not.toContain('nowhere');
    expect(Object.keys(worksheet.business)).not.toContain('nothing');
    expect(worksheet.metrics.items).toEqual([]);
  });
});
