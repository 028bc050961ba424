import { itemName, listItems } from '#components/forms/list-items.ts';
import { writePlace } from '#components/worksheets/item-address.ts';
import { ownerWords } from '#components/worksheets/owner-words.ts';
import { pathWords } from '#components/worksheets/path-words.ts';
import type { WorksheetParts } from '#components/worksheets/worksheet-context.ts';
import { sections } from '#lib/domain/worksheets/all-sections.ts';
import type { Fields } from '#lib/domain/worksheets/definition.ts';
import { paths } from '#lib/paths.ts';
import type { PaletteEntry } from './palette-entries.ts';

/** What there is in the worksheet that the tab shows: sections, open questions, fields, items, and what to do here. */
export function worksheetEntries(parts: WorksheetParts, mode: 'read' | 'write'): readonly PaletteEntry[] {
  return [
    ...sectionEntries(parts, mode),
    ...questionEntries(parts, mode),
    ...fieldEntries(parts, mode),
    ...doing(parts, mode),
  ];
}

function sectionEntries({ facts }: WorksheetParts, mode: 'read' | 'write'): readonly PaletteEntry[] {
  return facts.sections.map(({ key, number, title }) => ({
    group: 'This worksheet',
    label: `${number} ${title}`,
    hint: facts.owners[key] === undefined ? 'Section' : `Section, ${ownerWords(facts.owners[key])}`,
    target:
      mode === 'write'
        ? { kind: 'page', href: paths.write({ ...facts.address, section: key }) }
        : { kind: 'field', path: key, href: paths.document({ ...facts.address, field: key }) },
  }));
}

function questionEntries(parts: WorksheetParts, mode: 'read' | 'write'): readonly PaletteEntry[] {
  return parts.assessor.shown.assessment.openQuestions.map(({ path, who }) => ({
    group: 'This worksheet',
    label: pathWords(path, (at) => parts.store.valueAt(at)),
    hint: who === null ? 'Open question' : `Open question, ${who}`,
    target: fieldTarget(parts, mode, path),
  }));
}

function fieldEntries(parts: WorksheetParts, mode: 'read' | 'write'): readonly PaletteEntry[] {
  return sections.flatMap(({ key, title, fields }) => entriesOf(fields, key, title));

  function entriesOf(fields: Fields, at: string, hint: string): readonly PaletteEntry[] {
    return Object.entries(fields).flatMap(([key, field]): readonly PaletteEntry[] => {
      const path = `${at}.${key}`;
      const own = entry(path, field.label, hint);
      if (field.kind === 'group') return [own, ...entriesOf(field.fields, path, field.label)];
      if (field.kind !== 'list') return [own];
      const items = listItems(parts.store.valueAt(path));
      return [
        own,
        ...items.map((item, index) => entry(`${path}.${item.id}`, itemName(field, item, index), field.label)),
      ];
    });
  }

  function entry(path: string, label: string, hint: string): PaletteEntry {
    return { group: 'This worksheet', label, hint, onlyWhenAsked: true, target: fieldTarget(parts, mode, path) };
  }
}

function fieldTarget({ facts }: WorksheetParts, mode: 'read' | 'write', path: string): PaletteEntry['target'] {
  const href =
    mode === 'read'
      ? paths.document({ ...facts.address, field: path })
      : paths.write({ ...facts.address, ...writePlace(facts.summaries, path) });
  return { kind: 'field', path, href };
}

function doing({ facts, current }: WorksheetParts, mode: 'read' | 'write'): readonly PaletteEntry[] {
  const { address } = facts;
  const path = current.path ?? facts.sections[0]?.key ?? '';
  const read = paths.document({ ...address, ...(current.path !== null && { field: current.path }) });
  const write = paths.write({ ...address, ...writePlace(facts.summaries, path) });
  const page = (label: string, href: string, also = ''): PaletteEntry => ({
    group: 'Do',
    label,
    also,
    target: { kind: 'page', href },
  });
  return [
    mode === 'read' ? page('Write here', write, 'edit mode switch') : page('Read here', read, 'mode switch document'),
    {
      group: 'Do',
      label: current.path === null ? 'Copy a link to this worksheet' : 'Copy a link to this field',
      target: { kind: 'copy', href: read },
    },
    page('See what changed', paths.history(address), 'history compare restore'),
    page('Export the document', paths.export(address), 'pdf markdown file yaml json download'),
    page('Choose who owns a section', paths.projectSettings({ ...address, part: 'owners' }), 'owners sections people'),
    page('Settings of this project', paths.projectSettings(address), 'archive delete members rename'),
  ];
}
