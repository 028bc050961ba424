import { sectionByKey, type Worksheet } from '#lib/domain/worksheets/all-sections.ts';
import { parsePath } from '#lib/domain/worksheets/paths.ts';
import { itemName } from './shown-answer.ts';

export const PLACE_SEPARATOR = ' › ';

/** What people call a place: 'metrics.items.m1.targetValue' is 'Metrics › Precision › Target'. */
export function placeName(worksheet: Worksheet, path: string): string {
  const parts = path.split('.');
  const names: string[] = [];
  for (let count = 1; count <= parts.length; count += 1) {
    const at = parts.slice(0, count).join('.');
    const place = parsePath(at);
    if (place === undefined) return path;
    // A list has the same name as its section or is told by its items.
    const isList = place.kind === 'field' && place.field.kind === 'list' && count < parts.length;
    if (place.kind === 'section') names.push(sectionByKey(place.section.key)?.title ?? place.section.key);
    else if (place.kind === 'item')
      names.push(itemName(worksheet, parts.slice(0, count - 1).join('.'), place.id) ?? place.id);
    else if (!isList) names.push(place.field.label);
  }
  return names.join(PLACE_SEPARATOR);
}
