import type { Formula, MatrixForm } from './formula.ts';
import { accents, brackets, doubleStruck, matrixBrackets, symbols } from './symbols.ts';

/** In characters; longer ones are no formulas that anybody reads. */
export const LONGEST_FORMULA = 2_000;
/** Of groups within groups: every renderer recurses over them. */
const DEEPEST = 16;

/** Letters, digits and plain punctuation: what can do nothing in any format. */
const WORDS = /^[\p{Letter}\p{Number} .,;:!?()'/%+=-]*$/u;

const END = String.raw`\end`;
/** `\cr` is the older name of `\\`, and no escape of Markdown. */
const ROW_ENDS: ReadonlySet<string> = new Set([String.raw`\\`, String.raw`\cr`]);
const CELL_ENDS: ReadonlySet<string> = new Set([...ROW_ENDS, '&', END]);
const NOTHING: Formula = { kind: 'row', parts: [] };

/** Says that a formula is outside of the subset; never leaves this file. */
class OutsideError extends Error {}

/**
 * Reads TeX notation: fractions, scripts, roots, Greek, sums and integrals with limits, functions, text, accents,
 * brackets that grow, matrices and cases (docs/file-format.md lists it). Null for everything beyond, which is then shown
 * as it was typed.
 */
export function readFormula(source: string): Formula | null {
  if (source.length > LONGEST_FORMULA || source.trim() === '') return null;
  try {
    return new Reader(source).whole();
  } catch (error) {
    if (error instanceof OutsideError) return null;
    throw error;
  }
}

const TOKEN = /\\[a-zA-Z]+|\\[^a-zA-Z]|\d+(?:\.\d+)?|[^\s~]|~/uy;

/** One pass from left to right, a token at a time. */
class Reader {
  readonly #source: string;
  #at = 0;
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  whole(): Formula {
    const formula = this.#row(() => this.#peek() === null);
    if (this.#peek() !== null || isEmpty(formula)) throw new OutsideError();
    return formula;
  }

  #peek(): string | null {
    const start = this.#at;
    const token = this.#next();
    this.#at = start;
    return token;
  }

  #next(): string | null {
    while (/\s/.test(this.#source[this.#at] ?? '')) this.#at += 1;
    TOKEN.lastIndex = this.#at;
    const token = TOKEN.exec(this.#source)?.[0] ?? null;
    this.#at += token?.length ?? 0;
    return token;
  }

  #expect(wanted: string): void {
    if (this.#next() !== wanted) throw new OutsideError();
  }

  #row(isOver: () => boolean): Formula {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new OutsideError();
    const parts: Formula[] = [];
    while (!isOver()) {
      const part = this.#scripted();
      if (!isEmpty(part)) parts.push(part);
    }
    this.#depth -= 1;
    const [only, ...others] = parts;
    return only !== undefined && others.length === 0 ? only : { kind: 'row', parts };
  }

  /** One thing with what stands below and above it, in either order, each at most once. */
  #scripted(): Formula {
    const base = this.#one();
    let sub: Formula | undefined;
    let sup: Formula | undefined;
    for (let sign = this.#peek(); sign === '_' || sign === '^' || sign === "'"; sign = this.#peek()) {
      if (sign === '_' ? sub !== undefined : sup !== undefined) throw new OutsideError();
      if (sign === "'") {
        sup = this.#primes();
        continue;
      }
      this.#next();
      if (sign === '_') sub = this.#argument();
      else sup = this.#argument();
    }
    if (sub === undefined && sup === undefined) return base;
    return { kind: 'scripts', base, ...(sub === undefined ? {} : { sub }), ...(sup === undefined ? {} : { sup }) };
  }

  #primes(): Formula {
    let text = '';
    for (; this.#peek() === "'"; this.#next()) text += '′';
    return { kind: 'operator', text };
  }

  /** What a script or a command takes: a group, or the next thing alone. */
  #argument(): Formula {
    const token = this.#peek();
    if (token === null || !/^\d/.test(token)) return token === '{' ? this.#group() : this.#one();
    // As in TeX, one digit: 'x^12' is x to the first, times two.
    this.#next();
    this.#at -= token.length - 1;
    return { kind: 'number', text: token.charAt(0) };
  }

  #group(): Formula {
    this.#expect('{');
    const formula = this.#row(() => this.#peek() === '}' || this.#peek() === null);
    this.#expect('}');
    return formula;
  }

  #one(): Formula {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new OutsideError();
    const read = this.#unnested();
    this.#depth -= 1;
    return read;
  }

  #unnested(): Formula {
    if (this.#peek() === '{') return this.#group();
    const token = this.#next();
    if (token === null) throw new OutsideError();
    if (token.startsWith('\\')) return this.#command(token.slice(1));
    if (/^\d/.test(token)) return { kind: 'number', text: token };
    if (/^\p{Letter}$/u.test(token)) return { kind: 'name', text: token, upright: false };
    if (token === '~') return { kind: 'space', width: 1 / 3 };
    if ('+-=<>()[]|/,;:!.*'.includes(token)) return { kind: 'operator', text: signs[token] ?? token };
    throw new OutsideError();
  }

  #command(name: string): Formula {
    const symbol = symbols.get(name);
    if (symbol !== undefined) return symbol;
    const mark = accents.get(name);
    if (mark !== undefined) return { kind: 'accent', mark, over: this.#argument() };
    switch (name) {
      case 'frac':
      case 'dfrac':
      case 'tfrac':
        return { kind: 'fraction', over: this.#argument(), under: this.#argument() };
      case 'sqrt':
        return this.#root();
      case 'left':
        return this.#fenced();
      case 'begin':
        return this.#matrix();
      case 'text':
      case 'textrm':
        return { kind: 'text', text: this.#words() };
      case 'operatorname':
        return { kind: 'large', text: this.#words().trim(), limits: false };
      case 'mathrm':
        return { kind: 'name', text: this.#words().trim(), upright: true };
      case 'mathbb':
        return { kind: 'name', text: doubleStruck(this.#capital()), upright: true };
      default:
        throw new OutsideError();
    }
  }

  #root(): Formula {
    if (this.#peek() !== '[') return { kind: 'root', of: this.#argument() };
    this.#next();
    const degree = this.#row(() => this.#peek() === ']' || this.#peek() === null);
    this.#expect(']');
    return { kind: 'root', degree, of: this.#argument() };
  }

  #fenced(): Formula {
    const open = this.#bracket();
    const content = this.#row(() => this.#peek() === String.raw`\right` || this.#peek() === null);
    this.#expect(String.raw`\right`);
    return { kind: 'fenced', open, close: this.#bracket(), content };
  }

  #matrix(): Formula {
    const form = this.#matrixForm();
    const rows = [this.#cells()];
    for (; ROW_ENDS.has(this.#peek() ?? ''); rows.push(this.#cells())) this.#next();
    this.#expect(END);
    if (this.#matrixForm() !== form) throw new OutsideError();
    // The last row may end like the others, with nothing after it.
    const filledRows = rows.slice(0, rows.findLastIndex((cells) => !cells.every(isEmpty)) + 1);
    const widest = Math.max(0, ...filledRows.map((cells) => cells.length));
    if (widest === 0 || (form === 'cases' && widest > 2)) throw new OutsideError();
    const filled = (cells: readonly Formula[]) =>
      Array.from({ length: widest }, (_, column) => cells[column] ?? NOTHING);
    return { kind: 'matrix', form, rows: filledRows.map(filled) };
  }

  #cells(): Formula[] {
    const isOver = () => CELL_ENDS.has(this.#peek() ?? END);
    const cells = [this.#row(isOver)];
    for (; this.#peek() === '&'; cells.push(this.#row(isOver))) this.#next();
    return cells;
  }

  #matrixForm(): MatrixForm {
    const name = this.#words();
    if (!isMatrixForm(name)) throw new OutsideError();
    return name;
  }

  #bracket(): string {
    const bracket = brackets.get(this.#next() ?? '');
    if (bracket === undefined) throw new OutsideError();
    return bracket;
  }

  /** The group as it is typed: spaces count in it. */
  #words(): string {
    this.#expect('{');
    const end = this.#source.indexOf('}', this.#at);
    const words = this.#source.slice(this.#at, end);
    if (end === -1 || words.trim() === '' || !WORDS.test(words)) throw new OutsideError();
    this.#at = end + 1;
    return words;
  }

  #capital(): string {
    const letters = this.#peek() === '{' ? this.#words() : (this.#next() ?? '');
    if (!/^[A-Z]$/.test(letters)) throw new OutsideError();
    return letters;
  }
}

function isMatrixForm(name: string): name is MatrixForm {
  return Object.hasOwn(matrixBrackets, name);
}

function isEmpty(formula: Formula): boolean {
  return formula.kind === 'row' && formula.parts.every(isEmpty);
}

/** A hyphen is a minus here, and a star an operator. */
const signs: Readonly<Record<string, string>> = { '-': '−', '*': '∗' };
