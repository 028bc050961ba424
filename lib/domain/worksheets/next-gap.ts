import type { Worksheet } from './all-sections.ts';
import { completeness } from './completeness.ts';
import type { Stage } from './definition.ts';
import { parentPath, stateAt } from './paths.ts';
import { walk } from './walk.ts';

/**
 * The first gap behind a place, in the order of the worksheet, and from its beginning once none is behind. A section or
 * an item stands before its own fields; a field is behind itself, so that whoever leaves one blank gets on. Of a group
 * that is not answered as a whole the first blank member is meant.
 * @returns its path; null when the stage has no gap left
 */
export function nextGap(worksheet: Worksheet, stage: Stage, from: string): string | null {
  const gaps = new Set(completeness(worksheet, stage).gaps);
  const order: { path: string; gap: boolean }[] = [];
  walk(worksheet, ({ path, field, applies }) => {
    if (!applies) return 'skip';
    const ofGroup = gaps.has(parentPath(path)) && field.needed && isBlank(worksheet, path);
    order.push({ path, gap: ofGroup || (gaps.has(path) && field.kind !== 'group') });
    return 'descend';
  });
  const at = order.findIndex(({ path }) => path === from);
  const first = at === -1 ? order.findIndex(({ path }) => path.startsWith(`${from}.`)) : at + 1;
  const onward = [...order.slice(Math.max(first, 0)), ...order.slice(0, Math.max(first, 0))];
  return onward.find(({ gap }) => gap)?.path ?? null;
}

function isBlank(worksheet: Worksheet, path: string): boolean {
  return ['blank', 'unreadable'].includes(stateAt(worksheet, path));
}
