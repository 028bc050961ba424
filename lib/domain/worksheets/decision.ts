import type { Json } from '#lib/domain/json.ts';

export const decisionStatuses = ['proposed', 'accepted', 'rejected', 'deprecated', 'superseded'] as const;
export type DecisionStatus = (typeof decisionStatuses)[number];

/** By name; with the account where they are members, so that they can be told. */
export interface DecisionPerson {
  readonly name: string;
  readonly member: string | null;
}

/** What options are compared by. */
export interface Criterion {
  readonly id: string;
  readonly name: string;
  /** How much it counts beside the others; above 0. */
  readonly weight: number;
}

export interface DecisionOption {
  readonly id: string;
  readonly title: string;
  /** As Markdown. */
  readonly description: string;
  readonly pros: readonly string[];
  readonly neutral: readonly string[];
  readonly cons: readonly string[];
  /** By the id of a criterion, from 0 to 5; a criterion that was not judged has none. */
  readonly scores: Readonly<Record<string, number>>;
}

/** What is written before it is decided, and stands unchanged from then on. Long texts are Markdown; '' is blank. */
export interface DecisionContent {
  readonly title: string;
  readonly context: string;
  readonly drivers: readonly string[];
  readonly criteria: readonly Criterion[];
  readonly options: readonly DecisionOption[];
  /** Id of an option. */
  readonly chosen: string | null;
  /** Why. */
  readonly outcome: string;
  readonly consequences: string;
  /** How it will be seen that it was carried out, and was right. */
  readonly confirmation: string;
  readonly makers: readonly DecisionPerson[];
  readonly consulted: readonly DecisionPerson[];
  readonly informed: readonly DecisionPerson[];
  /** Plain date on which it was decided. */
  readonly date: string | null;
  /** Plain date on which it is looked at again. */
  readonly reviewBy: string | null;
  /** What makes it be looked at earlier: ‘when prevalence passes 1 %’. */
  readonly reviewTrigger: string;
  readonly tags: readonly string[];
  /** An approval waits until it is decided. */
  readonly neededForApproval: boolean;
}

/** What a decision is about. Links can be made and taken away in every status. */
export type DecisionLink =
  | {
      readonly kind: 'field';
      readonly path: string;
      /** What people called it then. */
      readonly label: string;
      /** As it stood in the draft when the link was made; null for a blank one. */
      readonly value: Json;
    }
  /** By its number in the project. */
  | { readonly kind: 'thread'; readonly number: number }
  | { readonly kind: 'finding'; readonly rule: string; readonly path: string; readonly valueHash: string }
  | { readonly kind: 'evidence'; readonly id: string }
  | { readonly kind: 'revision'; readonly number: number };

export interface Decision extends DecisionContent {
  /** One of the project's own, never used again; the store allocates it. */
  readonly number: number;
  readonly status: DecisionStatus;
  readonly links: readonly DecisionLink[];
  /** Numbers of those that it supersedes, or is to supersede once it is accepted. */
  readonly supersedes: readonly number[];
  readonly supersededBy: number | null;
}
