import type { JsonObject } from '#lib/domain/json.ts';
import { sectionBlocks } from '#lib/domain/documents/section-blocks.ts';
import { flattened, plainText } from '#lib/domain/documents/runs.ts';
import { sectionByKey } from '#lib/domain/worksheets/all-sections.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';

/** What the document says in one section of a draft that is ready for launch, without marks. */
export function sectionWords(key: string, sections: Readonly<Record<string, JsonObject>>): string {
  const section = sectionByKey(key);
  if (section === undefined) throw new Error(`There is no section ${key}.`);
  const worksheet = readWorksheet({ format: 'plumbline/v1', title: 'T', sections });
  const blocks = sectionBlocks({ worksheet, profile: 'full', stage: 'launch', used: new Set() }, section);
  return plainText(flattened(blocks)).replaceAll('\u202f', ' ');
}
