import type { Finding } from '#lib/domain/checks/report.ts';
import type { Derivation } from '#lib/domain/worksheets/derivation.ts';
import type { Assessment, DerivedEntry } from './assessment.ts';

/** A derived value that would be another one, be known, or no longer be; null where it is not, or would not be, said. */
export interface DerivedChange {
  readonly key: string;
  readonly now: DerivedEntry | null;
  readonly tried: DerivedEntry | null;
}

/** What would be otherwise if a value were saved; all of it empty where nothing would. */
export interface TrialOutcome {
  /** Findings that would no longer stand. */
  readonly goes: readonly Finding[];
  readonly comes: readonly Finding[];
  /** Findings that would stand on other numbers, as they would read. */
  readonly changes: readonly Finding[];
  readonly derived: readonly DerivedChange[];
}

type Assessed = Pick<Assessment, 'report' | 'derived'>;

export function outcomeOf(now: Assessed, tried: Assessed): TrialOutcome {
  const before = new Map(now.report.findings.map((finding) => [finding.key, finding]));
  const after = new Set(tried.report.findings.map(({ key }) => key));
  return {
    goes: now.report.findings.filter(({ key }) => !after.has(key)),
    comes: tried.report.findings.filter(({ key }) => !before.has(key)),
    changes: tried.report.findings.filter((finding) => {
      const old = before.get(finding.key);
      return old !== undefined && !readsTheSame(old, finding);
    }),
    derived: derivedChanges(now.derived, tried.derived),
  };
}

/** What it is, and of which item: the values that follow from each item of a list have the same id. */
export function derivedKey({ id, beside }: Pick<DerivedEntry, 'id' | 'beside'>): string {
  return `${id} ${beside[0] ?? ''}`;
}

function readsTheSame(a: Finding, b: Finding): boolean {
  return a.message === b.message && a.severity === b.severity && a.leansOnGuess === b.leansOnGuess;
}

function derivedChanges(now: readonly DerivedEntry[], tried: readonly DerivedEntry[]): readonly DerivedChange[] {
  const before = new Map(now.map((entry) => [derivedKey(entry), entry]));
  const after = new Map(tried.map((entry) => [derivedKey(entry), entry]));
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.flatMap((key): DerivedChange[] => {
    const change = { key, now: before.get(key) ?? null, tried: after.get(key) ?? null };
    return said(change.now?.result) === said(change.tried?.result) ? [] : [change];
  });
}

/** What a reader is told of it: digits that nobody is shown make no difference. */
function said(result: Derivation | undefined): string {
  switch (result?.state) {
    case undefined:
      return '';
    case 'value':
      return `${result.state} ${result.shown} ${result.leansOnGuess}`;
    case 'waits':
      return `${result.state} ${result.missing.join(' ')}`;
    case 'undefined':
      return `${result.state} ${result.reason}`;
  }
}
