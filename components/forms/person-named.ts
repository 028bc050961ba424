import type { PersonChoice } from './editing.ts';

/** The one person whose whole name or mail address was typed; null where it is nobody's, or that of two. */
export function personNamed(typed: string, people: readonly PersonChoice[]): PersonChoice | null {
  const wanted = typed.trim().toLowerCase();
  const named = people.filter(({ name, email }) => [name.toLowerCase(), email.toLowerCase()].includes(wanted));
  return named.length === 1 ? (named[0] ?? null) : null;
}
