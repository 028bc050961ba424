import { expect, test } from 'vitest';
import type { SvgNode } from './svg-tree.ts';
import { drawWaterfall } from './waterfall.ts';

const shown = (value: number): string => `${Math.round(value)} ms`;
const of = <Kind extends SvgNode['kind']>(nodes: readonly SvgNode[], kind: Kind) =>
  nodes.filter((node): node is Extract<SvgNode, { kind: Kind }> => node.kind === kind);

const picture = drawWaterfall(
  {
    rows: [
      {
        label: 'Fetch',
        spans: [
          { start: 0, length: 10 },
          { start: 0, length: 20 },
        ],
      },
      {
        label: 'Model',
        spans: [
          { start: 10, length: 30 },
          { start: 20, length: 80 },
        ],
      },
      {
        label: 'Whole',
        spans: [
          { start: 0, length: 40 },
          { start: 0, length: 100 },
        ],
      },
    ],
    limit: { at: 50, label: 'at most 50 ms' },
  },
  shown,
);

test('a row begins where the one before it ends, and the longest fills the width', () => {
  const bars = of(picture.nodes, 'rectangle');
  expect(bars).toHaveLength(6);
  expect(bars[2]?.x).toBeCloseTo((bars[0]?.x ?? 0) + (bars[0]?.width ?? 0), 6);
  expect(bars[3]?.x).toBeCloseTo((bars[1]?.x ?? 0) + (bars[1]?.width ?? 0), 6);
  expect((bars[5]?.x ?? 0) + (bars[5]?.width ?? 0)).toBeCloseTo(picture.width - 84, 6);
  expect(bars.map(({ look }) => look)).toEqual(['first', 'second', 'first', 'second', 'first', 'second']);
});

test('lengths are in proportion, from 0', () => {
  const widths = of(picture.nodes, 'rectangle').map(({ width }) => width);
  expect((widths[3] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(8, 1);
});

test('every bar says its value, every row its name, within the picture', () => {
  const texts = of(picture.nodes, 'text');
  for (const text of ['Fetch', 'Model', 'Whole', '10 ms', '20 ms', '30 ms', '80 ms', 'at most 50 ms']) {
    expect(texts.map((node) => node.text)).toContain(text);
  }
  for (const { x, y } of texts) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(picture.width);
    expect(y).toBeLessThanOrEqual(picture.height);
  }
});

test('the limit lies at its value', () => {
  const line = of(picture.nodes, 'path').find(({ stroke }) => stroke === 'reference');
  const half = 136 + (680 - 136 - 84) / 2;
  expect(line?.path).toMatch(new RegExp(`^M${half} `));
});

test('nothing at all is still a picture, and a long name is cut', () => {
  const empty = drawWaterfall(
    { rows: [{ label: 'A name that is much too long', spans: [{ start: 0, length: 0 }] }] },
    shown,
  );
  expect(of(empty.nodes, 'rectangle')[0]?.width).toBe(1);
  expect(of(empty.nodes, 'text')[1]?.text).toBe('A name that is much…');
});
