import { limits } from '#lib/domain/limits.ts';
import type { DurationUnit } from '#lib/domain/quantities/duration.ts';
import type { Period } from '#lib/domain/quantities/periods.ts';
import type { Condition } from './conditions.ts';
import type { ReferenceTarget } from './reference-targets.ts';

/**
 * The vocabulary that worksheet sections are written in. Everything else follows from these values: types, forms,
 * schemas, completeness, checks' types, the file format and its JSON Schema. Guidance texts stand apart (guidance/),
 * so that a browser gets them one section at a time.
 */

/** Teams review more than once, and a field is needed from one of these on. */
export const stages = ['framing', 'design', 'launch'] as const;
export type Stage = (typeof stages)[number];
export const stageNames: Readonly<Record<Stage, string>> = { framing: 'Framing', design: 'Design', launch: 'Launch' };

/** Core fields are what the interview asks; deep ones wait under 'more detail' or until an answer makes them matter. */
export type Tier = 'core' | 'deep';

interface FieldCommon {
  readonly label: string;
  /** What stands above it as a column of a list, where the label is too long for that. */
  readonly heading?: string;
  /** Needed for the stage below. Inside a list: needed of every item. */
  readonly needed: boolean;
  /** From which stage on it is needed; that of its section where absent. */
  readonly stage?: Stage;
  readonly tier: Tier;
  /** The field is asked only where this holds. */
  readonly appliesWhen?: Condition;
  /** Notes never outdate an approval. */
  readonly notes: boolean;
  /** Heading that the field stands under on its page. */
  readonly group?: string;
}

export interface TextField extends FieldCommon {
  readonly kind: 'text';
  readonly minLength: number;
  readonly maxLength: number;
}
export interface MarkdownField extends FieldCommon {
  readonly kind: 'markdown';
  readonly maxLength: number;
}
/** Bounds are canonical and inclusive. */
interface Bounded {
  readonly min?: number;
  readonly max?: number;
}
export interface NumberField extends FieldCommon, Bounded {
  readonly kind: 'number';
  /** What is counted, for labels: 'items'. */
  readonly unit?: string;
}
export interface IntegerField extends FieldCommon, Bounded {
  readonly kind: 'integer';
  readonly unit?: string;
}
/** Canonical: a fraction. */
export interface PercentageField extends FieldCommon, Bounded {
  readonly kind: 'percentage';
}
/** Canonical: units of the worksheet's currency, per period where one is named. */
export interface MoneyField extends FieldCommon, Bounded {
  readonly kind: 'money';
  readonly per?: Period;
}
/** Canonical: ms. */
export interface DurationField extends FieldCommon, Bounded {
  readonly kind: 'duration';
  readonly defaultUnit?: DurationUnit;
}
/**
 * rate: canonical per second. bytes: canonical bytes. measure: a number, share, amount or time whose unit is typed;
 * canonical for that unit.
 */
export interface QuantityField extends FieldCommon, Bounded {
  readonly kind: 'quantity';
  readonly dimension: 'rate' | 'bytes' | 'measure';
  readonly defaultPeriod?: Period;
}
/** From the key that files hold to the words that people read, in the order of asking. */
export type Options = Readonly<Record<string, string>>;
export interface ChoiceField<O extends Options = Options> extends FieldCommon {
  readonly kind: 'choice';
  readonly options: O;
}
export interface ChoicesField<O extends Options = Options> extends FieldCommon {
  readonly kind: 'choices';
  readonly options: O;
  /** The order of the choices says something. */
  readonly ordered: boolean;
}
export interface YesNoField extends FieldCommon {
  readonly kind: 'yes-no';
}
/** A plain date, YYYY-MM-DD, in the zone of the workspace. */
export interface DateField extends FieldCommon {
  readonly kind: 'date';
}
export interface PersonField extends FieldCommon {
  readonly kind: 'person';
}
export interface ReferenceField extends FieldCommon {
  readonly kind: 'reference';
  readonly target: ReferenceTarget;
}
export interface LinkField extends FieldCommon {
  readonly kind: 'link';
}
export type Fields = Readonly<Record<string, Field>>;
/** Fields that belong together under one key. */
export interface GroupField<F extends Fields = Fields> extends FieldCommon {
  readonly kind: 'group';
  readonly fields: F;
}
export interface ListField<F extends Fields = Fields> extends FieldCommon {
  readonly kind: 'list';
  /** One of them, for buttons and headings: 'metric'. */
  readonly itemNoun: string;
  readonly fields: F;
  /** The field that names an item. */
  readonly nameField: string;
  /** At most six columns that the list shows and edits in place. */
  readonly summary: readonly string[];
  /** The order of the items says something. */
  readonly ordered: boolean;
}

export type QuantityKind = NumberField | IntegerField | PercentageField | MoneyField | DurationField | QuantityField;
export type LeafField =
  | TextField
  | MarkdownField
  | QuantityKind
  | ChoiceField
  | ChoicesField
  | YesNoField
  | DateField
  | PersonField
  | ReferenceField
  | LinkField;
