import { classNames } from '#components/ui/class-names.ts';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';

import type { TablePreview as Preview } from './table-keys.ts';

const count = (value: number) => formatNumber(value, 'table');

interface TablePreviewProps {
  readonly preview: Preview;
  /** The rows are others by now: they keep their room until those are read. */
  readonly isCurrent: boolean;
}

/** What was understood of the rows, to be looked at. */
export function TablePreview({ preview: { rows, columns, unused, first }, isCurrent }: TablePreviewProps) {
  return (
    <section
      aria-label="Rows as read"
      className={classNames(
        'max-w-measure border-l-2 px-3 py-2',
        isCurrent ? 'border-accent bg-accent-soft' : 'border-hairline text-ink-2',
      )}
    >
      {isCurrent ? (
        <p className="font-semibold">{rows === 1 ? '1 row was read' : `${count(rows)} rows were read`}</p>
      ) : (
        <p>The first rows will stand here.</p>
      )}
      <div className={isCurrent ? undefined : 'invisible'}>
        {unused.length > 0 ? <p className="text-t-1 text-ink-2">Not used: {unused.join(', ')}</p> : null}
        <div className="mt-2 overflow-x-auto">
          <table className="w-full border-collapse text-t-1">
            <caption className="sr-only">The first rows</caption>
            <thead>
              <tr>
                {columns.map(({ name, heading }) => (
                  <th key={name} scope="col" className="px-2 py-1 text-left font-semibold text-ink-2">
                    {heading === name ? name : `${name} (${heading})`}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {first.map((row, index) => (
                <tr key={index} className="border-t border-hairline">
                  {row.map((cell, column) => (
                    <td key={column} className="px-2 py-1">
                      {cell === '' ? '–' : cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {rows > first.length ? (
            <p className="px-2 text-t-1 text-ink-2">and {count(rows - first.length)} more</p>
          ) : null}
        </div>
      </div>
    </section>
  );
}
