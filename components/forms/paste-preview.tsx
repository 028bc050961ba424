'use client';

import { Button } from '#components/ui/button.tsx';
import { itemIdFrom } from '#lib/domain/ids.ts';
import type { Json, JsonObject } from '#lib/domain/json.ts';
import type { Field, LeafField, ListField } from '#lib/domain/worksheets/definition.ts';
import { draftAnswer } from './answer-state.ts';
import { useEditing } from './editing.ts';
import { newItemId, type DraftItem } from './list-items.ts';
import type { PastedRows } from './pasted-rows.ts';
import { draftFromText } from './pasted-values.ts';
import { referenceChoices } from './reference-choices.ts';

interface PastePreviewProps {
  readonly list: ListField;
  readonly path: string;
  readonly items: readonly DraftItem[];
  readonly pasted: PastedRows;
  readonly onDone: () => void;
}

const SHOWN_ROWS = 8;

/** Pasted rows before they become items: what goes where, and what could not be read. */
export function PastePreview({ list, path, items, pasted, onDone }: PastePreviewProps) {
  const editing = useEditing();
  const fieldOf = (column: number): LeafField | null => {
    const key = pasted.columns[column]?.key;
    const field = key === undefined ? undefined : list.fields[key];
    return field !== undefined && isLeaf(field) ? field : null;
  };
  const read = (field: LeafField, cell: string) =>
    draftFromText(field, cell, field.kind === 'reference' ? referenceChoices(field, editing.valueAt) : []);

  const insert = () => {
    const taken = new Set(items.map((item) => item.id));
    let after = items.at(-1)?.id ?? null;
    for (const row of pasted.rows) {
      const values = Object.fromEntries(
        row.flatMap((cell, column): [string, Json][] => {
          const field = fieldOf(column);
          const key = pasted.columns[column]?.key;
          const value = field === null ? null : read(field, cell);
          return key === undefined || value === null ? [] : [[key, value]];
        }),
      );
      const name = values[list.nameField];
      const id = typeof name === 'string' ? itemIdFrom(name, taken) : newItemId(list.itemNoun, items);
      taken.add(id);
      const item: JsonObject = { id, ...values };
      editing.insert(path, item, after);
      after = id;
    }
    editing.leave();
    onDone();
  };

  const count = pasted.rows.length;
  const homeless = pasted.columns.filter((column) => column === null).length;
  return (
    <section aria-label="Pasted rows" className="my-2 border-l-2 border-accent bg-accent-soft px-3 py-2">
      <p className="font-semibold">
        {count === 1 ? '1 row was pasted' : `${count} rows were pasted`}
        {pasted.headed ? ', columns named by the first row' : ''}
      </p>
      {homeless > 0 ? (
        <p className="text-t-1 text-ink-2">
          {homeless === 1 ? '1 column fits no field' : `${homeless} columns fit no field`} and will be left out.
        </p>
      ) : null}
      <div className="my-2 overflow-x-auto">
        <table className="w-full border-collapse text-t-1">
          <thead>
            <tr>
              {pasted.columns.map((column, index) => (
                <th key={index} scope="col" className="px-2 py-1 text-left font-semibold text-ink-2">
                  {column?.label ?? 'Left out'}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pasted.rows.slice(0, SHOWN_ROWS).map((row, rowIndex) => (
              <tr key={rowIndex} className="border-t border-hairline">
                {pasted.columns.map((_, column) => (
                  <PreviewCell key={column} field={fieldOf(column)} text={row[column] ?? ''} read={read} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {count > SHOWN_ROWS ? <p className="px-2 text-t-1 text-ink-2">and {count - SHOWN_ROWS} more</p> : null}
      </div>
      <div className="flex gap-2">
        <Button look="primary" size="compact" onClick={insert}>
          Add {count === 1 ? `1 ${list.itemNoun}` : `${count} rows`}
        </Button>
        <Button size="compact" onClick={onDone}>
          Discard
        </Button>
      </div>
    </section>
  );
}

interface PreviewCellProps {
  readonly field: LeafField | null;
  readonly text: string;
  readonly read: (field: LeafField, text: string) => Json | null;
}

function PreviewCell({ field, text, read }: PreviewCellProps) {
  const unreadable = field !== null && draftAnswer(read(field, text) ?? undefined).state === 'unreadable';
  return (
    <td className={field === null ? 'px-2 py-1 text-ink-3 line-through' : 'px-2 py-1'}>
      {text}
      {unreadable ? <span className="ml-1 text-error">(not readable, kept as typed)</span> : null}
    </td>
  );
}

function isLeaf(field: Field): field is LeafField {
  return field.kind !== 'list' && field.kind !== 'group';
}
