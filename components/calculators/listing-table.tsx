import { classNames } from '#components/ui/class-names.ts';

import type { Listing } from './results-in-words.ts';

/** One list of a result. */
export function ListingTable({ listing: { title, columns, rows } }: { listing: Listing }) {
  return (
    <div className="mt-6 max-w-measure overflow-x-auto">
      <table className="w-full border-collapse">
        <caption className="pb-1 text-left font-semibold">{title}</caption>
        <thead>
          <tr className="border-b border-edge text-t-1 text-ink-2">
            {columns.map(({ label, isText }) => (
              <th
                key={label}
                scope="col"
                className={classNames('py-1 pr-3 font-semibold last:pr-0', isText ? 'text-left' : 'text-right')}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index} className="border-b border-hairline">
              {row.map((cell, column) => (
                <td
                  key={column}
                  className={classNames('py-1 pr-3 last:pr-0', columns[column]?.isText ? 'text-left' : 'text-right')}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
