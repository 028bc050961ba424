import { evenTicks } from './even-ticks.ts';
import { type SvgNode, type SvgTree, WIDTH, labelAt, noteAt, rounded, shortened } from './svg-tree.ts';

interface Span {
  readonly start: number;
  readonly length: number;
}

export interface WaterfallRow {
  readonly label: string;
  /** One bar, or two under each other: the usual and the slow. */
  readonly spans: readonly Span[];
}

export interface Waterfall {
  readonly rows: readonly WaterfallRow[];
  /** A limit, drawn across all rows. */
  readonly limit?: { readonly at: number; readonly label: string } | undefined;
}

const LEFT = 136;
/** Room for the value behind the longest bar. */
const RIGHT = 84;
const TOP = 24;
const BAR = 14;
const PADDING = 2;
const GAP = 10;
const FOOT = 24;
const LONGEST_LABEL = 20;
const LOOKS = ['first', 'second'] as const;

/** What follows what, on one axis from 0: each row begins where its predecessors end. */
export function drawWaterfall({ rows, limit }: Waterfall, shown: (value: number) => string): SvgTree {
  const most = Math.max(
    ...rows.flatMap(({ spans }) => spans.map(({ start, length }) => start + length)),
    limit?.at ?? 0,
  );
  const xOf = (value: number): number => rounded(LEFT + (most > 0 ? value / most : 0) * (WIDTH - LEFT - RIGHT));
  const nodes: SvgNode[] = [];
  let top = TOP;
  for (const { label, spans } of rows) {
    const height = spans.length * BAR;
    nodes.push(labelAt(LEFT - 12, top + height / 2 + 4, 'end', shortened(label, LONGEST_LABEL)));
    spans.forEach((span, index) => nodes.push(...barWithValue(span, top + index * BAR, index, xOf, shown)));
    top += height + GAP;
  }
  const floor = top;
  const axis: SvgNode[] = [
    { kind: 'path', path: `M${LEFT} ${floor}H${WIDTH - RIGHT}`, stroke: 'axis' },
    ...evenTicks(most, 5).flatMap((tick): SvgNode[] => [
      { kind: 'path', path: `M${xOf(tick)} ${floor}v4`, stroke: 'axis' },
      noteAt(xOf(tick), floor + 17, 'middle', shown(tick)),
    ]),
  ];
  return { width: WIDTH, height: floor + FOOT, nodes: [...axis, ...nodes, ...limitNodes(limit, floor, xOf)] };
}

function barWithValue(
  { start, length }: Span,
  y: number,
  index: number,
  xOf: (value: number) => number,
  shown: (value: number) => string,
): SvgNode[] {
  const end = xOf(start + length);
  // What is there at all is seen.
  const width = Math.max(1, rounded(end - xOf(start)));
  return [
    {
      kind: 'rectangle',
      look: LOOKS[index] ?? 'second',
      x: xOf(start),
      y: y + PADDING,
      width,
      height: BAR - 2 * PADDING,
    },
    noteAt(end + 6, y + BAR - 3, 'start', shown(length)),
  ];
}

function limitNodes(limit: Waterfall['limit'], floor: number, xOf: (value: number) => number): SvgNode[] {
  if (limit === undefined) return [];
  const x = xOf(limit.at);
  return [
    { kind: 'path', path: `M${x} ${TOP - 8}V${floor}`, stroke: 'reference' },
    noteAt(x, TOP - 12, x > WIDTH / 2 ? 'end' : 'start', limit.label),
  ];
}
