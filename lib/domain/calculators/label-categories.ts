import { AppError } from '../errors.ts';
import type { LabelAgreementInput } from './label-agreement-contract.ts';

type Label = string | number;

/** The categories in their order, and how a label is found among them. */
export interface LabelCategories {
  readonly names: readonly string[];
  /** The number that each stands for, on the scales that compute with them. */
  readonly values: readonly number[];
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * One name for what is the same label: 2 and '2', and on the scales of numbers '2.0' too.
 *
 * @param where the rating, for the message
 * @throws AppError 'bad-input' for a label that is no number where the scale computes with it
 */
export function labelName(label: Label, scale: LabelAgreementInput['scale'], where: () => string): string {
  if (scale === 'nominal' || scale === 'ordinal') return String(label);
  const value = typeof label === 'number' || NUMBER.test(label) ? Number(label) : Number.NaN;
  if (!Number.isFinite(value)) {
    throw new AppError('bad-input', `${where()} is ‘${label}’, and the scale ${scale} needs numbers.`, {
      path: 'scale',
    });
  }
  if (scale === 'ratio' && value < 0) {
    throw new AppError('bad-input', `${where()} is ${value}, and a ratio scale begins at 0.`, { path: 'scale' });
  }
  return String(value);
}

/**
 * The categories that were declared, in that order; else those that were seen, numbers by size and text by its letters.
 *
 * @throws AppError 'bad-input' for categories that come twice, lack a label that was given, or have no order where the
 * scale needs one
 */
export function labelCategories(
  seen: Iterable<string>,
  { scale, categories: declared }: Pick<LabelAgreementInput, 'scale' | 'categories'>,
): LabelCategories {
  const found = [...seen];
  if (declared === undefined) {
    const numeric = found.every((label) => NUMBER.test(label));
    if (scale === 'ordinal' && !numeric) {
      throw new AppError('bad-input', 'categories is missing: on an ordinal scale the order of labels must be given.', {
        path: 'categories',
      });
    }
    const names = numeric ? found.toSorted((one, other) => Number(one) - Number(other)) : found.toSorted();
    return { names, values: names.map(Number) };
  }
  const names = declared.map((label) => labelName(label, scale, () => 'A label among the categories'));
  const known = new Set<string>();
  for (const label of names) {
    if (known.has(label)) throw new AppError('bad-input', `categories names ‘${label}’ twice.`, { path: 'categories' });
    known.add(label);
  }
  const stranger = found.find((label) => !known.has(label));
  if (stranger !== undefined) {
    throw new AppError('bad-input', `categories does not name ‘${stranger}’, which was given as a label.`, {
      path: 'categories',
    });
  }
  return { names, values: names.map(Number) };
}
