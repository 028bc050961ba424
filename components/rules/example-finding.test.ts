import { expect, test } from 'vitest';

import { rules } from '#lib/domain/checks/all-rules.ts';

import { exampleFinding, exampleText } from './example-finding.ts';

test.each(rules.map((rule) => [rule.id, rule] as const))('the page of %s shows what the rule says', (_, rule) => {
  expect(exampleFinding(rule)?.message).toMatch(/\S/);
  expect(exampleText(rule.examples.failing, rule.examples.evidence)).toMatch(/^sections:/);
});

test('evidence that an example rests on is shown with it', () => {
  const shown = rules.flatMap(({ examples: { failing, evidence } }) =>
    evidence === undefined ? [] : [exampleText(failing, evidence)],
  );
  expect(shown.length).toBeGreaterThan(0);
  for (const text of shown) expect(text).toMatch(/^evidence:$/m);
});
