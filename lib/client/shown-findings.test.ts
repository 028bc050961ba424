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

const keys = (shown: ReturnType<typeof nextShown>) =>
  shown.map((entry) => `${entry.finding.key}${entry.agreedAt === null ? '' : ' agrees'}`);

describe('nextShown', () => {
  it('holds a new finding back until the field is left', () => {
    expect(nextShown([], [finding('a')], { now: 0, settled: false })).toEqual([]);
    expect(keys(nextShown([], [finding('a')], { now: 0, settled: true }))).toEqual(['a']);
  });

  it('updates a known one at once', () => {
    const shown = nextShown([], [finding('a', 'reads 0.018')], { now: 0, settled: true });
    const next = nextShown(shown, [finding('a', 'reads 0.1')], { now: 10, settled: false });
    expect(next[0]?.finding.message).toBe('reads 0.1');
  });

  it('folds a mended one in its place for five seconds, and takes it back if it returns', () => {
    const shown = nextShown([], [finding('a'), finding('b')], { now: 0, settled: true });
    const mended = nextShown(shown, [finding('b')], { now: 100, settled: false });
    expect(keys(mended)).toEqual(['a agrees', 'b']);
    expect(keys(nextShown(mended, [finding('a'), finding('b')], { now: 200, settled: false }))).toEqual(['a', 'b']);
    expect(keys(nextShown(mended, [finding('b')], { now: 100 + AGREED_FOR_MS, settled: false }))).toEqual(['b']);
  });

  it('leaves a mended one where it is while the cursor is in it, and for five seconds after', () => {
    const shown = nextShown([], [finding('a')], { now: 0, settled: true });
    const later = nextShown(shown, [], { now: 3 * AGREED_FOR_MS, settled: true, held: 'a' });
    const still = nextShown(later, [], { now: 9 * AGREED_FOR_MS, settled: true, held: 'a' });
    expect(keys(still)).toEqual(['a agrees']);
    expect(keys(nextShown(still, [], { now: 9 * AGREED_FOR_MS + 1, settled: true }))).toEqual(['a agrees']);
    expect(keys(nextShown(still, [], { now: 10 * AGREED_FOR_MS, settled: true }))).toEqual([]);
  });
});
