import type { ShownFinding } from '#lib/client/shown-findings.ts';
import type { Finding, Severity } from '#lib/domain/checks/report.ts';
import { parentPath } from '#lib/domain/worksheets/draft-path.ts';

const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'info'];

const NONE: readonly ShownFinding[] = [];

/** By the path that they are about, and by all that it lies in. */
const byPath = new WeakMap<readonly ShownFinding[], ReadonlyMap<string, readonly ShownFinding[]>>();

/**
 * Findings about a field, or about anything inside of an item or list, worst first. Every field of a page asks, so all
 * of them are laid out once; for the same findings the answer is the same array.
 */
export function findingsAt(shown: readonly ShownFinding[], path: string): readonly ShownFinding[] {
  const known = byPath.get(shown) ?? layOut(shown);
  byPath.set(shown, known);
  return known.get(path) ?? NONE;
}

function layOut(shown: readonly ShownFinding[]): ReadonlyMap<string, readonly ShownFinding[]> {
  const places = new Map<string, Set<ShownFinding>>();
  for (const entry of worstFirst(shown)) {
    for (const path of entry.finding.paths) {
      for (let at = path; at !== ''; at = parentPath(at)) {
        const here = places.get(at) ?? new Set();
        places.set(at, here.add(entry));
      }
    }
  }
  return new Map([...places].map(([path, entries]) => [path, [...entries]]));
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
