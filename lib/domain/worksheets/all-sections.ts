import type { JsonObject } from '#lib/domain/json.ts';
import type { Currency } from '#lib/domain/quantities/money.ts';
import type { AnswersOf, NoAnswer } from './answers.ts';
import type { Section, Stage } from './definition.ts';
import type { Evidence, Waiver } from './draft.ts';
import { artifacts } from './sections/artifacts.ts';
import { business } from './sections/business.ts';
import { data } from './sections/data.ts';
import { dataflow } from './sections/dataflow.ts';
import { framing } from './sections/framing.ts';
import { imbalance } from './sections/imbalance.ts';
import { labels } from './sections/labels.ts';
import { metrics } from './sections/metrics.ts';
import { objectives } from './sections/objectives.ts';
import { operations } from './sections/operations.ts';
import { overview } from './sections/overview.ts';
import { risk } from './sections/risk.ts';
import { sampling } from './sections/sampling.ts';
import { serving } from './sections/serving.ts';

const definedSections = [
  overview,
  business,
  framing,
  metrics,
  objectives,
  data,
  dataflow,
  sampling,
  labels,
  imbalance,
  serving,
  artifacts,
  operations,
  risk,
] as const;

/** The sections of a worksheet, in the order of its stages. */
export const sections: readonly Section[] = definedSections;

const byKey: ReadonlyMap<string, Section> = new Map(sections.map((section) => [section.key, section]));

export function sectionByKey(key: string): Section | undefined {
  return byKey.get(key);
}

type Defined = (typeof definedSections)[number];

type SectionAnswers = { readonly [S in Defined as S['key']]: AnswersOf<S['fields']> };

/** A draft that was read: every field an answer with its canonical value. */
export interface Worksheet extends SectionAnswers {
  readonly title: string;
  readonly stage: Stage | undefined;
  readonly currency: Currency | undefined;
  readonly profile: JsonObject | undefined;
  readonly waivers: readonly Waiver[];
  readonly evidence: readonly Evidence[];
  /** By path, lists and groups that are not known yet, do not apply, or could not be read. */
  readonly states: ReadonlyMap<string, NoAnswer>;
}

export type MetricItem = Worksheet['metrics']['items'][number];
export type BaselineItem = Worksheet['framing']['baselines'][number];
export type ClassItem = Worksheet['framing']['classes'][number];
export type SourceItem = Worksheet['data']['sources'][number];
export type ComponentItem = Worksheet['dataflow']['components'][number];
export type ConnectionItem = Worksheet['dataflow']['edges'][number];
export type SplitItem = Worksheet['sampling']['splits'][number];
export type AgreementItem = Worksheet['labels']['agreement'][number];
