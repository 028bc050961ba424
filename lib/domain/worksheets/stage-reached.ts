import type { JsonObject } from '../json.ts';
import { sections as definedSections } from './all-sections.ts';
import { stages, type Stage } from './definition.ts';

/** The stage being worked on where the worksheet claims none: the last one of which anything is answered. */
export function stageReached(sections: Readonly<Record<string, JsonObject>>): Stage {
  const reached = definedSections.filter(({ key }) => Object.keys(sections[key] ?? {}).length > 0);
  return stages.findLast((stage) => reached.some((section) => section.stage === stage)) ?? 'framing';
}
