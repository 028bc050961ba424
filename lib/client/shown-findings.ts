import type { CheckReport, Finding } from '#lib/domain/checks/report.ts';
import { keepParts } from './keep-parts.ts';

/**
 * A finding as the page shows it; `agreedAt` is set once it has been mended or accepted, for the few seconds that it
 * folds. An accepted one says so by its waiver.
 */
export interface ShownFinding {
  readonly finding: Finding;
  readonly agreedAt: number | null;
}

export const QUIET_BEFORE_NEW_MS = 1500;
export const AGREED_FOR_MS = 5000;

interface Showing {
  readonly now: number;
  /** The field was left, or typing rests. */
  readonly settled: boolean;
  /** Keys of those that the cursor is in. */
  readonly held?: readonly string[];
}

/**
 * What to show next, so that findings do not flicker while someone types: a new one waits until the field it is about
 * is left, a known one is updated at once, and a mended or accepted one stays, folded, for five seconds in its place.
 * Those that the cursor is in stay for as long as the cursor does. What is shown as before keeps its identity.
 */
export function nextShown(
  shown: readonly ShownFinding[],
  report: Pick<CheckReport, 'findings' | 'waived'>,
  { now, settled, held = [] }: Showing,
): readonly ShownFinding[] {
  const byKey = new Map(report.findings.map((finding) => [finding.key, finding]));
  const kept = shown.flatMap((entry): ShownFinding[] => {
    const { key } = entry.finding;
    const finding = byKey.get(key);
    byKey.delete(key);
    if (finding !== undefined) return [keepParts<ShownFinding>(entry, { finding, agreedAt: null })];
    const accepted = report.waived.find((waived) => waived.key === key);
    const agreedAt = held.includes(key) ? now : (entry.agreedAt ?? now);
    if (now - agreedAt >= AGREED_FOR_MS) return [];
    return [keepParts<ShownFinding>(entry, { finding: accepted ?? entry.finding, agreedAt })];
  });
  const fresh = settled ? [...byKey.values()].map((finding) => ({ finding, agreedAt: null })) : [];
  const next = [...kept, ...fresh];
  return next.length === shown.length && next.every((entry, at) => entry === shown[at]) ? shown : next;
}
