import type { FilledCalculator } from '../calculators/calculator.ts';
import type { Json } from '../json.ts';
import type { Basis } from '../worksheets/answers.ts';
import type { Profile } from './profile.ts';

export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** Between things that were said, or something needed that was not. */
export type FindingKind = 'contradiction' | 'gap';

/** One of the values that disagree, in the order in which a person would mend them. */
export interface End {
  readonly path: string;
  /** 'Precision · Target' */
  readonly label: string;
  /** The value as typed, without the mark of a guess; '' where it is blank. */
  readonly shown: string;
  readonly basis: Basis;
}

export interface UsedNumber {
  readonly name: string;
  readonly symbol?: string;
  readonly value: number | null;
  readonly shown: string;
  /** Where it was read; absent for a number that was computed. */
  readonly path?: string;
}

/** What would make the finding go away; with path and value where it is a matter of arithmetic. */
export interface Remedy {
  readonly label: string;
  readonly path?: string;
  /** As a person would type it. */
  readonly value?: Json;
}

/** What became of the waiver that was written for a finding. */
export interface WaiverState {
  readonly state: 'accepted' | 'expired' | 'value-changed';
  /** What it was written for: a field, or an item and all its fields. */
  readonly path: string;
  readonly reason: string;
  readonly by: string;
  readonly expires?: string;
}

export interface Finding {
  /** Rule and first path, with the others where the rule speaks of that path twice: the same while the finding lasts. */
  readonly key: string;
  readonly rule: string;
  readonly version: number;
  readonly severity: Severity;
  readonly kind: FindingKind;
  readonly paths: readonly string[];
  readonly ends: readonly End[];
  /** One sentence. */
  readonly message: string;
  readonly numbers: readonly UsedNumber[];
  readonly formula?: string;
  readonly remedy?: Remedy;
  readonly principle: string;
  readonly source: string;
  readonly leansOnGuess: boolean;
  readonly calculator?: FilledCalculator;
  /** Of the ends as they stand: a waiver that carries it ends when one of them changes. */
  readonly valueHash: string;
  readonly waiver?: WaiverState;
}

/** A rule that could not be judged, and the answers that it waits for. */
export interface Waiting {
  readonly rule: string;
  readonly missing: readonly string[];
}

export interface CheckReport {
  /** Contradictions; in a full check also the gaps of the stages that are asked for. Worst first. */
  readonly findings: readonly Finding[];
  /** Gaps that are only counted: all while drafting, those of later stages in a full check. */
  readonly gaps: readonly Finding[];
  /** The ones that need the fewest answers first. */
  readonly waiting: readonly Waiting[];
  readonly passed: readonly string[];
  readonly notApplicable: readonly string[];
  readonly waived: readonly Finding[];
  readonly profile: Profile;
}
