import { describe, expect, test } from 'vitest';
import { limits } from '../limits.ts';
import type { DraftWorksheet, Waiver } from '../worksheets/draft.ts';
import { readWorksheet } from '../worksheets/read-worksheet.ts';
import type { CheckReport, Finding } from './report.ts';
import { runChecks } from './run-checks.ts';
import { acceptFinding, changeWaiver, withdrawWaiver, type WaiverEdit } from './waiver-edits.ts';

const today = '2027-01-15';
const path = 'framing.loss';
const wrong = { framing: { taskType: 'regression', loss: 'hinge' } };

function check(waivers: readonly Waiver[], sections: DraftWorksheet['sections'] = wrong): CheckReport {
  const worksheet = readWorksheet({ format: 'plumbline/v1', title: 'Example', sections, waivers });
  return runChecks(worksheet, { today, mode: 'full' });
}

const found = (report: CheckReport): Finding | undefined => report.findings.find(({ rule }) => rule === 'FRM-02');
const read = { check: 'FRM-02', path, valueHash: found(check([]))?.valueHash ?? '' };

function accept(waivers: readonly Waiver[], words: Partial<Waiver> = {}): WaiverEdit | null {
  return acceptFinding(check(waivers), waivers, read, { reason: 'A trial', by: 'Lead', today, ...words });
}

const lead: Waiver = { ...read, reason: 'A trial', by: 'Lead' };

describe('accepting a finding', () => {
  test('writes a waiver that is bound to the rule, the path and the values, and takes the finding away', () => {
    const edit = accept([], { expires: '2027-06-01' });
    expect(edit).toMatchObject({ before: null, after: { ...lead, expires: '2027-06-01' } });
    expect(edit?.message).toBe(found(check([]))?.message);
    const report = check(edit?.waivers ?? []);
    expect(found(report)).toBeUndefined();
    expect(report.waived).toMatchObject([{ rule: 'FRM-02', waiver: { state: 'accepted', path, by: 'Lead' } }]);
  });

  test('leaves the other waivers alone', () => {
    const other: Waiver = { check: 'MET-01', path: 'metrics.items.m1', reason: 'Pilot', by: 'Lead' };
    expect(accept([other])?.waivers).toEqual([other, lead]);
  });

  test('takes today as the last day, and none that is over', () => {
    expect(accept([], { expires: today })?.after?.expires).toBe(today);
    expect(() => accept([], { expires: '2027-01-14' })).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });

  test('says what the finding reads now when a value has changed meanwhile', () => {
    const changed = { framing: { taskType: 'regression', loss: 'contrastive' } };
    const attempt = () => acceptFinding(check([], changed), [], read, { reason: 'A trial', by: 'Lead', today });
    expect(attempt).toThrow(/^A value has changed meanwhile\. It now reads: The loss ‘Contrastive or triplet’/);
  });

  test('says when there is nothing left to accept', () => {
    const mended = { framing: { taskType: 'regression', loss: 'squared-error' } };
    const attempt = () => acceptFinding(check([], mended), [], read, { reason: 'A trial', by: 'Lead', today });
    expect(attempt).toThrow(/^This no longer stands/);
  });

  test('says who was faster, and takes the same twice for once', () => {
    expect(() => accept([lead], { by: 'Owner', reason: 'Mine' })).toThrow('Lead has accepted this already: ‘A trial’.');
    expect(accept([lead])).toBeNull();
  });

  test.each([
    ['expired', { ...lead, expires: '2027-01-14' }],
    ['about another value', { ...lead, valueHash: 'of-another-value' }],
  ])('puts the new waiver in place of one that is %s', (_, old) => {
    expect(accept([old], { reason: 'Still a trial' })).toMatchObject({
      waivers: [{ ...lead, reason: 'Still a trial' }],
      before: old,
    });
  });

  test('ends at as many as a list may hold', () => {
    const many = Array.from({ length: limits.listItems }, (_, at): Waiver => ({ ...lead, path: `overview.${at}` }));
    expect(() => accept(many)).toThrow(expect.objectContaining({ code: 'too-large' }));
  });
});

describe('changing and withdrawing', () => {
  const until: Waiver = { ...lead, expires: '2027-06-01' };
  const seen = { check: 'FRM-02', path, was: { reason: 'A trial', expires: '2027-06-01' } };
  const words = { reason: 'A longer trial', by: 'Owner', today };

  test('changes words, end and author, and stays bound to the same values', () => {
    const edit = changeWaiver([until], seen, { ...words, expires: '2027-09-01' });
    const after = { ...until, reason: 'A longer trial', by: 'Owner', expires: '2027-09-01' };
    expect(edit).toEqual({ waivers: [after], before: until, after });
    expect(changeWaiver([until], seen, words).after).not.toHaveProperty('expires');
    expect(() => changeWaiver([until], seen, { ...words, expires: '2027-01-14' })).toThrow('This day is over.');
  });

  test('withdraws, and the finding stands again', () => {
    const edit = withdrawWaiver([until], seen);
    expect(edit).toEqual({ waivers: [], before: until, after: null });
    expect(found(check(edit.waivers))?.waiver).toBeUndefined();
  });

  test('says what somebody else has made of it meanwhile', () => {
    const theirs = [{ ...until, reason: 'Theirs', by: 'Owner' }];
    const message = 'Owner has changed this meanwhile. It now says: ‘Theirs’.';
    expect(() => changeWaiver(theirs, seen, words)).toThrow(message);
    expect(() => withdrawWaiver(theirs, seen)).toThrow(message);
    expect(() => changeWaiver([], seen, words)).toThrow('This acceptance was withdrawn meanwhile.');
    expect(() => withdrawWaiver([{ ...until, path: 'framing' }], seen)).toThrow(/withdrawn/);
  });
});
