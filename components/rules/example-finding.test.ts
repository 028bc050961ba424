import { expect, test } from 'vitest';

import { rules } from '#lib/domain/checks/all-rules.ts';

import { exampleFinding, exampleText } from './example-finding.ts';

test.each(rules.map((rule) => [rule.id, rule] as const))('the page of %s shows what the rule says', (_, rule) => {
  expect(exampleFinding(rule)?.message).toMatch(/\S/);
  expect(exampleText(rule.examples.failing)).toMatch(/^sections:/);
});
