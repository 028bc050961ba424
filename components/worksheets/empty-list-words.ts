import type { Section } from '#lib/domain/worksheets/definition.ts';
import { guidanceAt } from '#lib/domain/worksheets/guidance/all-guidance.ts';

/** How to begin each list of a section, for the server to send along: the rest of the guidance comes when asked for. */
export function emptyListWords(section: Section): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(section.fields).flatMap(([key, field]) => {
      const path = `${section.key}.${key}`;
      const how = field.kind === 'list' ? guidanceAt(path)?.how : undefined;
      return how === undefined ? [] : [[path, how]];
    }),
  );
}
