import { expect, test } from 'vitest';

import { paths } from '#lib/paths.ts';

import { trailOf } from './trail-of.ts';

const at = { workspace: 'acme' };
const labels = (pathname: string) => trailOf('acme', pathname).map(({ label }) => label);

test('the portfolio is the page itself', () => {
  expect(trailOf('acme', paths.workspace(at))).toEqual([{ label: 'Projects' }]);
});

test('inside a project the way back leads to the portfolio', () => {
  const pathname = paths.write({ ...at, project: 'card-fraud', section: 'metrics' });
  expect(trailOf('acme', pathname)).toEqual([{ label: 'Projects', href: '/w/acme' }]);
});

test('the other pages of a workspace', () => {
  expect(labels(paths.newProject(at))).toEqual(['Projects', 'New project']);
  expect(labels(paths.members(at))).toEqual(['Members']);
  expect(labels(paths.workspaceSettings({ ...at, page: 'general' }))).toEqual(['Settings']);
  expect(labels(paths.auditLog(at))).toEqual(['Settings', 'Audit log']);
  expect(labels('/w/acme/nowhere')).toEqual(['Not found']);
});
