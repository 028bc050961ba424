import { AppError } from '../errors.ts';
import { limits } from '../limits.ts';
import type { Waiver } from '../worksheets/draft.ts';
import type { CheckReport, Finding } from './report.ts';
import { isAbout } from './waivers.ts';

/** What a person says when they accept a finding. */
export interface WaiverWords {
  readonly reason: string;
  /** Plain date; good until its end. */
  readonly expires?: string | undefined;
}

/** A finding as somebody read it. */
export interface FindingRead {
  readonly check: string;
  /** The first that it is about. */
  readonly path: string;
  /** Of its ends as they stood when it was read. */
  readonly valueHash: string;
}

/** A waiver as somebody read it: told from what has been made of it since by its words. */
export interface WaiverRead {
  readonly check: string;
  readonly path: string;
  readonly was: WaiverWords;
}

export interface Signed {
  readonly by: string;
  /** Plain date of the workspace. */
  readonly today: string;
}

export interface WaiverEdit {
  /** All of the worksheet, as they stand then. */
  readonly waivers: readonly Waiver[];
  readonly before: Waiver | null;
  readonly after: Waiver | null;
  /** The sentence of the finding that was accepted. */
  readonly message?: string;
}

/**
 * Accepts a finding as it was read. One that was accepted and stands again gets the new waiver in place of the old.
 * @param report of the worksheet as it stands, with its waivers
 * @returns null where the very same was said before: an answer was lost, and the request came again
 * @throws AppError conflict when the finding is gone, its values have changed, or somebody else has accepted it
 */
export function acceptFinding(
  report: CheckReport,
  waivers: readonly Waiver[],
  read: FindingRead,
  { reason, expires, by, today }: WaiverWords & Signed,
): WaiverEdit | null {
  demandDayToCome(expires, today);
  const found = [...report.findings, ...report.gaps, ...report.waived].filter(({ rule }) => rule === read.check);
  const finding = asRead(
    found.filter(({ paths }) => paths[0] === read.path),
    read.valueHash,
  );
  const after = withEnd({ check: read.check, path: read.path, reason, by, valueHash: read.valueHash }, expires);
  if (finding.waiver?.state === 'accepted') {
    if (waivers.some((standing) => isSame(standing, after))) return null;
    throw new AppError('conflict', `${finding.waiver.by} has accepted this already: ‘${finding.waiver.reason}’.`);
  }
  const stale = (waiver: Waiver): boolean => waiver.path === read.path && isAbout(waiver, finding, found);
  const kept = waivers.filter((waiver) => !stale(waiver));
  if (kept.length >= limits.listItems) {
    throw new AppError(
      'too-large',
      `${limits.listItems} findings are accepted. Withdraw one that is no longer needed.`,
    );
  }
  return { waivers: [...kept, after], before: waivers.find(stale) ?? null, after, message: finding.message };
}

/**
 * Says something else of a finding that stays accepted; the words are then those of whoever changed them.
 * @throws AppError conflict when the waiver is no longer what it was
 */
export function changeWaiver(
  waivers: readonly Waiver[],
  read: WaiverRead,
  { reason, expires, by, today }: WaiverWords & Signed,
): WaiverEdit {
  demandDayToCome(expires, today);
  const before = standing(waivers, read);
  const { expires: _, ...bound } = before;
  const after = withEnd({ ...bound, reason, by }, expires);
  return { waivers: waivers.map((waiver) => (waiver === before ? after : waiver)), before, after };
}

/** @throws AppError conflict when the waiver is no longer what it was */
export function withdrawWaiver(waivers: readonly Waiver[], read: WaiverRead): WaiverEdit {
  const before = standing(waivers, read);
  return { waivers: waivers.filter((waiver) => waiver !== before), before, after: null };
}

function demandDayToCome(expires: string | undefined, today: string): void {
  if (expires === undefined || expires >= today) return;
  throw new AppError('bad-input', 'This day is over. Choose today or a later one.', { path: 'expires' });
}

function asRead(findings: readonly Finding[], valueHash: string): Finding {
  const same = findings.find((finding) => finding.valueHash === valueHash);
  if (same !== undefined) return same;
  const [other] = findings;
  if (other === undefined) {
    throw new AppError('conflict', 'This no longer stands: what it was about has changed. There is nothing to accept.');
  }
  throw new AppError('conflict', `A value has changed meanwhile. It now reads: ${other.message}`);
}

function standing(waivers: readonly Waiver[], { check, path, was }: WaiverRead): Waiver {
  const there = waivers.filter((waiver) => waiver.check === check && waiver.path === path);
  const same = there.find((waiver) => waiver.reason === was.reason && waiver.expires === was.expires);
  if (same !== undefined) return same;
  const [other] = there;
  if (other === undefined) throw new AppError('conflict', 'This acceptance was withdrawn meanwhile.');
  throw new AppError('conflict', `${other.by} has changed this meanwhile. It now says: ‘${other.reason}’.`);
}

function withEnd(waiver: Waiver, expires: string | undefined): Waiver {
  return expires === undefined ? waiver : { ...waiver, expires };
}

function isSame(a: Waiver, b: Waiver): boolean {
  return (['check', 'path', 'reason', 'by', 'expires', 'valueHash'] as const).every((key) => a[key] === b[key]);
}
