import { expect, test } from 'vitest';
import { noticeHref, noticeWords, type ShownNotice } from './notice-words.ts';

const notice: ShownNotice = {
  id: '1',
  reason: 'reply',
  subject: 'thread.41',
  label: 'Metrics › Precision',
  actor: { name: 'Data engineer' },
  count: 2,
  workspace: { slug: 'acme' },
  project: { slug: 'fraud', title: 'Fraud' },
};

test('a thread is told by its number and place, and led to in the document', () => {
  expect(noticeWords(notice)).toBe('Data engineer has answered in thread #41 on Metrics › Precision');
  expect(noticeWords({ ...notice, label: '', actor: null, reason: 'mention' })).toBe(
    'A former member mentions you in thread #41 on the whole document',
  );
  expect(noticeHref(notice)).toBe('/w/acme/p/fraud?panel=thread.41');
});

test('a question leads to that one question', () => {
  const question = { ...notice, reason: 'question' as const, subject: 'question.metrics.items.m1.targetValue' };
  expect(noticeWords(question)).toBe('Data engineer asks you about Metrics › Precision');
  expect(noticeHref(question)).toBe('/w/acme/p/fraud/question/metrics.items.m1.targetValue');
});
