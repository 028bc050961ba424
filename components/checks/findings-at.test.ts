import { expect, it } from 'vitest';
import type { ShownFinding } from '#lib/client/shown-findings.ts';
import type { Severity } from '#lib/domain/checks/report.ts';
import { findingsAt, standing } from './findings-at.ts';

function shown(key: string, severity: Severity, paths: string[], agreedAt: number | null = null): ShownFinding {
  return {
    agreedAt,
    finding: {
      key,
      rule: key,
      version: 1,
      severity,
      kind: 'contradiction',
      paths,
      ends: [],
      message: key,
      numbers: [],
      principle: '',
      source: '',
      leansOnGuess: false,
      valueHash: '',
    },
  };
}

const all = [
  shown('w', 'warning', ['metrics.items.m1.targetValue', 'framing.classes.fraud.expectedShare']),
  shown('e', 'error', ['metrics.items.m1.formula'], 5),
  shown('other', 'error', ['metrics.items.m10.formula']),
];
const keys = (found: readonly ShownFinding[]) => found.map((entry) => entry.finding.key);

it('finds what is about a field or an item, worst first, and not about a namesake', () => {
  expect(keys(findingsAt(all, 'metrics.items.m1'))).toEqual(['e', 'w']);
  expect(keys(findingsAt(all, 'framing.classes.fraud.expectedShare'))).toEqual(['w']);
});

it('counts only what still stands', () => {
  expect(keys(standing(all))).toEqual(['w', 'other']);
});
