import type { Section } from './definition.ts';
import { business } from './sections/business.ts';
import { framing } from './sections/framing.ts';
import { imbalance } from './sections/imbalance.ts';
import { metrics } from './sections/metrics.ts';
import { overview } from './sections/overview.ts';

/** The sections of a worksheet, in the order of its stages. */
export const definedSections = [overview, business, framing, metrics, imbalance] as const;

/** The same, without their exact types, for code that walks every section alike. */
export const sections: readonly Section[] = definedSections;

const byKey: ReadonlyMap<string, Section> = new Map(sections.map((section) => [section.key, section]));

export function sectionByKey(key: string): Section | undefined {
  return byKey.get(key);
}
