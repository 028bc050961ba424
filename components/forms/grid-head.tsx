'use client';

import { classNames } from '#components/ui/class-names.ts';
import { isQuantity } from '#lib/domain/worksheets/definition.ts';
import type { GridColumn } from './grid-columns.ts';
import { headingOf } from './item-words.ts';

/** What the columns are called. It stays in sight over a long list. */
export function GridHead({ columns }: { readonly columns: readonly GridColumn[] }) {
  return (
    <div role="rowgroup" className="sticky top-23 z-1 border-y border-hairline bg-sheet">
      <div role="row" className="flex items-end text-t-0 font-semibold text-ink-2">
        {columns.map(({ key, field, size }) => (
          <span
            key={key}
            role="columnheader"
            className={classNames(
              'min-w-0 px-1.75 py-1 text-balance',
              size,
              isQuantity(field) ? 'pr-6 text-right' : 'text-left',
            )}
          >
            {headingOf(field)}
          </span>
        ))}
        <span role="columnheader" className="w-13 shrink-0">
          <span className="sr-only">Findings and actions</span>
        </span>
      </div>
    </div>
  );
}
