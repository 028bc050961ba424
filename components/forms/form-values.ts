import type { FormErrorEntry } from '#components/ui/form-errors.tsx';

/** The text of a field, without the space around it; empty when the form has no such field. */
export function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** The text as typed: in a password spaces count. */
export function secretOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}

/** One sentence for each field that was left empty: `{ name: 'Say your name.' }`. */
export function missing(data: FormData, sentences: Readonly<Record<string, string>>): FormErrorEntry[] {
  return Object.entries(sentences)
    .filter(([field]) => secretOf(data, field).trim() === '')
    .map(([field, message]) => ({ field, message }));
}
