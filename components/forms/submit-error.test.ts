import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';

import { AppError } from '#lib/domain/errors.ts';

import { submitErrorOf } from './submit-error.ts';

test('the sentence of the server stands at the field that it names', () => {
  const error = new ORPCError('bad-input', {
    status: 400,
    message: 'At least ten characters.',
    data: { path: 'account.password' },
  });
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
  const error = new ORPCError('conflict', { status: 409, message: 'Somebody was faster.', data: { path: '' } });
  expect(submitErrorOf(error)).toEqual({ message: 'Somebody was faster.' });
});

test('no answer, and no session, have words of their own', () => {
  expect(submitErrorOf(new TypeError('fetch failed')).message).toMatch(/^Not sent: the server does not answer/);
  expect(submitErrorOf(new ORPCError('unauthenticated', { status: 401 })).message).toMatch(/^You were signed out/);
});
