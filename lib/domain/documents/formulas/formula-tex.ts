import type { Formula } from './formula.ts';
import { brackets, doubleStruck, symbols } from './symbols.ts';

/**
 * The formula in TeX notation again, for formats that set it themselves. Written from the tree, with a space after each
 * token, so that nothing in it is a mark of the format: no brackets that meet, no word, no sign of HTML.
 */
export function formulaTex(formula: Formula): string {
  switch (formula.kind) {
    case 'row':
      return formula.parts.map(formulaTex).join(' ');
    case 'number':
      return formula.text;
    case 'name':
      return nameTex(formula.text, formula.upright);
    case 'operator':
      return commandOf(formula.text) ?? formula.text;
    case 'large':
      return commandOf(formula.text) ?? `\\operatorname{${formula.text}}`;
    case 'text':
      return `\\text{${formula.text}}`;
    case 'space':
      return formula.width >= 1 ? '\\quad' : '~';
    case 'fraction':
      return `\\frac{ ${formulaTex(formula.over)} }{ ${formulaTex(formula.under)} }`;
    case 'root': {
      const degree = formula.degree === undefined ? '' : `[ ${formulaTex(formula.degree)} ]`;
      return `\\sqrt${degree}{ ${formulaTex(formula.of)} }`;
    }
    case 'scripts': {
      const sub = formula.sub === undefined ? '' : ` _ { ${formulaTex(formula.sub)} }`;
      const sup = formula.sup === undefined ? '' : ` ^ { ${formulaTex(formula.sup)} }`;
      return `{ ${formulaTex(formula.base)} }${sub}${sup}`.replace(/^\{ (\w|\\[a-zA-Z]+) \}/, '$1');
    }
    case 'accent':
      return `\\${formula.mark}{ ${formulaTex(formula.over)} }`;
    case 'fenced': {
      const content = formulaTex(formula.content);
      return `\\left ${bracketTex(formula.open)} ${content} \\right ${bracketTex(formula.close)}`;
    }
    case 'matrix': {
      // Not `\\\\`, of which Markdown makes one backslash.
      const rows = formula.rows.map((cells) => cells.map(formulaTex).join(' & ')).join(' \\cr ');
      return `\\begin{${formula.form}} ${rows} \\end{${formula.form}}`;
    }
  }
}

function nameTex(text: string, upright: boolean): string {
  const command = commandOf(text) ?? struck.get(text);
  if (command !== undefined) return command;
  return upright ? `\\mathrm{${text}}` : text;
}

/** Signs that mark something in HTML or in a table are commands; so is whatever has one. */
function commandOf(text: string): string | undefined {
  return /^′+$/.test(text) ? Array.from(text, () => '\\prime').join(' ') : commands.get(text);
}

const commands: ReadonlyMap<string, string> = new Map(
  // The first name of a sign comes last, and stays.
  [...symbols].toReversed().flatMap(([name, symbol]) => {
    if (symbol.kind === 'space' || symbol.text === ':') return [];
    return [[symbol.text, `\\${name}`] as const];
  }),
);

const struck: ReadonlyMap<string, string> = new Map(
  Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => [doubleStruck(letter), `\\mathbb{${letter}}`] as const),
);

function bracketTex(bracket: string): string {
  if (bracket === '|') return '\\vert';
  for (const [command, sign] of brackets) if (sign === bracket) return command;
  return '.';
}
