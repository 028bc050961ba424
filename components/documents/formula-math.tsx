import { createElement, type ReactNode } from 'react';
import { mathml, type MathElement } from '#lib/domain/documents/formulas/formula-mathml.ts';
import type { Formula } from '#lib/domain/documents/formulas/formula.ts';

interface FormulaMathProps {
  readonly formula: Formula;
  /** Stands alone, and not in a line. */
  readonly display?: boolean;
}

/** A formula in MathML. */
export function FormulaMath({ formula, display = false }: FormulaMathProps) {
  const { name, attributes, content } = mathml(formula, display);
  const look = display ? { className: 'my-4 text-t-3' } : {};
  return createElement(name, { ...attributes, ...look }, ...content.map(shown));
}

/** The types of React know no elements of MathML. */
function shown(part: MathElement | string): ReactNode {
  if (typeof part === 'string') return part;
  const { class: className, ...attributes } = part.attributes;
  return createElement(part.name, { ...attributes, className }, ...part.content.map(shown));
}
