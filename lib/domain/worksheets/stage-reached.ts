import type { JsonObject } from '../json.ts';
import { sections as definedSections } from './all-sections.ts';
import { stages, type Stage } from './definition.ts';

/**
 * The stage being worked on where the worksheet claims none: the last one of which anything is answered. What counts is
 * the stage of a question and not of the section that it stands in: the framing asks its first questions in Data, Labels
 * and Risk too, and answering one of them is no step into a later stage.
 */
export function stageReached(sections: Readonly<Record<string, JsonObject>>): Stage {
  const reached = new Set(
    definedSections.flatMap(({ key, stage, fields }) =>
      Object.keys(sections[key] ?? {}).map((field) => fields[field]?.stage ?? stage),
    ),
  );
  return stages.findLast((stage) => reached.has(stage)) ?? 'framing';
}
