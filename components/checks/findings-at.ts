import type { ShownFinding } from '#lib/client/shown-findings.ts';
import type { Finding, Severity } from '#lib/domain/checks/report.ts';

const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'info'];

/** Findings about a field, or about anything inside of an item or list, worst first. */
export function findingsAt(shown: readonly ShownFinding[], path: string): readonly ShownFinding[] {
  return worstFirst(shown.filter(({ finding }) => isWithin(finding, path)));
}

/** Whether a finding is about a field, or about anything inside of an item or list. */
export function isWithin({ paths }: Pick<Finding, 'paths'>, path: string): boolean {
  return paths.some((other) => other === path || other.startsWith(`${path}.`));
}

export function worstFirst(shown: readonly ShownFinding[]): readonly ShownFinding[] {
  const rank = ({ finding }: ShownFinding) => WORST_FIRST.indexOf(finding.severity);
  return shown.toSorted((a, b) => rank(a) - rank(b));
}

/** Those that still stand; a mended one is only shown for a moment. */
export function standing(shown: readonly ShownFinding[]): readonly ShownFinding[] {
  return shown.filter((entry) => entry.agreedAt === null);
}

/** "1 contradiction", "3 contradictions" */
export function contradictions(count: number): string {
  return count === 1 ? '1 contradiction' : `${count} contradictions`;
}
