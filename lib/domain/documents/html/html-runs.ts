import type { Inline, ValueRun } from '#lib/domain/documents/document.ts';
import { mathml, type MathElement } from '#lib/domain/documents/formulas/formula-mathml.ts';
import type { Formula } from '#lib/domain/documents/formulas/formula.ts';
import { basisMarks } from '#lib/domain/documents/runs.ts';
import { NARROW_SPACE } from '#lib/domain/quantities/format-number.ts';
import { element, type Content, type Html } from './element.ts';

/** Running text. */
export function inline(content: readonly Inline[]): Content {
  return content.map(run);
}

function run(part: Inline): Content {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return element('code', {}, part.text);
    case 'formula':
      return formula(part.formula, false);
    case 'break':
      return element('br');
    case 'value':
      return value(part);
    case 'link':
      return element('a', { href: part.href, rel: 'noreferrer' }, inline(part.content));
    case 'strong':
      return element('strong', {}, inline(part.content));
    case 'emphasis':
      return element('em', {}, inline(part.content));
    case 'struck':
      return element('s', {}, inline(part.content));
  }
}

/** Read out as a word: a mark alone says nothing to who does not see it. */
function value({ state, basis, text }: ValueRun): Content {
  switch (state) {
    case 'answered': {
      const mark = basis === undefined ? '' : basisMarks[basis];
      if (mark === '') return text;
      const sign = element('span', { class: 'basis', 'aria-hidden': 'true' }, NARROW_SPACE, mark);
      return [text, sign, unseen(` (${basis ?? ''})`)];
    }
    case 'unanswered':
    case 'unknown':
      return element('em', { class: 'open' }, text);
    case 'unreadable':
      return [`“${text}” `, element('em', { class: 'open' }, '(not readable)')];
  }
}

export function unseen(text: string): Html {
  return element('span', { class: 'unseen' }, text);
}

export function formula(of: Formula, display: boolean): Html {
  return math(mathml(of, display));
}

function math({ name, attributes, content }: MathElement): Html {
  return element(
    name,
    attributes,
    content.map((part) => (typeof part === 'string' ? part : math(part))),
  );
}
