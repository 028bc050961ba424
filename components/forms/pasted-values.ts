import type { Json } from '#lib/domain/json.ts';
import { isQuantity, type LeafField, type Options } from '#lib/domain/worksheets/definition.ts';
import { readQuantity } from '#lib/domain/worksheets/read-quantity.ts';

/** An item that a pasted reference may name, by its id or by its name. */
interface Named {
  readonly value: string;
  readonly label: string;
}

const YES = /^(?:yes|y|true|1|x|✓)$/i;
const NO = /^(?:no|n|false|0)$/i;

/**
 * The draft value for a pasted cell. What the field cannot read is kept as typed and marked, like anything typed by
 * hand; null leaves the field blank.
 */
export function draftFromText(field: LeafField, text: string, items: readonly Named[] = []): Json | null {
  const typed = text.trim();
  if (typed === '') return null;
  if (isQuantity(field)) {
    const reading = readQuantity(field, typed);
    return reading.ok ? reading.typed : { unreadable: typed };
  }
  switch (field.kind) {
    case 'choice':
      return optionFor(field.options, typed) ?? { unreadable: typed };
    case 'choices': {
      const parts = typed.split(/[,;]/).map((part) => optionFor(field.options, part.trim()));
      return parts.every((part) => part !== undefined) ? parts : { unreadable: typed };
    }
    case 'yes-no':
      return YES.test(typed) ? true : NO.test(typed) ? false : { unreadable: typed };
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : { unreadable: typed };
    case 'reference':
      return items.find((item) => same(item.value, typed) || same(item.label, typed))?.value ?? { unreadable: typed };
    case 'text':
    case 'markdown':
    case 'person':
    case 'link':
      return typed;
  }
}

function optionFor(options: Options, typed: string): string | undefined {
  return Object.entries(options).find(([key, label]) => same(key, typed) || same(label, typed))?.[0];
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
