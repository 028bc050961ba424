import type { Section } from '#lib/domain/worksheets/definition.ts';
import type { FieldGuidance } from '#lib/domain/worksheets/guidance/field-guidance.ts';

/** How to begin each list of a section, by its path. */
export function emptyListWords(
  section: Section,
  guidanceAt: (path: string) => FieldGuidance | undefined,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(section.fields).flatMap(([key, field]) => {
      const path = `${section.key}.${key}`;
      const how = field.kind === 'list' ? guidanceAt(path)?.how : undefined;
      return how === undefined ? [] : [[path, how]];
    }),
  );
}
