import type { SvgTree } from '#lib/domain/charts/svg-tree.ts';

import { SvgPicture } from './svg-picture.tsx';

interface FigureTable {
  readonly columns: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[];
}

export interface DrawnFigure {
  /** The question that the picture answers. */
  readonly title: string;
  /** The answer, as the first line under it. */
  readonly answer: string;
  readonly tree: SvgTree;
  readonly table: FigureTable;
}

/** A picture with its question, its answer and its numbers: a drawing from 640 px on, a table below that. */
export function DrawnChart({ figure: { title, answer, tree, table } }: { figure: DrawnFigure }) {
  return (
    <figure>
      <figcaption className="mb-3">
        <span className="block font-semibold">{title}</span>
        {answer}
      </figcaption>
      <SvgPicture tree={tree} />
      <div className="overflow-x-auto sm:sr-only">
        <table className="w-full border-collapse">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr className="border-b border-edge text-t-1 text-ink-2">
              {table.columns.map((column, index) => (
                <th
                  key={column}
                  scope="col"
                  className={`py-1 font-semibold ${index === 0 ? 'text-left' : 'pl-3 text-right'}`}
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(([name, ...cells]) => (
              <tr key={name} className="border-b border-hairline">
                <th scope="row" className="py-1 text-left font-normal">
                  {name}
                </th>
                {cells.map((cell, index) => (
                  <td key={table.columns[index + 1]} className="py-1 pl-3 text-right">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
