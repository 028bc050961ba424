/**
 * When a field or section is asked, as data: the form, completeness and the docs read the same value. A path is that
 * of a field ('framing.taskType') or, inside a list or group, of a sibling ('./formula').
 */
export type Condition =
  | { readonly path: string; readonly oneOf: readonly (string | boolean)[] }
  | { readonly path: string; readonly noneOf: readonly (string | boolean)[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

/** Holds once the field is answered with one of these. */
export function when(path: string, ...oneOf: readonly (string | boolean)[]): Condition {
  return { path, oneOf };
}

/** Holds until the field is answered with one of these. */
export function unless(path: string, ...noneOf: readonly (string | boolean)[]): Condition {
  return { path, noneOf };
}

export function whenAll(...all: readonly Condition[]): Condition {
  return { all };
}

export function whenAny(...any: readonly Condition[]): Condition {
  return { any };
}

/** The values at hand for one path: none while it is blank, several for a field of choices. */
export type ValuesAt = (path: string) => readonly (string | boolean)[];

export function holds(condition: Condition, valuesAt: ValuesAt): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, valuesAt));
  if ('any' in condition) return condition.any.some((part) => holds(part, valuesAt));
  const values = valuesAt(condition.path);
  return 'oneOf' in condition
    ? values.some((value) => condition.oneOf.includes(value))
    : !values.some((value) => condition.noneOf.includes(value));
}

/** What an answer says to a condition: nothing while it is open, several values for a field of choices. */
export function comparable(answer: unknown): readonly (string | boolean)[] {
  if (memberOf(answer, 'state') !== 'answered') return [];
  const value = memberOf(answer, 'value');
  if (typeof value === 'string' || typeof value === 'boolean') return [value];
  return Array.isArray(value) ? value.filter((member) => typeof member === 'string') : [];
}

/** An own member of whatever a worksheet holds at a place; undefined where it has none. */
export function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

/** A condition in words, for docs: 'framing.taskType is survival, or (framing.taskType is binary and …)'. */
export function inWords(condition: Condition): string {
  if ('all' in condition) return condition.all.map(inBrackets).join(' and ');
  if ('any' in condition) return condition.any.map(inBrackets).join(', or ');
  const answers = (values: readonly (string | boolean)[]) => values.map(answerInWords).join(' or ');
  return 'oneOf' in condition
    ? `${condition.path} is ${answers(condition.oneOf)}`
    : `${condition.path} is not ${answers(condition.noneOf)}`;
}

function inBrackets(condition: Condition): string {
  return 'all' in condition || 'any' in condition ? `(${inWords(condition)})` : inWords(condition);
}

function answerInWords(value: string | boolean): string {
  if (typeof value === 'string') return value;
  return value ? 'yes' : 'no';
}

export interface Comparison {
  readonly path: string;
  readonly values: readonly (string | boolean)[];
}

/** Every simple comparison in a condition. */
export function comparisons(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisons);
  if ('any' in condition) return condition.any.flatMap(comparisons);
  return [{ path: condition.path, values: 'oneOf' in condition ? condition.oneOf : condition.noneOf }];
}
