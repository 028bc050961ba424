import { AppError } from '#lib/domain/errors.ts';
import { valueHash } from '#lib/domain/worksheets/operations.ts';
import { draftValueAt, parsePath } from '#lib/domain/worksheets/paths.ts';
import { passageAt, type Anchor } from './anchor.ts';
import { rangeOf, type Quoted } from './quoted.ts';
import type { ShownText } from './resolve-anchor.ts';
import { standingPlace, type Standing } from './standing-place.ts';

/** What somebody wants to comment on. */
export interface AskedPlace {
  /** Of a field, an item or a section; '' is the whole document. */
  readonly path: string;
  /** A stretch of the field's text as it is read. */
  readonly passage?: Quoted | undefined;
}

/** What the places of a worksheet are called, and what their texts say to a reader. */
export interface Readable extends Standing {
  readonly shownText: ShownText;
  readonly labelOf: (path: string) => string;
}

/**
 * The anchor of a thread that is started on a worksheet as it stands.
 * @throws AppError bad-input where there is no such place
 * @throws AppError conflict where the passage does not stand there any more
 */
export function anchorAt({ path, passage }: AskedPlace, readable: Readable): Anchor {
  if (path === '') return { kind: 'document' };
  const place = parsePath(path);
  if (place === undefined || standingPlace(path, readable) !== path) {
    throw new AppError('bad-input', `There is nothing at ‘${path}’ to comment on.`, { path: 'path' });
  }
  const label = readable.labelOf(path);
  if (place.kind === 'section') return { kind: 'section', path, label };
  const value = draftValueAt(readable, path);
  const anchor = { path, label, valueHash: valueHash(value) };
  if (passage === undefined) return { kind: place.kind, ...anchor };
  const text = typeof value === 'string' ? readable.shownText(path, value) : '';
  const range = rangeOf(text, passage);
  const found = range && passageAt(text, range);
  if (found === undefined) {
    throw new AppError(
      'conflict',
      'These words have changed since you marked them. Mark them again, or comment on the whole field.',
    );
  }
  return { kind: 'passage', ...anchor, passage: found };
}
