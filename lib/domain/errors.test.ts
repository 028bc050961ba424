import { describe, expect, it } from 'vitest';
import { AppError, isAppError } from './errors.ts';

describe('AppError', () => {
  it('carries code, sentence and details', () => {
    const error = new AppError('bad-input', 'Unknown key.', { path: 'metrics.items', line: 3, column: 5 });
    expect(error.code).toBe('bad-input');
    expect(error.message).toBe('Unknown key.');
    expect(error.details).toEqual({ path: 'metrics.items', line: 3, column: 5 });
  });

  it('is recognised when another copy of the module made it', () => {
    const foreign = Object.assign(new Error('gone'), { name: 'AppError', code: 'gone' });
    expect(isAppError(foreign)).toBe(true);
  });

  it('is not any other error with a code', () => {
    expect(isAppError(Object.assign(new Error('no'), { code: 'ECONNREFUSED' }))).toBe(false);
    expect(isAppError(Object.assign(new Error('no'), { name: 'AppError', code: 'ECONNREFUSED' }))).toBe(false);
    expect(isAppError('bad-input')).toBe(false);
  });
});
