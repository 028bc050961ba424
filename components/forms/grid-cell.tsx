'use client';

import Link from 'next/link';
import { classNames } from '#components/ui/class-names.ts';
import type { Json } from '#lib/domain/json.ts';
import { isQuantity, type Field } from '#lib/domain/worksheets/definition.ts';
import { draftAnswer } from './answer-state.ts';
import { cellWords } from './cell-words.ts';
import { cellWordsLook, type Echo } from './control.ts';
import { useDraftValue, useEditing } from './editing.ts';
import { FieldControl } from './field-control.tsx';
import type { GridColumn } from './grid-columns.ts';

interface GridCellProps {
  readonly column: GridColumn;
  readonly itemPath: string;
  readonly onEcho: (path: string, echo: Echo) => void;
}

/** An answer in a cell: its control, or words that lead to the item's page where a cell cannot hold one. */
export function GridCell({ column: { key, field }, itemPath, onEcho }: GridCellProps) {
  const editing = useEditing();
  const path = `${itemPath}.${key}`;
  const value = useDraftValue(path);
  const elsewhere = shownElsewhere(field, value);
  if (elsewhere === null && field.kind !== 'list' && field.kind !== 'group') {
    return (
      <FieldControl
        cell
        field={field}
        path={path}
        id={`${path}.box`}
        label={field.label}
        onEcho={(echo) => onEcho(path, echo)}
      />
    );
  }
  return (
    <Link
      prefetch={false}
      href={`${editing.itemHref(itemPath)}#${path}`}
      tabIndex={-1}
      className={classNames(
        cellWordsLook,
        'text-ink-2 hover:text-accent',
        isQuantity(field) && 'pr-6! text-right text-t-1',
      )}
    >
      <span className="line-clamp-6">{elsewhere}</span>
    </Link>
  );
}

/** A text longer than this would push the other rows out of sight. */
const LONGEST_TEXT = 300;

/** Words for an answer that a cell cannot hold; it is changed on the item's page. Null where the cell can. */
function shownElsewhere(field: Field, value: Json | undefined): string | null {
  const { state } = draftAnswer(value);
  const long = typeof value === 'string' && (value.length > LONGEST_TEXT || value.includes('\n'));
  const elsewhere =
    field.kind === 'list' || field.kind === 'group' || field.kind === 'choices' || (field.kind === 'markdown' && long);
  if (!elsewhere && state !== 'unknown' && state !== 'not-applicable') return null;
  return cellWords(field, value) || '–';
}
