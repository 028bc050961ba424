import type { FilledCalculator } from '../calculators/calculator.ts';
import type { JsonObject } from '../json.ts';
import type { Stage } from '../worksheets/definition.ts';
import type { Evidence } from '../worksheets/draft.ts';
import type { Profile, ThresholdKey } from './profile.ts';
import type { Read, WorksheetReader } from './reader.ts';
import type { FindingKind, Remedy, Severity, UsedNumber } from './report.ts';

/** What a rule has to say about one thing it looked at. */
export type Outcome =
  | { readonly outcome: 'pass' }
  | { readonly outcome: 'not-applicable' }
  | { readonly outcome: 'waits'; readonly missing: readonly string[] }
  | ({ readonly outcome: 'found' } & Found);

export interface Found {
  readonly kind: FindingKind;
  /** That of the rule where absent. */
  readonly severity?: Severity;
  /** The values that disagree, in the order in which a person would mend them; the first one gives the address. */
  readonly ends: readonly Read[];
  /** One sentence with a full stop. */
  readonly message: string;
  readonly numbers?: readonly UsedNumber[];
  readonly formula?: string;
  readonly remedy?: Remedy;
  readonly calculator?: FilledCalculator;
}

/** What rules look at: no clock, no store, nothing that is not in here. */
export interface Subject {
  readonly read: WorksheetReader;
  readonly profile: Profile;
}

/** A rule as the engine needs it. Its examples stand apart, so that the browser does not load them to check. */
export interface RuleDefinition {
  readonly id: string;
  /** Raised when what it finds changes. */
  readonly version: number;
  readonly title: string;
  /** The worst that it finds. */
  readonly severity: Severity;
  readonly kind: FindingKind;
  /** From which stage of review on its gaps are findings. */
  readonly stage: Stage;
  /** Paths of the definition that it reads: 'metrics.items.formula'. */
  readonly reads: readonly string[];
  readonly bounds: readonly ThresholdKey[];
  readonly principle: string;
  readonly source: string;
  check(subject: Subject): Outcome | readonly Outcome[];
}

type Sections = Readonly<Record<string, JsonObject>>;

/** The sections of drafts that show what a rule does; every one of them is a test. */
export interface RuleExamples {
  readonly passing: Sections;
  readonly failing: Sections;
  readonly notEvaluable: Sections;
  /** What values of all three rest on. */
  readonly evidence?: readonly Evidence[];
  /** A field of the failing example, a value that is just inside the bound and one that is just outside. */
  readonly edge?: { readonly path: string; readonly passes: string | number; readonly fails: string | number };
}

export interface Rule extends RuleDefinition {
  readonly examples: RuleExamples;
}

export const pass: Outcome = { outcome: 'pass' };
export const notApplicable: Outcome = { outcome: 'not-applicable' };

export function waits(...reads: readonly Read[]): Outcome {
  return { outcome: 'waits', missing: reads.map((read) => read.blockedBy ?? read.path) };
}

export function contradiction(found: Omit<Found, 'kind'>): Outcome {
  return { outcome: 'found', kind: 'contradiction', ...found };
}

export function gap(found: Omit<Found, 'kind'>): Outcome {
  return { outcome: 'found', kind: 'gap', ...found };
}

type Values<R extends readonly Read[]> = { -readonly [I in keyof R]: R[I] extends Read<infer T> ? T : never };

/** Judges once all of these are answered; does not apply where one of them does not; else waits for the missing ones. */
export function given<const R extends readonly Read[]>(reads: R, judge: (...values: Values<R>) => Outcome): Outcome {
  const missing = reads.filter((read) => read.value === undefined);
  if (missing.some((read) => read.state === 'not-applicable')) return notApplicable;
  if (missing.length > 0) return waits(...missing);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every value was seen to be there
  return judge(...(reads.map((read) => read.value) as Values<R>));
}

/** A gap where these are blank or unreadable; waits where they are open questions. */
export function needed(reads: readonly Read[], found: Omit<Found, 'kind' | 'ends'>): Outcome {
  const asked = reads.filter((read) => read.state !== 'not-applicable');
  if (asked.length === 0) return notApplicable;
  const blank = asked.filter(
    (read) => read.blockedBy === undefined && (read.state === 'blank' || read.state === 'unreadable'),
  );
  if (blank.length > 0) return gap({ ends: blank, ...found });
  const open = asked.filter((read) => read.state === 'unknown' || read.blockedBy !== undefined);
  return open.length > 0 ? waits(...open) : pass;
}
