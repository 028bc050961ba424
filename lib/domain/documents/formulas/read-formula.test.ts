import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Formula } from './formula.ts';
import { formulaTex } from './formula-tex.ts';
import { readFormula } from './read-formula.ts';

const read = (source: string): Formula => {
  const formula = readFormula(source);
  if (formula === null) throw new Error(`${source} was not read`);
  return formula;
};

const name = (text: string) => ({ kind: 'name', text, upright: false });
const sign = (text: string) => ({ kind: 'operator', text });
const number = (text: string) => ({ kind: 'number', text });

test('fractions, scripts, roots and brackets make a tree', () => {
  expect(read(String.raw`\hat{p} \pm z\sqrt{\frac{p(1-p)}{n}}`)).toEqual({
    kind: 'row',
    parts: [
      { kind: 'accent', mark: 'hat', over: name('p') },
      sign('±'),
      name('z'),
      {
        kind: 'root',
        of: {
          kind: 'fraction',
          over: { kind: 'row', parts: [name('p'), sign('('), number('1'), sign('−'), name('p'), sign(')')] },
          under: name('n'),
        },
      },
    ],
  });
  expect(read(String.raw`\sum_{i=1}^n x_i^2`)).toEqual({
    kind: 'row',
    parts: [
      {
        kind: 'scripts',
        base: { kind: 'large', text: '∑', limits: true },
        sub: { kind: 'row', parts: [name('i'), sign('='), number('1')] },
        sup: name('n'),
      },
      { kind: 'scripts', base: name('x'), sub: name('i'), sup: number('2') },
    ],
  });
  expect(read(String.raw`\left[0, \sqrt[3]{x'}\right.`)).toMatchObject({ kind: 'fenced', open: '[', close: '' });
  expect(read(String.raw`\mathbb{E} \text{ of the loss}`)).toMatchObject({
    parts: [{ text: '𝔼' }, { kind: 'text', text: ' of the loss' }],
  });
});

test('rows of cells make a matrix, and short ones are filled up', () => {
  const matrix = read(String.raw`\begin{pmatrix} a & -1 \\ x^2 \cr \end{pmatrix}`);
  expect(matrix).toEqual({
    kind: 'matrix',
    form: 'pmatrix',
    rows: [
      [name('a'), { kind: 'row', parts: [sign('−'), number('1')] }],
      [
        { kind: 'scripts', base: name('x'), sup: number('2') },
        { kind: 'row', parts: [] },
      ],
    ],
  });
  expect(read(String.raw`f(x) = \begin{cases} 1 & x > t \\ 0 & \text{else} \end{cases}`)).toMatchObject({
    parts: [
      {},
      {},
      {},
      {},
      {},
      {
        kind: 'matrix',
        form: 'cases',
        rows: [
          [number('1'), {}],
          [number('0'), {}],
        ],
      },
    ],
  });
  expect(read(String.raw`\begin{bmatrix} \begin{vmatrix} a \end{vmatrix} & b \end{bmatrix}^T`)).toMatchObject({
    kind: 'scripts',
    base: { form: 'bmatrix', rows: [[{ form: 'vmatrix' }, name('b')]] },
  });
});

test('scripts bind to one thing: of 12 the whole number, of ab the b', () => {
  expect(read('12^2')).toEqual({ kind: 'scripts', base: number('12'), sup: number('2') });
  expect(read('ab^2')).toMatchObject({ parts: [name('a'), { base: name('b') }] });
});

