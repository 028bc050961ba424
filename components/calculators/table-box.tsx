import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';

import { COLUMNS, TABLE, type TablePreview } from './table-keys.ts';
import type { CalculatorView, Texts } from './view.ts';

const count = (value: number) => formatNumber(value, 'table');

interface TableBoxProps {
  readonly table: NonNullable<CalculatorView['table']>;
  readonly texts: Texts;
  readonly problem: string | undefined;
  readonly preview: TablePreview | null;
  readonly onChange: (key: string, text: string) => void;
}

/** Where rows are pasted, with what was understood of them. */
export function TableBox({ table, texts, problem, preview, onChange }: TableBoxProps) {
  return (
    <div className="flex flex-col gap-4">
      <TextArea
        name={TABLE}
        label={table.label}
        hint={table.hint}
        error={problem}
        rows={6}
        spellCheck={false}
        value={texts[TABLE] ?? ''}
        onChange={(event) => onChange(TABLE, event.currentTarget.value)}
        className="max-w-measure font-code text-t-1"
      />
      <div className="max-w-measure">
        <TextField
          name={COLUMNS}
          label="Columns of another name"
          hint="Such as item=unit, label=rating."
          optional
          value={texts[COLUMNS] ?? ''}
          onChange={(event) => onChange(COLUMNS, event.currentTarget.value)}
        />
      </div>
      {preview ? <Preview preview={preview} /> : null}
    </div>
  );
}

function Preview({ preview: { rows, columns, unused, first } }: { preview: TablePreview }) {
  return (
    <section aria-label="Rows as read" className="max-w-measure border-l-2 border-accent bg-accent-soft px-3 py-2">
      <p className="font-semibold">{rows === 1 ? '1 row was read' : `${count(rows)} rows were read`}</p>
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
        {rows > first.length ? <p className="px-2 text-t-1 text-ink-2">and {count(rows - first.length)} more</p> : null}
      </div>
    </section>
  );
}
