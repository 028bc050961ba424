import { sectionByKey, type Worksheet } from '../worksheets/all-sections.ts';
import type { Answer, AnswersOf, AnswerState } from '../worksheets/answers.ts';
import { comparable, holds, memberOf, type Condition } from '../worksheets/conditions.ts';
import type { Fields } from '../worksheets/definition.ts';

/** One answer that a rule read: its address and what stands there. */
export interface Read<T = unknown> {
  readonly path: string;
  /** 'not-applicable' too where the answers so far mean that the field is not asked. */
  readonly state: AnswerState;
  readonly value: T | undefined;
  readonly answer: Answer<T>;
  /** Path of the answer that decides whether this is asked at all, while that one is missing. */
  readonly blockedBy?: string;
}

type LeafKey<A> = { [K in keyof A]: A[K] extends Answer<unknown> ? K : never }[keyof A] & string;
type ListKey<A> = { [K in keyof A]: A[K] extends readonly { readonly id: string }[] ? K : never }[keyof A] & string;
type GroupKey<A> = Exclude<keyof A & string, LeafKey<A> | ListKey<A> | 'id'>;
type LeafValue<T> = Extract<T, { readonly state: 'answered' }> extends { readonly value: infer V } ? V : never;
type ItemOf<T> = T extends readonly (infer I)[] ? I : never;

/** Keys of the sections that are defined. */
export type SectionKey = {
  [K in keyof Worksheet]: Worksheet[K] extends AnswersOf<Fields> ? K : never;
}[keyof Worksheet];

/** Whether something is asked; where that is not decided yet, the path of the answer that decides it. */
type Asked = boolean | string;

/**
 * Reads answers for rules and knows their addresses, so that a rule names each of them once. A test listens to what is
 * read and compares it with what the rule declares.
 */
export class Reader<A> {
  readonly path: string;
  readonly #answers: A;
  readonly #fields: Fields;
  readonly #source: Source;

  /** Whether the section or group around it is asked. */
  readonly #within: Asked;

  constructor(path: string, answers: A, fields: Fields, source: Source, within: Asked = true) {
    this.path = path;
    this.#within = within;
    this.#answers = answers;
    this.#fields = fields;
    this.#source = source;
  }

  /** The answer of a field that is no list and no group. */
  at<K extends LeafKey<A>>(key: K): Read<LeafValue<A[K]>> {
    const path = `${this.path}.${key}`;
    this.#source.onRead?.(path);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the key holds an answer, which a generic type cannot show
    const answer = this.#answers[key] as unknown as Answer<LeafValue<A[K]>>;
    const asked = this.#isAsked(key);
    if (asked === true)
      return { path, answer, state: answer.state, value: answer.state === 'answered' ? answer.value : undefined };
    return { path, answer, value: undefined, ...stateUnless(asked) };
  }

  /** The items of a list, none where it is not asked. */
  items<K extends ListKey<A>>(key: K): readonly Reader<ItemOf<A[K]>>[] {
    const path = `${this.path}.${key}`;
    const field = this.#fields[key];
    const list: unknown = this.#answers[key];
    if (field?.kind !== 'list' || !Array.isArray(list) || this.#isAsked(key) !== true) return [];
    return list.map((item: ItemOf<A[K]> & { readonly id: string }) => {
      return new Reader<ItemOf<A[K]>>(`${path}.${item.id}`, item, field.fields, this.#source);
    });
  }

  /** The list or group as a whole: answered when it holds something. */
  whole(key: (ListKey<A> | GroupKey<A>) & string): Read {
    const path = `${this.path}.${key}`;
    this.#source.onRead?.(path);
    const noted = this.#source.worksheet.states.get(path);
    const answer: Answer<unknown> = noted ?? { state: 'blank' };
    const asked = this.#isAsked(key);
    if (asked === true) return { path, answer, value: undefined, state: noted?.state ?? stateOf(this.#answers[key]) };
    return { path, answer, value: undefined, ...stateUnless(asked) };
  }

  group<K extends GroupKey<A>>(key: K): Reader<A[K]> {
    const field = this.#fields[key];
    const fields = field?.kind === 'group' ? field.fields : {};
    return new Reader(`${this.path}.${key}`, this.#answers[key], fields, this.#source, this.#isAsked(key));
  }

  /** Id of an item: the last part of its path. */
  get id(): string {
    return this.path.slice(this.path.lastIndexOf('.') + 1);
  }

  #isAsked(key: string): Asked {
    if (this.#within !== true) return this.#within;
    const condition = this.#fields[key]?.appliesWhen;
    return (
      condition === undefined ||
      decide(condition, { worksheet: this.#source.worksheet, at: this.path, siblings: this.#answers })
    );
  }
}

interface Place {
  readonly worksheet: Worksheet;
  readonly at: string;
  readonly siblings: unknown;
}

/** './key' in a condition is a sibling; any other path is section and key. */
function decide(condition: Condition, place: Place): Asked {
  if ('all' in condition || 'any' in condition) {
    const wanted = 'any' in condition;
    const parts = ('any' in condition ? condition.any : condition.all).map((part) => decide(part, place));
    return parts.includes(wanted) ? wanted : (parts.find((part) => typeof part === 'string') ?? !wanted);
  }
  const sibling = condition.path.startsWith('./') ? condition.path.slice(2) : undefined;
  const [section = '', key = ''] = condition.path.split('.');
  const answer =
    sibling === undefined ? memberOf(memberOf(place.worksheet, section), key) : memberOf(place.siblings, sibling);
  const state = memberOf(answer, 'state');
  const isOpen = state !== 'answered' && state !== 'not-applicable';
  if ('oneOf' in condition && isOpen) return sibling === undefined ? condition.path : `${place.at}.${sibling}`;
  return holds(condition, () => comparable(answer));
}

function stateUnless(asked: Exclude<Asked, true>): Pick<Read, 'state' | 'blockedBy'> {
  return asked === false ? { state: 'not-applicable' } : { state: 'blank', blockedBy: asked };
}

interface Source {
  readonly worksheet: Worksheet;
  readonly onRead: ((path: string) => void) | undefined;
}

/** Readers of every section of a worksheet. */
export class WorksheetReader {
  readonly worksheet: Worksheet;
  readonly #source: Source;

  constructor(worksheet: Worksheet, onRead?: (path: string) => void) {
    this.worksheet = worksheet;
    this.#source = { worksheet, onRead };
  }

  section<K extends SectionKey>(key: K): Reader<Worksheet[K]> {
    const section = sectionByKey(key);
    const place = { worksheet: this.worksheet, at: key, siblings: this.worksheet[key] };
    const asked = section?.appliesWhen === undefined || decide(section.appliesWhen, place);
    return new Reader(key, this.worksheet[key], section?.fields ?? {}, this.#source, asked);
  }
}

function stateOf(value: unknown): AnswerState {
  if (Array.isArray(value)) return value.length > 0 ? 'answered' : 'blank';
  if (typeof value !== 'object' || value === null) return 'blank';
  return Object.values(value).some((member) => valuesState(member) === 'answered') ? 'answered' : 'blank';
}

function valuesState(answer: unknown): unknown {
  return memberOf(answer, 'state');
}
