import { itemName, listItems, type DraftItem } from '#components/forms/list-items.ts';
import { own, isJsonObject, type Json } from '#lib/domain/json.ts';
import { sections as definedSections } from '#lib/domain/worksheets/all-sections.ts';
import type { Fields, ListField } from '#lib/domain/worksheets/definition.ts';
import { lastPart, parentPath } from '#lib/domain/worksheets/paths.ts';
import { referenceTargets } from '#lib/domain/worksheets/reference-targets.ts';
import type { Sections } from '#lib/client/pending-edits.ts';

/** Where an item is referred to, in words: "Metrics › Precision: Business metric it stands for". */
export function referrersOf(sections: Sections, itemPath: string): readonly string[] {
  const list = parentPath(itemPath);
  const id = lastPart(itemPath);
  const found: string[] = [];
  for (const section of definedSections) visit(section.fields, sections[section.key], section.title);
  return found;

  function visit(fields: Fields, json: Json | undefined, where: string): void {
    if (!isJsonObject(json)) return;
    for (const [key, field] of Object.entries(fields)) {
      const value = own(json, key);
      if (field.kind === 'reference' && value === id && referenceTargets[field.target].list === list) {
        found.push(`${where}: ${field.label}`);
      } else if (field.kind === 'group') visit(field.fields, value, where);
      else if (field.kind === 'list') {
        listItems(value).forEach((item, index) => visit(field.fields, item.value, withName(where, field, item, index)));
      }
    }
  }
}

/** An item that is named by what it refers to has no name of its own to tell. */
function withName(where: string, list: ListField, item: DraftItem, index: number): string {
  const named = list.fields[list.nameField]?.kind !== 'reference';
  return named ? `${where} › ${itemName(list, item, index)}` : where;
}
