import { type ShareMatrix, shareMatrix } from '#lib/domain/charts/share-matrix.ts';

import { SvgPicture } from './svg-picture.tsx';

export interface Matrix extends ShareMatrix {
  /** The question that the picture answers. */
  readonly title: string;
  /** The answer, as the first line under it. */
  readonly answer: string;
}

/** Shares by row and column: a picture from 640 px on, a table below that and for screen readers. */
export function MatrixChart({ matrix, shown }: { matrix: Matrix; shown: (share: number) => string }) {
  return (
    <figure>
      <figcaption className="mb-3">
        <span className="block font-semibold">{matrix.title}</span>
        {matrix.answer}
      </figcaption>
      <SvgPicture tree={shareMatrix(matrix, shown)} />
      <div className="overflow-x-auto sm:sr-only">
        <table className="w-full border-collapse">
          <caption className="sr-only">{matrix.title}</caption>
          <thead>
            <tr className="border-b border-edge text-t-1 text-ink-2">
              <th scope="col" className="py-1 text-left font-semibold">
                {matrix.rowLabel} / {matrix.columnLabel}
              </th>
              {matrix.names.map((name) => (
                <th key={name} scope="col" className="py-1 pl-3 text-right font-semibold">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((row, index) => (
              <tr key={matrix.names[index]} className="border-b border-hairline">
                <th scope="row" className="py-1 text-left font-normal">
                  {matrix.names[index]}
                </th>
                {matrix.names.map((name, column) => (
                  <td key={name} className="py-1 pl-3 text-right">
                    {row === null ? '–' : shown(row[column] ?? 0)}
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
