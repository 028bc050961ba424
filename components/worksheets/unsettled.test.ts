import { expect, it } from 'vitest';
import type { KeptOp, KeptOutcome } from '#lib/client/kept-ops.ts';
import { unsettledIn } from './unsettled.ts';

let order = 0;

function kept(
  path: string,
  value: string,
  outcome: Partial<KeptOutcome>,
  state: 'refused' | 'held' = 'refused',
): KeptOp {
  order += 1;
  const id = `op-${order}`;
  return {
    workspace: 'acme',
    project: 'fraud',
    user: 'sam',
    at: 0,
    order,
    state,
    op: { id, kind: 'set', path, base: '', value },
    outcome: { id, path, outcome: 'refused', ...outcome },
  };
}

it('has one line for a field, whatever number of goes it was typed in', () => {
  const lines = unsettledIn([
    kept('business.deadline', '2027-01-01', { outcome: 'conflict', current: '2027-06-01' }),
    kept('business.objective', 'Mine', { outcome: 'conflict', current: 'Theirs' }),
    kept('business.deadline', '2027-01-15', { outcome: 'conflict', current: '2027-06-01' }),
  ]);
  expect(lines).toMatchObject([
    { kind: 'conflict', path: 'business.deadline', theirs: '2027-06-01', newest: { op: { value: '2027-01-15' } } },
    { kind: 'conflict', path: 'business.objective' },
  ]);
  expect(lines[0]?.entries).toHaveLength(2);
});

it('has one line for an item that is gone, and one for a project that takes in nothing', () => {
  const lost = 'metrics.items.m1';
  const reason = 'This project is archived. Restore it first.';
  const lines = unsettledIn([
    kept(`${lost}.name`, 'Recall', { lost }),
    kept(`${lost}.owner`, 'Lead', { lost }),
    kept('business.objective', 'Mine', { reason }, 'held'),
    kept('business.deadline', '2027-01-15', { reason }, 'held'),
    kept('business.nothing', 'x', { reason: 'There is no such field.' }),
  ]);
  expect(lines.map(({ kind, entries }) => [kind, entries.length])).toEqual([
    ['lost', 2],
    ['held', 2],
    ['refused', 1],
  ]);
});
