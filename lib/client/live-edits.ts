import { isJsonObject } from '#lib/domain/json.ts';
import { layEdit } from '#lib/domain/worksheets/lay-edit.ts';
import type { Op } from '#lib/domain/worksheets/operations.ts';
import type { LiveEvent } from './live.ts';
import { hashAt, type Sections } from './pending-edits.ts';

/** The sections after an entry of the log; null where it says too little, or changes more, and all has to be read anew. */
export function afterEvent(sections: Sections, event: LiveEvent): Sections | null {
  if (event.type === 'worksheet.imported' || event.type.startsWith('waiver.')) return null;
  if (event.type !== 'worksheet.edited') return sections;
  const op = opOf(sections, event.payload);
  return op === null ? null : layEdit(sections, op);
}

function opOf(sections: Sections, payload: unknown): Op | null {
  if (!isJsonObject(payload) || typeof payload['path'] !== 'string') return null;
  const { kind, path, value = null, after = null } = payload;
  const id = 'from-the-log';
  const behind = typeof after === 'string' ? after : null;
  if (kind === 'set') return { id, kind, path, base: hashAt(sections, path), value };
  if (kind === 'insert') return isJsonObject(value) ? { id, kind, path, value, after: behind } : null;
  if (kind === 'remove') return { id, kind, path, base: hashAt(sections, path) };
  return kind === 'move' ? { id, kind, path, after: behind } : null;
}