describe('what is outside of the subset is not read', () => {
  test.each([
    String.raw`\begin{align} a & b \end{align}`,
    String.raw`\begin{pmatrix} a \end{bmatrix}`,
    String.raw`\begin{pmatrix} a & b`,
    String.raw`\begin{pmatrix} & \\ & \end{pmatrix}`,
    String.raw`\begin{cases} a & b & c \end{cases}`,
    String.raw`\left( a & b \right)`,
    String.raw`a \\ b`,
    String.raw`\def\x{y}`,
    String.raw`\href{javascript:alert(1)}{x}`,
    String.raw`\includegraphics{/etc/passwd}`,
    String.raw`\text{<b>}`,
    String.raw`\frac{1}`,
    String.raw`\left( x`,
    String.raw`\left< x \right>`,
    String.raw`\mathbb{r}`,
    'x_1_2',
    "x'^2",
    '^2',
    '{x',
    'x}',
    'a & b',
    'a # b',
    '"',
    '`',
    ' ',
    '{'.repeat(40) + '}'.repeat(40),
    '\\sqrt'.repeat(400),
    'x'.repeat(2_001),
  ])('%j', (source) => {
    expect(readFormula(source)).toBeNull();
  });
});

const tokens = [
  String.raw`\frac`, String.raw`\sqrt`, String.raw`\left(`, String.raw`\right)`, String.raw`\sum`, String.raw`\alpha`, String.raw`\text{a b}`,
  String.raw`\mathbb{R}`, String.raw`\hat`, String.raw`\log`, String.raw`\operatorname{rank}`, String.raw`\,`, '{', '}', '[', ']', '^', '_', "'", 'x', '12.5', '+', '<', '|', '~', '\n',
  String.raw`\begin{pmatrix}`, String.raw`\end{pmatrix}`, String.raw`\begin{cases}`, String.raw`\end{cases}`, String.raw`\\`, String.raw`\cr`, '&',
]; // prettier-ignore

/** Chance alone hardly ever closes what it has opened. */
const matrix = fc
  .array(fc.constantFrom('x', '12', '&', String.raw`\\`, String.raw`\cr`, String.raw`\frac12`, '+'), { maxLength: 12 })
  .map((parts) => String.raw`\begin{pmatrix} ${parts.join(' ')} \end{pmatrix}`);

const notation = fc.oneof(
  fc.array(fc.constantFrom(...tokens), { maxLength: 30 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  matrix,
);

test('no notation breaks or hangs the reader', () => {
  fc.assert(
    fc.property(notation, (source) => {
      const formula = readFormula(source);
      expect(formula === null || typeof formula.kind === 'string').toBe(true);
    }),
    { numRuns: 3_000 },
  );
  const start = performance.now();
  for (const source of [
    '{'.repeat(2_000),
    'x_'.repeat(1_000),
    '\\left('.repeat(300),
    "'".repeat(2_000),
    String.raw`\begin{matrix}`.repeat(140),
    ' '.repeat(2_000),
  ]) {
    expect(readFormula(source)).toBeNull();
  }
  expect(performance.now() - start).toBeLessThan(500);
});

describe('written again', () => {
  test.each([
    [String.raw`x_i^2 \le \frac12`, String.raw`x _ { i } ^ { 2 } \le \frac{ 1 }{ 2 }`],
    ['a<b|c', String.raw`a \lt b \vert c`],
    [String.raw`\begin{bmatrix}1&0\\0&1\end{bmatrix}`, String.raw`\begin{bmatrix} 1 & 0 \cr 0 & 1 \end{bmatrix}`],
    [String.raw`\max_x \{ y \}`, String.raw`\max _ { x } \{ y \}`],
  ])('%s', (source, written) => {
    expect(formulaTex(read(source))).toBe(written);
  });

  test('a formula is the same formula, and has no mark of Markdown or HTML', () => {
    fc.assert(
      fc.property(notation, (source) => {
        const formula = readFormula(source);
        if (formula === null) return;
        const written = formulaTex(formula);
        // An ampersand with a space after it begins no entity.
        expect(written).not.toMatch(/[<>`*$|#"]|&(?! )|\\\\|\]\(|!\[|https?:/);
        expect(formulaTex(read(written))).toBe(written);
      }),
      { numRuns: 3_000 },
    );
  });
});