export type Field = LeafField | GroupField | ListField;
export type FieldKind = Field['kind'];

export interface Section<K extends string = string, F extends Fields = Fields> {
  readonly key: K;
  readonly title: string;
  /** One or two sentences under the title. */
  readonly intro: string;
  readonly stage: Stage;
  readonly appliesWhen?: Condition;
  readonly fields: F;
}

const quantityKinds: ReadonlySet<FieldKind> = new Set([
  'number',
  'integer',
  'percentage',
  'money',
  'duration',
  'quantity',
] satisfies QuantityKind['kind'][]);

export function isQuantity(field: Field): field is QuantityKind {
  return quantityKinds.has(field.kind);
}

type Given<F extends Field> = Partial<Omit<F, 'kind' | 'label'>>;
const common = { needed: false, tier: 'deep', notes: false } as const;

/** Needed fields are what the interview asks, so they are core unless they say otherwise. */
function basics(given: { readonly needed?: boolean }): { needed: boolean; tier: Tier; notes: boolean } {
  return given.needed === true ? { ...common, tier: 'core' } : common;
}

export function text(label: string, given: Given<TextField> = {}): TextField {
  return { kind: 'text', label, minLength: 1, maxLength: limits.lineLength, ...basics(given), ...given };
}
export function markdown(label: string, given: Given<MarkdownField> = {}): MarkdownField {
  return { kind: 'markdown', label, maxLength: limits.markdownLength, ...basics(given), ...given };
}
export function number(label: string, given: Given<NumberField> = {}): NumberField {
  return { kind: 'number', label, ...basics(given), ...given };
}
export function integer(label: string, given: Given<IntegerField> = {}): IntegerField {
  return { kind: 'integer', label, min: 0, ...basics(given), ...given };
}
export function percentage(label: string, given: Given<PercentageField> = {}): PercentageField {
  return { kind: 'percentage', label, min: 0, max: 1, ...basics(given), ...given };
}
export function money(label: string, given: Given<MoneyField> = {}): MoneyField {
  return { kind: 'money', label, ...basics(given), ...given };
}
export function duration(label: string, given: Given<DurationField> = {}): DurationField {
  return { kind: 'duration', label, min: 0, ...basics(given), ...given };
}
export function quantity(
  label: string,
  dimension: QuantityField['dimension'],
  given: Partial<Omit<QuantityField, 'kind' | 'label' | 'dimension'>> = {},
): QuantityField {
  return { kind: 'quantity', label, dimension, ...basics(given), ...given };
}
export function choice<const O extends Options>(
  label: string,
  options: O,
  given: Partial<Omit<ChoiceField, 'kind' | 'label' | 'options'>> = {},
): ChoiceField<O> {
  return { kind: 'choice', label, options, ...basics(given), ...given };
}
export function choices<const O extends Options>(
  label: string,
  options: O,
  given: Partial<Omit<ChoicesField, 'kind' | 'label' | 'options'>> = {},
): ChoicesField<O> {
  return { kind: 'choices', label, options, ordered: false, ...basics(given), ...given };
}
export function yesNo(label: string, given: Given<YesNoField> = {}): YesNoField {
  return { kind: 'yes-no', label, ...basics(given), ...given };
}
export function date(label: string, given: Given<DateField> = {}): DateField {
  return { kind: 'date', label, ...basics(given), ...given };
}
export function person(label: string, given: Given<PersonField> = {}): PersonField {
  return { kind: 'person', label, ...basics(given), ...given };
}
export function reference(
  label: string,
  target: ReferenceTarget,
  given: Partial<Omit<ReferenceField, 'kind' | 'label' | 'target'>> = {},
): ReferenceField {
  return { kind: 'reference', label, target, ...basics(given), ...given };
}
export function link(label: string, given: Given<LinkField> = {}): LinkField {
  return { kind: 'link', label, ...basics(given), ...given };
}
export function group<const F extends Fields>(
  label: string,
  fields: F,
  given: Partial<Omit<GroupField, 'kind' | 'label' | 'fields'>> = {},
): GroupField<F> {
  return { kind: 'group', label, fields, ...basics(given), ...given };
}

interface ListGiven<F extends Fields> extends Partial<
  Omit<ListField, 'kind' | 'label' | 'fields' | 'itemNoun' | 'nameField' | 'summary'>
> {
  readonly itemNoun: string;
  /** The first field where absent. */
  readonly nameField?: keyof F & string;
  /** The first six fields where absent. */
  readonly summary?: readonly (keyof F & string)[];
}

export function list<const F extends Fields>(label: string, fields: F, given: ListGiven<F>): ListField<F> {
  const keys = Object.keys(fields);
  return {
    kind: 'list',
    label,
    fields,
    ...basics(given),
    ...given,
    ordered: given.ordered ?? false,
    nameField: given.nameField ?? keys[0] ?? 'id',
    summary: given.summary ?? keys.slice(0, 6),
  };
}

export function section<const K extends string, const F extends Fields>(definition: Section<K, F>): Section<K, F> {
  return definition;
}
