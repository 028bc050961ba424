interface IntervalRow {
  readonly label: string;
  readonly low: number;
  readonly high: number;
}

export interface Intervals {
  readonly title: string;
  readonly answer: string;
  /** The value that the intervals are about, 0 to 1. */
  readonly estimate: number;
  readonly rows: readonly IntervalRow[];
}

const WIDTH = 680;
const LEFT = 128;
const RIGHT = 16;
const ROW = 36;
const TOP = 28;

/** Intervals of one share, one under the other, on an axis that begins at nothing and ends at all. */
export function IntervalChart({ intervals, shown }: { intervals: Intervals; shown: (share: number) => string }) {
  const { estimate, rows } = intervals;
  const height = TOP + rows.length * ROW + 28;
  const floor = height - 24;
  const xOf = (share: number) => LEFT + share * (WIDTH - LEFT - RIGHT);
  return (
    <figure>
      <figcaption className="mb-3">
        <span className="block font-semibold">{intervals.title}</span>
        {intervals.answer}
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        aria-hidden
        className="w-full fill-ink-2 font-sans text-t-0 max-sm:hidden"
      >
        <path d={`M${LEFT} ${floor}H${WIDTH - RIGHT}`} className="stroke-edge" />
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <path d={`M${xOf(share)} ${floor}v4`} className="stroke-edge" />
            <text x={xOf(share)} y={floor + 17} textAnchor={share === 1 ? 'end' : 'middle'}>
              {shown(share)}
            </text>
          </g>
        ))}
        <path d={`M${xOf(estimate)} ${TOP - 8}V${floor}`} strokeDasharray="1 3" className="stroke-ink-3" />
        <text x={xOf(estimate)} y={TOP - 14} textAnchor="middle">
          {shown(estimate)}
        </text>
        {rows.map(({ label, low, high }, index) => (
          <g key={label} transform={`translate(0 ${TOP + index * ROW + ROW / 2})`}>
            <text x={LEFT - 12} y="4" textAnchor="end">
              {label}
            </text>
            <path
              d={`M${xOf(low)} -5v10m0 -5H${xOf(high)}m0 -5v10`}
              className="fill-none stroke-series-1"
              strokeWidth="2"
            />
            <circle cx={xOf(estimate)} r="4" className="fill-series-1" />
          </g>
        ))}
      </svg>
    </figure>
  );
}
