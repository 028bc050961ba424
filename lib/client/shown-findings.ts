import type { Finding } from '#lib/domain/checks/report.ts';

/** A finding as the page shows it; `agreedAt` is set once it has been mended, for the few seconds that it folds. */
export interface ShownFinding {
  readonly finding: Finding;
  readonly agreedAt: number | null;
}

export const QUIET_BEFORE_NEW_MS = 1500;
export const AGREED_FOR_MS = 5000;

/**
 * What to show next, so that findings do not flicker while someone types: a new one waits until the field it is about
 * is left (`settled`), a known one is updated at once, and a mended one stays, folded, for five seconds in its place.
 * The one that the cursor is in (`held`, its key) stays for as long as the cursor does.
 */
export function nextShown(
  shown: readonly ShownFinding[],
  current: readonly Finding[],
  { now, settled, held = null }: { readonly now: number; readonly settled: boolean; readonly held?: string | null },
): readonly ShownFinding[] {
  const byKey = new Map(current.map((finding) => [finding.key, finding]));
  const kept = shown.flatMap((entry): ShownFinding[] => {
    const finding = byKey.get(entry.finding.key);
    byKey.delete(entry.finding.key);
    if (finding !== undefined) return [{ finding, agreedAt: null }];
    const agreedAt = entry.finding.key === held ? now : (entry.agreedAt ?? now);
    return now - agreedAt < AGREED_FOR_MS ? [{ finding: entry.finding, agreedAt }] : [];
  });
  return settled ? [...kept, ...[...byKey.values()].map((finding) => ({ finding, agreedAt: null }))] : kept;
}
