'use client';

import { Plus } from 'lucide-react';
import {
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { ListField } from '#lib/domain/worksheets/definition.ts';
import { silence, type Echo } from './control.ts';
import { EchoLine } from './echo-line.tsx';
import { useDraftValue, useEditing } from './editing.ts';
import { gridColumns } from './grid-columns.ts';
import { editCell, isBox, toOtherButton } from './grid-focus.ts';
import { GridHead } from './grid-head.tsx';
import { beginsEdit, cellAfterKey, cellBeside, type Cell } from './grid-keys.ts';
import { ItemLinks } from './item-links.tsx';
import { latePart } from './late.tsx';
import { namesOf } from './item-words.ts';
import { listItems, newItemId } from './list-items.ts';
import { ListRow } from './list-row.tsx';
import { readPastedRows, type PastedRows } from './pasted-rows.ts';
import { useReorder } from './use-reorder.ts';

const RowMenu = latePart(async () => (await import('./row-menu.tsx')).RowMenu);
const PastePreview = latePart(async () => (await import('./paste-preview.tsx')).PastePreview);

export interface ListGridProps {
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
  const grid = useRef<HTMLDivElement>(null);
  const before = useRef<HTMLSpanElement>(null);
  const after = useRef<HTMLSpanElement>(null);
  const menu = useId();
  const menuButton = useRef<HTMLElement>(null);
  const [menuItem, setMenuItem] = useState('');
  const names = namesOf(field, items, (at) => editing.valueAt(at));
  const { move, onPointerDown, said } = useReorder(path, items, names);
  // Laid out anew when the grid is left: while somebody writes in it, nothing moves.
  const [laidOutFor, setLaidOutFor] = useState(items);
  // A list of single lines needs no room that a phone has not.
  const wide = Object.keys(field.fields).length > 1;
  const columns = useMemo(
    () => gridColumns(field, laidOutFor, (at) => editing.valueAt(at)),
    [field, laidOutFor, editing],
  );

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

  // Always the same functions, so that rows in which nothing changes are not drawn again.
  const tell = useCallback((cellPath: string, next: Echo) => setEcho({ path: cellPath, echo: next }), [setEcho]);
  const openMenu = useCallback(
    (itemId: string, button: HTMLElement) => {
      menuButton.current?.setAttribute('aria-expanded', 'false');
      menuButton.current = button;
      setMenuItem(itemId);
    },
    [setMenuItem],
  );

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    if (cell === null) return;
    const at = { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
    if (event.key === 'Tab') onTab(event, cell, at);
    else if (event.target === cell) {
      if (event.altKey) return moveRow(event, at);
      const shown = shownColumns(cell);
      const next = cellAfterKey(
        event.key,
        event.ctrlKey || event.metaKey,
        { row: at.row, column: shown.indexOf(at.column) },
        items.length,
        shown.length,
      );
      if (next !== null) {
        event.preventDefault();
        goTo({ row: next.row, column: shown[next.column] ?? 0 });
      } else if (beginsEdit(event)) {
        // A letter that is typed into a cell is no shortcut.
        event.stopPropagation();
        if (event.key === 'Enter' || event.key === 'F2') event.preventDefault();
        editCell(cell, event);
      }
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      cell.focus();
    } else if (event.key === 'Enter' && isBox(event.target) && !event.nativeEvent.isComposing) {
      if (event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      if (at.row + 1 < items.length) goTo({ row: at.row + 1, column: at.column });
      else document.getElementById(`${path}.box`)?.focus();
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') toOtherButton(event.target, event.key);
  }

  function onTab(event: KeyboardEvent, cell: HTMLElement, at: Cell) {
    const shown = shownColumns(cell).filter((column) => column < columns.length);
    const column = shown.indexOf(at.column);
    const edited = event.target !== cell && column !== -1;
    const next = edited
      ? cellBeside(event.shiftKey ? -1 : 1, { row: at.row, column }, items.length, shown.length)
      : null;
    if (next === null) return (event.shiftKey ? before : after).current?.focus();
    event.preventDefault();
    editCell(cellAt({ row: next.row, column: shown[next.column] ?? 0 }));
  }

  /** Alt and an arrow take the row along. */
  function moveRow(event: KeyboardEvent, { row, column }: Cell) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    if (move(row, row + step)) requestAnimationFrame(() => goTo({ row: row + step, column }));
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
    <div onPaste={onPaste} className="@container">
      <span ref={before} tabIndex={-1} />
      {items.length === 0 ? (
        whenEmpty === undefined ? null : (
          <p className="font-serif text-t-3 text-ink-2">{whenEmpty}</p>
        )
      ) : (
        // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its cells take the focus
        <div
          ref={grid}
          role="grid"
          aria-labelledby={labelledBy}
          onKeyDown={onKeyDown}
          onPointerDown={onPointerDown}
          onBlur={(event) => {
            // Nor while the button below is pressed, which must not move away from under the press.
            if (event.currentTarget.parentElement?.contains(event.relatedTarget) !== true) setLaidOutFor(items);
          }}
          className={wide ? 'max-sm:hidden' : undefined}
        >
          <GridHead columns={columns} />
          <div role="rowgroup">
            {items.map((item, row) => (
              <ListRow
                key={item.id}
                columns={columns}
                itemPath={`${path}.${item.id}`}
                itemId={item.id}
                name={names[row] ?? ''}
                row={row}
                active={Math.min(active.row, items.length - 1) === row ? active.column : null}
                movable={editing.locked === null && items.length > 1}
                menu={menu}
                onActive={setActive}
                onEcho={tell}
                onMenu={openMenu}
                renderMarks={renderMarks}
              />
            ))}
          </div>
        </div>
      )}
      {wide && items.length > 0 ? (
        <ItemLinks
          list={field}
          path={path}
          items={items}
          names={names}
          menu={menu}
          onMenu={openMenu}
          renderMarks={renderMarks}
        />
      ) : null}
      <RowMenu
        id={menu}
        list={field}
        path={path}
        items={items}
        names={names}
        row={items.findIndex(({ id }) => id === menuItem)}
        anchor={menuButton}
        onMove={move}
      />
      <span ref={after} tabIndex={-1} />
      {pasted === null ? null : (
        <PastePreview list={field} path={path} items={items} pasted={pasted} onDone={() => setPasted(null)} />
      )}
      <div className="flex flex-wrap items-start gap-x-3 pt-1">
        {editing.locked === null ? (
          <>
            <Button id={`${path}.box`} look="quiet" size="compact" className="-ml-2" onClick={add}>
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
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  );
}

/** Columns for which there is room; the others are hidden. */
function shownColumns(cell: HTMLElement): readonly number[] {
  const cells = [...(cell.parentElement?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
  return cells.filter(({ offsetParent }) => offsetParent !== null).map(({ dataset }) => Number(dataset['column']));
}
