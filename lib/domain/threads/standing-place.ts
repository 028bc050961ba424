import type { Worksheet } from '#lib/domain/worksheets/all-sections.ts';
import type { DraftSections } from '#lib/domain/worksheets/operations.ts';
import { draftValueAt, parentPath, parsePath } from '#lib/domain/worksheets/paths.ts';
import { fieldApplies, sectionApplies } from '#lib/domain/worksheets/walk.ts';

/** A worksheet as it stands, in both its forms. */
export interface Standing {
  readonly sections: DraftSections;
  readonly worksheet: Worksheet;
}

/** The path itself or the nearest thing around it that readers still find: item, list, section; '' is the document. */
export function standingPlace(path: string, standing: Standing): string {
  let place = path;
  while (place !== '' && !stands(place, standing)) place = parentPath(place);
  return place;
}

/** A blank field stands: it is asked for. One that is no longer asked, or within what was removed, does not. */
function stands(path: string, standing: Standing): boolean {
  const { sections, worksheet } = standing;
  const place = parsePath(path);
  if (place === undefined) return false;
  if (place.kind === 'section') return sectionApplies(worksheet, place.section);
  const parent = parentPath(path);
  if (worksheet.states.has(parent) || !stands(parent, standing)) return false;
  return place.kind === 'item'
    ? draftValueAt({ sections }, path) !== undefined
    : fieldApplies(worksheet, path, place.field);
}
