import type { KeptOp } from '#lib/client/kept-ops.ts';
import type { Json } from '#lib/domain/json.ts';
import type { Op } from '#lib/domain/worksheets/operations.ts';
import { pathWords } from './path-words.ts';

type ValueAt = (path: string) => Json | undefined;

/** What somebody typed, whole, to be put elsewhere by hand. */
export function typedText(op: Op): string {
  if (op.kind === 'remove') return '(deleted)';
  if (op.kind === 'move') return '(moved)';
  return typeof op.value === 'string' ? op.value : op.value === null ? '(cleared)' : JSON.stringify(op.value, null, 2);
}

/** Edits as a text for people, field by field, with the reason why they are not on the server. */
function keptText(entries: readonly KeptOp[], valueAt: ValueAt): string {
  const parts = entries.map(({ op, outcome }) => {
    const reason =
      outcome?.reason ?? (outcome?.outcome === 'conflict' ? 'Somebody else changed the same.' : 'Not sent.');
    return `## ${pathWords(op.path, valueAt)}\n\n${op.path}: ${reason}\n\n${typedText(op)}\n`;
  });
  return ['# Edits that are kept in a browser and are not in Plumbline\n', ...parts].join('\n');
}

export function keptFile(entries: readonly KeptOp[], valueAt: ValueAt): File {
  const project = entries[0]?.project ?? 'project';
  return new File([keptText(entries, valueAt)], `${project}-kept-edits.md`, { type: 'text/markdown' });
}
