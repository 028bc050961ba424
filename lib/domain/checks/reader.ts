import { sectionByKey, type Worksheet } from '../worksheets/all-sections.ts';
import type { Answer, AnswersOf, AnswerState } from '../worksheets/answers.ts';
import { holds } from '../worksheets/conditions.ts';
import type { Fields } from '../worksheets/definition.ts';

/** One answer that a rule read: its address and what stands there. */
export interface Read<T = unknown> {
  readonly path: string;
  /** 'not-applicable' too where the answers so far mean that the field is not asked. */
  readonly state: AnswerState;
  readonly value: T | undefined;
  readonly answer: Answer<T>;
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

/**
 * Reads answers for rules and knows their addresses, so that a rule names each of them once. A test listens to what is
 * read and compares it with what the rule declares.
 */
export class Reader<A> {
  readonly path: string;
  readonly #answers: A;
  readonly #fields: Fields;
  readonly #source: Source;

  constructor(path: string, answers: A, fields: Fields, source: Source) {
    this.path = path;
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
    return {
      path,
      answer,
      state: asked ? answer.state : 'not-applicable',
      value: asked && answer.state === 'answered' ? answer.value : undefined,
    };
  }

  /** The items of a list, none where it is not asked. */
  items<K extends ListKey<A>>(key: K): readonly Reader<ItemOf<A[K]>>[] {
    const path = `${this.path}.${key}`;
    const field = this.#fields[key];
    const list: unknown = this.#answers[key];
    if (field?.kind !== 'list' || !Array.isArray(list) || !this.#isAsked(key)) return [];
    return list.map((item: ItemOf<A[K]> & { readonly id: string }) => {
      return new Reader<ItemOf<A[K]>>(`${path}.${item.id}`, item, field.fields, this.#source);
    });
  }

  /** The list or group as a whole: answered when it holds something. */
  whole(key: (ListKey<A> | GroupKey<A>) & string): Read {
    const path = `${this.path}.${key}`;
    this.#source.onRead?.(path);
    const noted = this.#source.worksheet.states.get(path);
    const state = this.#isAsked(key) ? (noted?.state ?? stateOf(this.#answers[key])) : 'not-applicable';
    return { path, state, value: undefined, answer: noted ?? { state: 'blank' } };
  }

  group<K extends GroupKey<A>>(key: K): Reader<A[K]> {
    const field = this.#fields[key];
    const fields = field?.kind === 'group' ? field.fields : {};
    return new Reader(`${this.path}.${key}`, this.#answers[key], fields, this.#source);
  }

  /** Id of an item: the last part of its path. */
  get id(): string {
    return this.path.slice(this.path.lastIndexOf('.') + 1);
  }

  #isAsked(key: string): boolean {
    const condition = this.#fields[key]?.appliesWhen;
    return condition === undefined || holds(condition, (target) => this.#valuesAt(target));
  }

  /** './key' is a sibling; else section and key. */
  #valuesAt(target: string): readonly (string | boolean)[] {
    if (target.startsWith('./')) return valuesOf(memberOf(this.#answers, target.slice(2)));
    const [section = '', key = ''] = target.split('.');
    return valuesOf(memberOf(memberOf(this.#source.worksheet, section), key));
  }
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
    return new Reader(key, this.worksheet[key], sectionByKey(key)?.fields ?? {}, this.#source);
  }
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function valuesOf(answer: unknown): readonly (string | boolean)[] {
  if (memberOf(answer, 'state') !== 'answered') return [];
  const value = memberOf(answer, 'value');
  if (typeof value === 'string' || typeof value === 'boolean') return [value];
  return Array.isArray(value) ? value.filter((member) => typeof member === 'string') : [];
}

function stateOf(value: unknown): AnswerState {
  if (Array.isArray(value)) return value.length > 0 ? 'answered' : 'blank';
  if (typeof value !== 'object' || value === null) return 'blank';
  return Object.values(value).some((member) => valuesState(member) === 'answered') ? 'answered' : 'blank';
}

function valuesState(answer: unknown): unknown {
  return memberOf(answer, 'state');
}
