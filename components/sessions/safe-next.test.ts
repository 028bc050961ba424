import { expect, test } from 'vitest';

import { safeNext } from './safe-next.ts';

test.each(['/home', '/w/acme?archived=true', '/w/acme/p/card-fraud/metrics#metrics.m1.target'])(
  '%s is ours',
  (next) => {
    expect(safeNext(next)).toBe(next);
  },
);

test.each([
  undefined,
  '',
  'home',
  '//evil.example',
  '/\\evil.example',
  'https://evil.example/',
  '/\t/evil.example',
  '/.//evil.example',
  '/home/..//evil.example',
])('%j leads home', (next) => {
  expect(safeNext(next)).toBe('/home');
});
