import { expect, test } from 'vitest';

import { AppError } from '#lib/domain/errors.ts';

import { submitErrorOf } from './submit-error.ts';

test('the sentence of the server stands at the field that it names', () => {
  const error = new AppError('bad-input', 'At least ten characters.', { path: 'account.password' });
  expect(submitErrorOf(error)).toEqual({ field: 'password', message: 'At least ten characters.' });
});

test('a form may call a field otherwise', () => {
  const error = new AppError('bad-input', 'Give the token a name.', { path: 'name' });
  expect(submitErrorOf(error, { name: 'tokenName' })).toEqual({
    field: 'tokenName',
    message: 'Give the token a name.',
  });
});

test('a refusal that is about no field stands alone', () => {
  const error = new AppError('conflict', 'Somebody was faster.', { path: '' });
  expect(submitErrorOf(error)).toEqual({ message: 'Somebody was faster.' });
});

test('no answer, and no session, have words of their own', () => {
  expect(submitErrorOf(new TypeError('fetch failed')).message).toMatch(/^Not sent: the server does not answer/);
  expect(submitErrorOf(new AppError('unauthenticated', 'Sign in first.')).message).toMatch(/^You were signed out/);
});
