import type { AccentMark, Formula } from './formula.ts';
import { matrixBrackets } from './symbols.ts';

/** An element of MathML Core (w3.org/TR/mathml-core), which browsers set and read out by themselves. */
export interface MathElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly (MathElement | string)[];
}

/** A formula in MathML; `display` where it stands alone, and not in a line. */
export function mathml(formula: Formula, display: boolean): MathElement {
  return element('math', display ? { display: 'block' } : {}, drawn(formula, display));
}

const ACCENTS: Readonly<Record<AccentMark, string>> = { hat: '^', bar: '¯', tilde: '~', vec: '→', dot: '˙' };

/** Scripts of a large sign are limits above and below where the formula stands alone. */
function drawn(formula: Formula, display: boolean): MathElement {
  const inner = (part: Formula) => drawn(part, display);
  switch (formula.kind) {
    case 'row':
      return element('mrow', {}, ...formula.parts.map(inner));
    case 'number':
      return element('mn', {}, formula.text);
    case 'name':
      return element('mi', formula.upright ? { mathvariant: 'normal' } : {}, formula.text);
    case 'operator':
      // What grows says so itself: a bracket of a line stays as high as the line.
      return element('mo', { stretchy: 'false' }, formula.text);
    case 'large':
      return isWord(formula.text)
        ? element('mrow', {}, element('mi', {}, formula.text), element('mspace', { width: '0.17em' }))
        : element('mo', { largeop: display ? 'true' : 'false', movablelimits: 'false' }, formula.text);
    case 'text':
      return element('mtext', {}, formula.text.replaceAll(' ', '\u00a0'));
    case 'space':
      return element('mspace', { width: `${formula.width.toFixed(2)}em` });
    case 'fraction':
      return element('mfrac', {}, inner(formula.over), inner(formula.under));
    case 'root':
      return formula.degree === undefined
        ? element('msqrt', {}, inner(formula.of))
        : element('mroot', {}, inner(formula.of), inner(formula.degree));
    case 'scripts':
      return scripts(formula, display);
    case 'accent':
      return element('mover', { accent: 'true' }, inner(formula.over), element('mo', {}, ACCENTS[formula.mark]));
    case 'fenced':
      return element(
        'mrow',
        {},
        ...fence(formula.open, 'prefix'),
        inner(formula.content),
        ...fence(formula.close, 'postfix'),
      );
    case 'matrix':
      return matrix(formula);
  }
}

function scripts({ base, sub, sup }: Extract<Formula, { kind: 'scripts' }>, display: boolean): MathElement {
  const [below, above] = display && base.kind === 'large' && base.limits ? ['under', 'over'] : ['sub', 'sup'];
  const parts = [base, ...(sub === undefined ? [] : [sub]), ...(sup === undefined ? [] : [sup])];
  const name = `m${sub === undefined ? '' : below}${sup === undefined ? '' : above}`;
  return element(name, {}, ...parts.map((part) => drawn(part, display)));
}

/** Cells are set as in a line, so that the rows stay together. */
function matrix({ form, rows }: Extract<Formula, { kind: 'matrix' }>): MathElement {
  const [open, close] = matrixBrackets[form];
  const look: Readonly<Record<string, string>> = form === 'cases' ? { class: 'text-left' } : {};
  const cells = rows.map((row) => element('mtr', {}, ...row.map((cell) => element('mtd', look, drawn(cell, false)))));
  return element('mrow', {}, ...fence(open, 'prefix'), element('mtable', {}, ...cells), ...fence(close, 'postfix'));
}

function fence(bracket: string, form: 'prefix' | 'postfix'): MathElement[] {
  return bracket === '' ? [] : [element('mo', { form, fence: 'true', stretchy: 'true' }, bracket)];
}

function isWord(text: string): boolean {
  return /^[\p{Letter} ]+$/u.test(text);
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...content: (MathElement | string)[]
): MathElement {
  return { name, attributes, content };
}
