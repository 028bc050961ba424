import { expect, test } from 'vitest';
import { type ShareMatrix, shareMatrix } from './share-matrix.ts';

const percent = (share: number) => `${Math.round(share * 100)} %`;
const matrix: ShareMatrix = {
  names: ['cat', 'dog', 'a name that is far too long for its place'],
  rows: [[1, 0, 0], [0.25, 0.75, 0], null],
  rowLabel: 'One says',
  columnLabel: 'another says',
};

test('a cell for each share, as dark as it is large, with the share in words', () => {
  const { nodes, width, height } = shareMatrix(matrix, percent);
  const heat = nodes.flatMap((node) => (node.kind === 'rectangle' && node.look === 'heat' ? [node] : []));
  expect(heat.map(({ strength }) => strength)).toEqual([0.5, 0, 0, 0.125, 0.375, 0]);
  expect(new Set(heat.map(({ y }) => y)).size).toBe(2);
  const texts = nodes.flatMap((node) => (node.kind === 'text' ? [node.text] : []));
  expect(texts).toContain('75 %');
  expect(texts).toContain('One says ↓');
  for (const { x, y, width: wide, height: high } of heat) {
    expect(x + wide).toBeLessThanOrEqual(width);
    expect(y + high).toBeLessThanOrEqual(height);
  }
});

test('a long name is cut to its place', () => {
  const { nodes } = shareMatrix(matrix, percent);
  const long = nodes.flatMap((node) => (node.kind === 'text' && node.text.startsWith('a na') ? [node.text] : []));
  expect(long).toHaveLength(2);
  for (const text of long) expect(text).toMatch(/^.{2,15}…$/);
});

test('many categories stay within the picture', () => {
  const names = Array.from({ length: 12 }, (_, index) => `label ${index}`);
  const { nodes, width } = shareMatrix({ ...matrix, names, rows: names.map(() => names.map(() => 1 / 12)) }, percent);
  const places = nodes.flatMap((node) => (node.kind === 'path' ? [] : [node.x]));
  expect(Math.max(...places)).toBeLessThanOrEqual(width);
});
