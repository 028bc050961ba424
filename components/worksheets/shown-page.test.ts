import { expect, it } from 'vitest';
import { pageAt } from './shown-page.ts';

it.each([
  ['/w/acme/p/fraud', { mode: 'read' }],
  ['/w/acme/p/fraud/metrics', { mode: 'read', section: 'metrics' }],
  ['/w/acme/p/fraud/write', { mode: 'write' }],
  ['/w/acme/p/fraud/write/metrics', { mode: 'write', section: 'metrics' }],
  ['/w/acme/p/fraud/write/framing/classes.fr%C3%A9', { mode: 'write', section: 'framing', item: 'classes.fré' }],
  ['/w/acme/p/fraud/history', { mode: 'other' }],
])('%s', (pathname, page) => {
  expect(pageAt(pathname, '/w/acme/p/fraud')).toEqual(page);
});
