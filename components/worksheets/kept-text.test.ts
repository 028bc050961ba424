import { expect, it } from 'vitest';
import type { KeptOp } from '#lib/client/kept-ops.ts';
import { keptFile } from './kept-text.ts';

const at = { workspace: 'acme', project: 'fraud', user: 'sam', at: 0, order: 1, state: 'refused' } as const;

it('tells everything that was typed, where it belongs, and why it is not there', async () => {
  const long = 'Every word of it. '.repeat(40);
  const entries: readonly KeptOp[] = [
    {
      ...at,
      op: { id: '1', kind: 'set', path: 'business.objective', base: '', value: long },
      outcome: { id: '1', path: 'business.objective', outcome: 'conflict', current: 'Theirs' },
    },
    {
      ...at,
      op: { id: '2', kind: 'set', path: 'business.renamed', base: '', value: { unknown: { who: 'Lead' } } },
      outcome: { id: '2', path: 'business.renamed', outcome: 'refused', reason: 'There is no such field.' },
    },
    { ...at, state: 'held', op: { id: '3', kind: 'remove', path: 'metrics.items.m1', base: '' } },
  ];
  const file = keptFile(entries, () => undefined);
  expect(file.name).toBe('fraud-kept-edits.md');
  const text = await file.text();
  expect(text).toContain(`## Business objective · Objective\n\nbusiness.objective: Somebody else changed the same.`);
  expect(text).toContain(long);
  expect(text).toContain('## Business objective · renamed\n\nbusiness.renamed: There is no such field.');
  expect(text).toContain('"who": "Lead"');
  expect(text).toContain('metrics.items.m1: Not sent.\n\n(deleted)');
});
