import { describe, expect, it } from 'vitest';
import type { Finding } from '#lib/domain/checks/report.ts';
import { AGREED_FOR_MS, nextShown } from './shown-findings.ts';

function finding(key: string, message = key): Finding {
  return {
    key,
    rule: key,
    version: 1,
    severity: 'error',
    kind: 'contradiction',
    paths: [],
    ends: [],
    message,
    numbers: [],
    principle: '',
    source: '',
    leansOnGuess: false,
    valueHash: '',
  };
}

const report = (findings: Finding[], waived: Finding[] = []) => ({ findings, waived });

const keys = (shown: ReturnType<typeof nextShown>) =>
  shown.map((entry) => `${entry.finding.key}${entry.agreedAt === null ? '' : ' agrees'}`);

describe('nextShown', () => {
  it('holds a new finding back until the field is left', () => {
    expect(nextShown([], report([finding('a')]), { now: 0, settled: false })).toEqual([]);
    expect(keys(nextShown([], report([finding('a')]), { now: 0, settled: true }))).toEqual(['a']);
  });

  it('updates a known one at once', () => {
    const shown = nextShown([], report([finding('a', 'reads 0.018')]), { now: 0, settled: true });
    const next = nextShown(shown, report([finding('a', 'reads 0.1')]), { now: 10, settled: false });
    expect(next[0]?.finding.message).toBe('reads 0.1');
  });

  it('folds a mended one in its place for five seconds, and takes it back if it returns', () => {
    const shown = nextShown([], report([finding('a'), finding('b')]), { now: 0, settled: true });
    const mended = nextShown(shown, report([finding('b')]), { now: 100, settled: false });
    expect(keys(mended)).toEqual(['a agrees', 'b']);
    expect(keys(nextShown(mended, report([finding('a'), finding('b')]), { now: 200, settled: false }))).toEqual([
      'a',
      'b',
    ]);
    expect(keys(nextShown(mended, report([finding('b')]), { now: 100 + AGREED_FOR_MS, settled: false }))).toEqual([
      'b',
    ]);
  });

  it('leaves a mended one where it is while the cursor is in it, and for five seconds after', () => {
    const shown = nextShown([], report([finding('a')]), { now: 0, settled: true });
    const later = nextShown(shown, report([]), { now: 3 * AGREED_FOR_MS, settled: true, held: ['a'] });
    const still = nextShown(later, report([]), { now: 9 * AGREED_FOR_MS, settled: true, held: ['a'] });
    expect(keys(still)).toEqual(['a agrees']);
    expect(keys(nextShown(still, report([]), { now: 9 * AGREED_FOR_MS + 1, settled: true }))).toEqual(['a agrees']);
    expect(keys(nextShown(still, report([]), { now: 10 * AGREED_FOR_MS, settled: true }))).toEqual([]);
  });

  it('folds an accepted one with its waiver, and takes it back when it is withdrawn', () => {
    const waiver = { state: 'accepted', path: 'a', reason: 'A trial', by: 'Lead' } as const;
    const accepted = { ...finding('a'), waiver };
    const shown = nextShown([], report([finding('a')]), { now: 0, settled: true });
    const next = nextShown(shown, report([], [accepted]), { now: 100, settled: false });
    expect(next).toEqual([{ finding: accepted, agreedAt: 100 }]);
    expect(nextShown(next, report([], [accepted]), { now: 100 + AGREED_FOR_MS, settled: true })).toEqual([]);
    const again = nextShown(next, report([finding('a')]), { now: 200, settled: false });
    expect(again).toEqual([{ finding: finding('a'), agreedAt: null }]);
  });
});
