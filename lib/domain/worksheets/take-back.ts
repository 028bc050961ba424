import { isJsonObject, own, type Json, type JsonObject } from '../json.ts';
import { layEdit } from './lay-edit.ts';
import type { DraftSections, InverseOp } from './operations.ts';

/** An entry of the log that changed the worksheet, as far as it says how to take it back. */
export interface LoggedChange {
  /** Of an edit: the edit that takes it back. */
  readonly inverse?: Json | null;
  /** Of an import: all sections as they stood before. */
  readonly before?: Json | null;
}

/**
 * The worksheet as it stood before these changes, given newest first. The log keeps no snapshots and a project may
 * begin with a file, so that the past is reached from the present, each change taken back by what it says of itself.
 */
export function takeBack(sections: DraftSections, changes: readonly LoggedChange[]): DraftSections {
  return changes.reduce(takeBackOne, sections);
}

function takeBackOne(sections: DraftSections, { inverse, before }: LoggedChange): DraftSections {
  if (isJsonObject(before)) return sectionsOf(before);
  const edit = isJsonObject(inverse) ? readInverse(inverse) : null;
  return edit === null ? sections : layEdit(sections, edit);
}

function sectionsOf(stored: JsonObject): DraftSections {
  return Object.fromEntries(
    Object.entries(stored).flatMap(([key, value]) => (isJsonObject(value) ? [[key, value]] : [])),
  );
}

/** An edit as the log keeps it; null for what is none. */
function readInverse(stored: JsonObject): InverseOp | null {
  const [kind, path] = [own(stored, 'kind'), own(stored, 'path')];
  if (typeof path !== 'string') return null;
  const value = own(stored, 'value') ?? null;
  const after = own(stored, 'after');
  const behind = typeof after === 'string' ? after : null;
  if (kind === 'set') return { kind, path, base: '', value };
  if (kind === 'insert') return isJsonObject(value) ? { kind, path, value, after: behind } : null;
  if (kind === 'remove') return { kind, path, base: '' };
  return kind === 'move' ? { kind, path, after: behind } : null;
}
