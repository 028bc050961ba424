import { decisionStatuses, type DecisionStatus } from '#lib/domain/worksheets/decision.ts';
import { shownPlainDate } from '#lib/format/dates.ts';

export const STATUS_NAMES: Readonly<Record<DecisionStatus, string>> = {
  proposed: 'Proposed',
  accepted: 'Accepted',
  rejected: 'Rejected',
  deprecated: 'Deprecated',
  superseded: 'Superseded',
};

/** 'Superseded by 4' where it says by which. */
export function statusWords({ status, supersededBy }: { status: DecisionStatus; supersededBy: number | null }): string {
  return supersededBy === null ? STATUS_NAMES[status] : `${STATUS_NAMES[status]} by ${supersededBy}`;
}

/** 'by 30 Sep 2027', which has come or not. */
export function reviewWords({ reviewBy, due }: { reviewBy: string; due: boolean }, locale: string): string {
  return `${shownPlainDate(reviewBy, locale)}${due ? ', due' : ''}`;
}

/** Whether another one can take its place. */
export function canBeSuperseded({ status }: { status: DecisionStatus }): boolean {
  return status === 'accepted' || status === 'deprecated';
}

/** What an address asks for of a log. */
export interface DecisionView {
  readonly status: DecisionStatus | undefined;
  readonly person: string | undefined;
  readonly due: boolean;
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What an address does not say, or says wrongly, is left at its usual. */
export function readDecisionView(query: Query): DecisionView {
  const { status, person, due } = query;
  const named = typeof person === 'string' ? person.trim().slice(0, 300) : '';
  return {
    status: decisionStatuses.find((known) => known === status),
    person: named === '' ? undefined : named,
    due: due === 'true',
  };
}

export function isNarrowed({ status, person, due }: DecisionView): boolean {
  return status !== undefined || person !== undefined || due;
}

/** A number in an address, above 0. */
export function numberIn(text: string | string[] | undefined): number | undefined {
  const number = Number(typeof text === 'string' ? text : '');
  return Number.isSafeInteger(number) && number > 0 && number <= 2_147_483_647 ? number : undefined;
}
