import { evenTicks } from './even-ticks.ts';
import { type SvgNode, type SvgTree, WIDTH, noteAt, rounded } from './svg-tree.ts';

interface Quantile {
  readonly q: number;
  readonly value: number;
}

export interface TailCurve {
  /** In rising order of q. */
  readonly points: readonly Quantile[];
  /** The percentiles that were asked for, with the ends of their intervals; null where there is none. */
  readonly marks: readonly (Quantile & {
    readonly name: string;
    readonly interval: readonly [number | null, number | null];
  })[];
}

const HEIGHT = 240;
const LEFT = 56;
const RIGHT = 12;
const TOP = 20;
const FLOOR = HEIGHT - 36;
/** The last percent is what the picture is about, so it gets a third of the width. */
const TAIL_FROM = 0.99;
const TAIL_WIDTH = 1 / 3;
const NAME_WIDTH = 36;

/** Values by the share that is no greater. The axis changes its scale at p99, and a line says so. */
export function drawTailCurve({ points, marks }: TailCurve, shown: (value: number) => string): SvgTree {
  const most = Math.max(
    0,
    ...points.map(({ value }) => value),
    ...marks.map(({ value, interval }) => interval[1] ?? value),
  );
  const yOf = (value: number): number => rounded(FLOOR - (most > 0 ? Math.max(0, value) / most : 0) * (FLOOR - TOP));
  const path = points.map(({ q, value }, index) => `${index === 0 ? 'M' : 'L'}${tailX(q)} ${yOf(value)}`).join('');
  const ticks = evenTicks(most, 4);
  return {
    width: WIDTH,
    height: HEIGHT,
    nodes: [
      { kind: 'path', path: `M${LEFT} ${TOP}V${FLOOR}H${WIDTH - RIGHT}`, stroke: 'axis' },
      ...ticks.map((tick) => noteAt(LEFT - 8, yOf(tick) + 4, 'end', shown(tick))),
      { kind: 'path', path: `M${tailX(TAIL_FROM)} ${TOP}V${FLOOR}`, stroke: 'reference' },
      noteAt(tailX(TAIL_FROM) + 6, TOP - 6, 'start', 'the last percent, stretched'),
      { kind: 'path', path, stroke: 'first' },
      ...marks.flatMap((mark) => markOf(mark, yOf)),
      ...namesOf(marks),
    ],
  };
}

/** Where a share stands on the axis. */
export function tailX(q: number): number {
  const width = WIDTH - LEFT - RIGHT;
  const along =
    q <= TAIL_FROM
      ? (q / TAIL_FROM) * (1 - TAIL_WIDTH)
      : 1 - TAIL_WIDTH + ((q - TAIL_FROM) / (1 - TAIL_FROM)) * TAIL_WIDTH;
  return rounded(LEFT + along * width);
}

/** A dot in its interval; an end that the sample does not reach runs off to the edge without a cap. */
function markOf(
  { q, value, interval: [low, high] }: TailCurve['marks'][number],
  yOf: (value: number) => number,
): SvgNode[] {
  const x = tailX(q);
  const bottom = low === null ? FLOOR : yOf(low);
  const top = high === null ? TOP : yOf(high);
  const caps = `${low === null ? '' : `M${rounded(x - 4)} ${bottom}h8`}${high === null ? '' : `M${rounded(x - 4)} ${top}h8`}`;
  return [
    { kind: 'path', path: `M${x} ${bottom}V${top}${caps}`, stroke: 'second' },
    { kind: 'dot', x, y: yOf(value), look: 'second' },
  ];
}

/** Names from the right, where the tail is; one that would run into its neighbour is left to the table. */
function namesOf(marks: TailCurve['marks']): SvgNode[] {
  const names: SvgNode[] = [];
  let free = WIDTH;
  for (const { q, name } of marks.toSorted((a, b) => b.q - a.q)) {
    const x = tailX(q);
    if (x > free) continue;
    names.push(noteAt(x, FLOOR + 16, 'middle', name));
    free = x - NAME_WIDTH;
  }
  return names;
}
