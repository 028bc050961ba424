'use client';

import { Plus } from 'lucide-react';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Icon } from '#components/ui/icon.tsx';
import { isQuantity, type ListField } from '#lib/domain/worksheets/definition.ts';
import { silence, type Echo } from './control.ts';
import { EchoLine } from './echo-line.tsx';
import { useDraftValue, useEditing } from './editing.ts';
import { editCell, isBox, toOtherButton } from './grid-focus.ts';
import { beginsEdit, cellAfterKey, cellBeside, type Cell } from './grid-keys.ts';
import { ItemLinks } from './item-links.tsx';
import { latePart } from './late.tsx';
import { listItems, newItemId } from './list-items.ts';
import { ListRow } from './list-row.tsx';
import { readPastedRows, type PastedRows } from './pasted-rows.ts';

const PastePreview = latePart(async () => (await import('./paste-preview.tsx')).PastePreview);

interface ListGridProps {
  readonly field: ListField;
  readonly path: string;
  readonly labelledBy: string;
  /** Teaches while there are no items. */
  readonly whenEmpty?: string | undefined;
  /** Marks of findings about an item. */
  readonly renderMarks?: (itemPath: string) => ReactNode;
}

/**
 * The items of a list, with the summary columns edited in place. In the grid arrows move, Enter or typing edits, and Esc
 * gives the cell its old value back. While a cell is edited Tab goes on to the next one and Enter to the one below, from
 * the last row to the button that adds another; otherwise Tab leaves. Everything else of an item is on its own page.
 */
export function ListGrid({ field, path, labelledBy, whenEmpty, renderMarks }: ListGridProps) {
  const editing = useEditing();
  const items = listItems(useDraftValue(path));
  const [active, setActive] = useState<Cell>({ row: 0, column: 0 });
  const [pasted, setPasted] = useState<PastedRows | null>(null);
  const [echo, setEcho] = useState<{ path: string; echo: Echo }>({ path, echo: silence });
  const grid = useRef<HTMLTableElement>(null);
  const before = useRef<HTMLSpanElement>(null);
  const after = useRef<HTMLSpanElement>(null);
  // What the cursor goes to when somebody goes to the list.
  const addId = `${path}.box`;
  const columns = field.summary.flatMap((key) => {
    const column = field.fields[key];
    return column === undefined ? [] : [{ key, field: column }];
  });
  // A list of single lines is its own page.
  const wide = Object.keys(field.fields).length > 1;

  const cellAt = ({ row, column }: Cell) =>
    grid.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null;
  const goTo = (cell: Cell) => {
    setActive(cell);
    cellAt(cell)?.focus();
  };
  const add = () => {
    const id = newItemId(field.itemNoun, items);
    editing.insert(path, { id }, items.at(-1)?.id ?? null);
    requestAnimationFrame(() => {
      const cell = cellAt({ row: items.length, column: 0 });
      // Where there is no room for the grid, the item is written on its page.
      if (cell?.offsetParent === null) editing.openOnItemPage(cell.id);
      else editCell(cell);
    });
  };

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    if (cell === null) return;
    const at = { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
    if (event.key === 'Tab') onTab(event, at, event.target === cell);
    else if (event.target === cell) {
      const next = cellAfterKey(event.key, event.ctrlKey || event.metaKey, at, items.length, columns.length + 1);
      if (next !== null) {
        event.preventDefault();
        goTo(next);
      } else if (beginsEdit(event)) {
        // A letter that is typed into a cell is no shortcut.
        event.stopPropagation();
        if (event.key === 'Enter' || event.key === 'F2') event.preventDefault();
        editCell(cell, event.key);
      }
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      cell.focus();
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && isBox(event.target)) {
      event.preventDefault();
      if (at.row + 1 < items.length) goTo({ row: at.row + 1, column: at.column });
      else document.getElementById(addId)?.focus();
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') toOtherButton(event.target, event.key);
  }

  function onTab(event: KeyboardEvent, at: Cell, selected: boolean) {
    const next =
      selected || at.column === columns.length
        ? null
        : cellBeside(event.shiftKey ? -1 : 1, at, items.length, columns.length);
    if (next === null) (event.shiftKey ? before : after).current?.focus();
    else {
      event.preventDefault();
      editCell(cellAt(next));
    }
  }

  function onPaste(event: ClipboardEvent) {
    if (editing.locked !== null) return;
    const rows = readPastedRows(
      event.clipboardData.getData('text/plain'),
      columns.map((column) => ({ key: column.key, label: column.field.label })),
      Math.min(active.column, columns.length - 1),
    );
    if (rows === null) return;
    event.preventDefault();
    setPasted(rows);
  }

  return (
    <div onPaste={onPaste}>
      <span ref={before} tabIndex={-1} />
      {items.length === 0 ? (
        whenEmpty === undefined ? null : (
          <p className="font-serif text-t-3 text-ink-2">{whenEmpty}</p>
        )
      ) : (
        <table
          ref={grid}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- an editable table
          role="grid"
          aria-labelledby={labelledBy}
          onKeyDown={onKeyDown}
          className={classNames('w-full table-fixed border-collapse border-y border-hairline', wide && 'max-sm:hidden')}
        >
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  className={classNames(
                    'border-b border-hairline px-1.5 py-1 align-bottom text-t-0 font-semibold text-ink-2',
                    columns.length > 4 && column.key === field.nameField && 'w-[28%]',
                    columns.length > 4 && isQuantity(column.field) && 'w-[11.5%]',
                    isQuantity(column.field) ? 'pr-6 text-right' : 'text-left',
                  )}
                >
                  {column.field.label}
                </th>
              ))}
              <th scope="col" className="w-12 border-b border-hairline">
                <span className="sr-only">Findings and actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item, row) => (
              <ListRow
                key={item.id}
                list={field}
                columns={columns}
                path={path}
                items={items}
                row={row}
                active={active}
                onActive={setActive}
                onEcho={(cellPath, next) => setEcho({ path: cellPath, echo: next })}
                marks={renderMarks?.(`${path}.${item.id}`)}
              />
            ))}
          </tbody>
        </table>
      )}
      {wide && items.length > 0 ? <ItemLinks list={field} path={path} items={items} renderMarks={renderMarks} /> : null}
      <span ref={after} tabIndex={-1} />
      {pasted === null ? null : (
        <PastePreview list={field} path={path} items={items} pasted={pasted} onDone={() => setPasted(null)} />
      )}
      <div className="flex flex-wrap items-start gap-x-3 pt-1">
        {editing.locked === null ? (
          <>
            <Button id={addId} look="quiet" size="compact" className="-ml-2" onClick={add}>
              <Icon of={Plus} />
              Add {field.itemNoun}
            </Button>
            <span className="pt-1.5 text-t-1 text-ink-3 max-sm:hidden">or paste rows from a spreadsheet</span>
          </>
        ) : null}
        <span className="ml-auto pt-1.5">
          <EchoLine echo={echo.echo} id={`${path}.echo`} path={echo.path} />
        </span>
      </div>
    </div>
  );
}
