import type { Derived } from '#lib/domain/worksheets/derivation.ts';
import type { ListField } from '#lib/domain/worksheets/definition.ts';
import { itemIdsAt } from '#lib/domain/worksheets/paths.ts';
import type { Block, Inline, TableColumn } from './document.ts';
import { runs, text } from './runs.ts';
import { itemName, quantityValue } from './shown-answer.ts';
import type { Writing } from './writing.ts';

/** What follows from the answers about each item of a list: a row an item, a column a value, the formulas below. */
export function derivedTable(
  { worksheet, profile }: Writing,
  all: readonly Derived[],
  list: ListField,
  path: string,
): readonly Block[] {
  if (profile === 'executive') return [];
  const known = all.filter(({ beside: [home = ''], result }) => {
    return result.state === 'value' && home.startsWith(`${path}.`);
  });
  const kinds = [...new Map(known.map((derived) => [derived.id, derived])).values()];
  if (kinds.length === 0) return [];
  const columns: TableColumn[] = [
    { label: [text(list.fields[list.nameField]?.label ?? list.itemNoun)], align: 'start' },
    ...kinds.map(({ label }): TableColumn => ({ label: [text(label)], align: 'end' })),
  ];
  const rows = itemIdsAt(worksheet, path).flatMap((id) => {
    const item = `${path}.${id}`;
    const here = known.filter(({ beside: [home = ''] }) => home.startsWith(`${item}.`));
    const name = [text(itemName(worksheet, path, id) ?? `${list.itemNoun} ${id}`)];
    const values = kinds.map((kind) => cell(here.find((derived) => derived.id === kind.id)));
    return here.length === 0 ? [] : [{ path: item, cells: [name, ...values] }];
  });
  const formulas = kinds.map(({ label, formula }) => `${label}: ${formula}.`).join(' ');
  return [
    { kind: 'heading', depth: 2, path, content: [text('What follows')] },
    { kind: 'table', path, columns, rows },
    { kind: 'note', path, content: [text(formulas)] },
  ];
}

function cell(derived: Derived | undefined): readonly Inline[] {
  if (derived?.result.state !== 'value') return [text('–')];
  const { shown, leansOnGuess } = derived.result;
  const value = quantityValue(derived.beside[0] ?? '', shown, 'derived');
  return leansOnGuess ? runs(value, ', on a guess') : [value];
}
