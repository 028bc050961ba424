import { AppError } from '#lib/domain/errors.ts';
import { limits } from '#lib/domain/limits.ts';
import { canonicalJson } from '#lib/domain/worksheets/hashes.ts';
import type { Decision, DecisionContent, DecisionLink, DecisionStatus } from '#lib/domain/worksheets/decision.ts';

interface Rule {
  readonly in: readonly DecisionStatus[];
  /** Where it leads; the same status where absent. */
  readonly to?: DecisionStatus;
  /** What it does, as it stands after ‘only … can’. */
  readonly done: string;
}

/** The whole truth about the statuses. Nothing leads back: to change one's mind is to write the next record. */
export const decisionRules = {
  edit: { in: ['proposed'], done: 'be changed' },
  accept: { in: ['proposed'], to: 'accepted', done: 'be accepted' },
  reject: { in: ['proposed'], to: 'rejected', done: 'be rejected' },
  deprecate: { in: ['accepted'], to: 'deprecated', done: 'be deprecated' },
  supersede: { in: ['accepted', 'deprecated'], to: 'superseded', done: 'be superseded' },
} as const satisfies Record<string, Rule>;

export type DecisionAction = keyof typeof decisionRules;

/** `true`, or one sentence that says why not. */
export function canNow(action: DecisionAction, { number, status }: Pick<Decision, 'number' | 'status'>): true | string {
  const rule: Rule = decisionRules[action];
  if (rule.in.includes(status)) return true;
  const next = action === 'edit' ? ' Write the next one, and let it supersede this one.' : '';
  return `Decision ${number} is ${status}, and only what is ${rule.in.join(' or ')} can ${rule.done}.${next}`;
}

/** The status after an action. @throws AppError conflict where the table does not allow it */
export function statusAfter(action: DecisionAction, decision: Pick<Decision, 'number' | 'status'>): DecisionStatus {
  const can = canNow(action, decision);
  if (can !== true) throw new AppError('conflict', can, { number: decision.number, status: decision.status });
  const rule: Rule = decisionRules[action];
  return rule.to ?? decision.status;
}

/** What its status and its words let anybody do with it now, or why not. */
export function decisionAbilities(decision: Decision): Record<DecisionAction, true | string> {
  const open = canNow('accept', decision);
  return {
    edit: canNow('edit', decision),
    accept: open === true ? (missingForAcceptance(decision) ?? true) : open,
    reject: canNow('reject', decision),
    deprecate: canNow('deprecate', decision),
    supersede: canNow('supersede', decision),
  };
}

export function proposeDecision(number: number, content: DecisionContent): Decision {
  return { ...content, number, status: 'proposed', links: [], supersedes: [], supersededBy: null };
}

/** @throws AppError conflict once it is decided: an accepted record says for good what was accepted */
export function editDecision(decision: Decision, content: DecisionContent): Decision {
  statusAfter('edit', decision);
  return { ...decision, ...content };
}

/** What it was to supersede stands. */
export function rejectDecision(decision: Decision, today: string): Decision {
  return { ...decision, status: statusAfter('reject', decision), date: decision.date ?? today, supersedes: [] };
}

export function deprecateDecision(decision: Decision): Decision {
  return { ...decision, status: statusAfter('deprecate', decision) };
}

/** What it still needs, as one sentence; null when it can be accepted. */
export function missingForAcceptance({ options, chosen, outcome }: DecisionContent): string | null {
  if (options.length > 0 && chosen === null) return 'Choose one of the options before you accept it.';
  return outcome.trim() === '' ? 'Say why before you accept it.' : null;
}

/** A link that is there already is not made twice: its value then stays the one of the first time. */
export function linkDecision(decision: Decision, link: DecisionLink): Decision {
  if (decision.links.some((other) => isSameEnd(other, link))) return decision;
  if (decision.links.length >= limits.decisionEntries) {
    throw new AppError('too-large', `A decision has at most ${limits.decisionEntries} links.`);
  }
  return { ...decision, links: [...decision.links, link] };
}

export function unlinkDecision(decision: Decision, link: DecisionLink): Decision {
  return { ...decision, links: decision.links.filter((other) => !isSameEnd(other, link)) };
}

function isSameEnd(one: DecisionLink, other: DecisionLink): boolean {
  return endOf(one) === endOf(other);
}

function endOf(link: DecisionLink): string {
  switch (link.kind) {
    case 'field':
      return canonicalJson([link.kind, link.path]);
    case 'finding':
      return canonicalJson([link.kind, link.rule, link.path]);
    case 'evidence':
      return canonicalJson([link.kind, link.id]);
    case 'thread':
    case 'revision':
      return canonicalJson([link.kind, link.number]);
  }
}
