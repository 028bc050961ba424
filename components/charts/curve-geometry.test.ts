import { describe, expect, test } from 'vitest';

import { curveGeometry, logarithmicSteps } from './curve-geometry.ts';

const frame = { width: 120, height: 60, left: 10, right: 10, top: 5, bottom: 5 };

describe('a curve in its frame', () => {
  const points = [
    { x: 1, y: 0 },
    { x: 10, y: 0.5 },
    { x: 100, y: 1 },
  ];
  const geometry = curveGeometry(points, { x: 10, y: 0.5 }, frame);

  test('runs from the lower left to the upper right', () => {
    expect(geometry.path).toBe('M10 55L60 30L110 5');
    expect(geometry.marker).toEqual({ x: 60, y: 30 });
  });

  test('has a tick at every power of ten and at nothing, half and all', () => {
    expect(geometry.xTicks).toEqual([
      { value: 1, at: 10 },
      { value: 10, at: 60 },
      { value: 100, at: 110 },
    ]);
    expect(geometry.yTicks.map(({ at }) => at)).toEqual([55, 30, 5]);
  });

  test('a range within one power of ten is marked at its ends', () => {
    const narrow = curveGeometry(
      [
        { x: 20, y: 0 },
        { x: 80, y: 1 },
      ],
      { x: 40, y: 0.5 },
      frame,
    );
    expect(narrow.xTicks.map(({ value }) => Math.round(value))).toEqual([20, 80]);
  });
});

test('logarithmic steps keep one ratio and end exactly', () => {
  const steps = logarithmicSteps(1, 1000, 4);
  expect(steps.map((step) => Math.round(step))).toEqual([1, 10, 100, 1000]);
  expect(steps.at(-1)).toBe(1000);
});
