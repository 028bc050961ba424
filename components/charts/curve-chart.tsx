import { type Frame, type Point, curveGeometry } from './curve-geometry.ts';

export interface Curve {
  /** The question that the picture answers. */
  readonly title: string;
  /** The answer, as the first line under it. */
  readonly answer: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly points: readonly Point[];
  /** Where the inputs stand. */
  readonly marker: Point;
  /** A share that was asked for, drawn as a line across. */
  readonly reference?: { readonly share: number; readonly label: string } | undefined;
}

interface CurveChartProps {
  readonly curve: Curve;
  readonly shownX: (x: number) => string;
  readonly shownY: (share: number) => string;
}

const FRAME: Frame = { width: 680, height: 240, left: 44, right: 12, top: 16, bottom: 40 };
/** Rows of the table: enough to see the shape. */
const TABLE_ROWS = 7;

/** A share along a logarithmic axis: a picture from 640 px on, a table below that and for screen readers. */
export function CurveChart({ curve, shownX, shownY }: CurveChartProps) {
  return (
    <figure>
      <figcaption className="mb-3">
        <span className="block font-semibold">{curve.title}</span>
        {curve.answer}
      </figcaption>
      <CurvePicture curve={curve} shownX={shownX} shownY={shownY} />
      <CurveTable curve={curve} shownX={shownX} shownY={shownY} />
    </figure>
  );
}

function CurvePicture({ curve, shownX, shownY }: CurveChartProps) {
  const { path, marker, xTicks, yTicks, yOf } = curveGeometry(curve.points, curve.marker, FRAME);
  const floor = FRAME.height - FRAME.bottom;
  const right = FRAME.width - FRAME.right;
  const reference = curve.reference && { ...curve.reference, at: yOf(curve.reference.share) };
  return (
    <svg
      viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
      aria-hidden
      className="w-full fill-ink-2 font-sans text-t-0 max-sm:hidden"
    >
      <path d={`M${FRAME.left} ${FRAME.top}V${floor}H${right}`} className="fill-none stroke-edge" />
      {yTicks.map(({ value, at }) => (
        <text key={value} x={FRAME.left - 8} y={at + 4} textAnchor="end">
          {shownY(value)}
        </text>
      ))}
      {xTicks.map(({ value, at }, index) => (
        <g key={value}>
          <path d={`M${at} ${floor}v4`} className="stroke-edge" />
          <text x={at} y={floor + 17} textAnchor={index === xTicks.length - 1 && at > right - 24 ? 'end' : 'middle'}>
            {shownX(value)}
          </text>
        </g>
      ))}
      <text x={right} y={FRAME.height - 4} textAnchor="end" className="fill-ink-3">
        {curve.xLabel}, logarithmic
      </text>
      {reference ? (
        <g>
          <path d={`M${FRAME.left} ${reference.at}H${right}`} strokeDasharray="4 3" className="stroke-ink-3" />
          <text x={FRAME.left + 8} y={reference.at + (reference.share > 0.9 ? 14 : -5)}>
            {reference.label}
          </text>
        </g>
      ) : null}
      <path d={path} className="fill-none stroke-series-1" strokeWidth="2" strokeLinejoin="round" />
      <path d={`M${marker.x} ${floor}V${marker.y}`} className="stroke-ink-3" strokeDasharray="1 3" />
      <circle cx={marker.x} cy={marker.y} r="5" className="fill-series-1 stroke-page" strokeWidth="2" />
    </svg>
  );
}

function CurveTable({ curve, shownX, shownY }: CurveChartProps) {
  const step = Math.max(1, Math.ceil((curve.points.length - 1) / (TABLE_ROWS - 1)));
  const rows = curve.points.filter((_, index) => index % step === 0 || index === curve.points.length - 1);
  return (
    <table className="w-full border-collapse sm:sr-only">
      <caption className="sr-only">{curve.title}</caption>
      <thead>
        <tr className="border-b border-edge text-t-1 text-ink-2">
          <th scope="col" className="py-1 text-left font-semibold">
            {curve.xLabel}
          </th>
          <th scope="col" className="py-1 text-right font-semibold">
            {curve.yLabel}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ x, y }) => (
          <tr key={x} className="border-b border-hairline">
            <th scope="row" className="py-1 text-left font-normal">
              {shownX(x)}
            </th>
            <td className="py-1 text-right">{shownY(y)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
