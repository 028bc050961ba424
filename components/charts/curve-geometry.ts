export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Tick {
  readonly value: number;
  /** Pixels from the left or the top of the frame. */
  readonly at: number;
}

export interface CurveGeometry {
  /** The `d` of an SVG path. */
  readonly path: string;
  readonly marker: Point;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly yOf: (share: number) => number;
}

const Y_TICKS = [0, 0.5, 1];

/**
 * Where a curve of shares (0 to 1) over a logarithmic axis lies in a frame of pixels. Ticks stand at the powers of ten
 * within the range, or at its ends when it holds none.
 */
export function curveGeometry(points: readonly Point[], marker: Point, frame: Frame): CurveGeometry {
  const low = Math.log10(points[0]?.x ?? 1);
  const high = Math.log10(points.at(-1)?.x ?? 10);
  const xOf = (x: number) => {
    const share = high === low ? 0.5 : (Math.log10(x) - low) / (high - low);
    return frame.left + share * (frame.width - frame.left - frame.right);
  };
  const yOf = (share: number) => frame.height - frame.bottom - share * (frame.height - frame.top - frame.bottom);
  const place = ({ x, y }: Point): Point => ({ x: rounded(xOf(x)), y: rounded(yOf(y)) });
  return {
    path: points
      .map(place)
      .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`)
      .join(''),
    marker: place(marker),
    xTicks: powersOfTen(low, high).map((value) => ({ value, at: rounded(xOf(value)) })),
    yTicks: Y_TICKS.map((value) => ({ value, at: rounded(yOf(value)) })),
    yOf: (share) => rounded(yOf(share)),
  };
}

/** Evenly spaced on a logarithmic axis, both ends included. */
export function logarithmicSteps(from: number, to: number, count: number): number[] {
  const ratio = Math.log(to / from) / (count - 1);
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? to : from * Math.exp(ratio * index)));
}

function powersOfTen(low: number, high: number): number[] {
  const first = Math.ceil(low - 1e-9);
  const last = Math.floor(high + 1e-9);
  const powers = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => 10 ** (first + index));
  return powers.length > 1 ? powers : [10 ** low, 10 ** high];
}

function rounded(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
