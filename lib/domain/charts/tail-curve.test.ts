import { expect, test } from 'vitest';
import { drawTailCurve, tailX } from './tail-curve.ts';

const shown = (value: number): string => String(value);
const picture = drawTailCurve(
  {
    points: [
      { q: 0, value: 10 },
      { q: 0.5, value: 20 },
      { q: 0.99, value: 100 },
      { q: 1, value: 400 },
    ],
    marks: [
      { q: 0.5, value: 20, name: 'p50', interval: [15, 30] },
      { q: 0.99, value: 100, name: 'p99', interval: [80, null] },
    ],
  },
  shown,
);

test('the last percent has a third of the width', () => {
  const width = tailX(1) - tailX(0);
  expect((tailX(1) - tailX(0.99)) / width).toBeCloseTo(1 / 3, 3);
  expect((tailX(0.495) - tailX(0)) / width).toBeCloseTo(1 / 3, 3);
});

test('the curve rises from the left to the upper right', () => {
  const curve = picture.nodes.find((node) => node.kind === 'path' && node.stroke === 'first');
  expect(curve?.kind === 'path' && curve.path).toMatch(/^M56 \S+L\S+ \S+L\S+ \S+L668 20$/);
});

test('an interval has a cap at each end that it has', () => {
  const lines = picture.nodes.filter((node) => node.kind === 'path' && node.stroke === 'second');
  expect(lines.map((node) => (node.kind === 'path' ? node.path.match(/h8/g)?.length : 0))).toEqual([2, 1]);
  expect(lines[1]?.kind === 'path' && lines[1].path).toContain('V20');
});

test('the axis is marked from 0, and the asked percentiles are named', () => {
  const texts = picture.nodes.flatMap((node) => (node.kind === 'text' ? [node.text] : []));
  expect(texts).toEqual(expect.arrayContaining(['0', '100', '400', 'p50', 'p99']));
});

test('names that would run into each other are left out, the one nearer to the tail stays', () => {
  const mark = (q: number, name: string) => ({ q, value: 1, name, interval: [null, null] as const });
  const { nodes } = drawTailCurve(
    { points: [], marks: [mark(0.9, 'p90'), mark(0.95, 'p95'), mark(0.99, 'p99')] },
    shown,
  );
  const names = nodes.flatMap((node) => (node.kind === 'text' && node.text.startsWith('p') ? [node.text] : []));
  expect(names).toEqual(['p99', 'p90']);
});
