import type { ShownFinding } from '#lib/client/shown-findings.ts';
import type { Severity } from '#lib/domain/checks/report.ts';

const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'info'];

/** Findings about a field, or about anything inside of an item or list, worst first. */
export function findingsAt(shown: readonly ShownFinding[], path: string): readonly ShownFinding[] {
  const within = (other: string) => other === path || other.startsWith(`${path}.`);
  return worstFirst(shown.filter(({ finding }) => finding.paths.some(within)));
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
