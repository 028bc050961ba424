import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { expect, test } from 'vitest';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { runChecks } from '#lib/domain/checks/run-checks.ts';
import type { FileResult } from './checked-file.ts';
import { sarifReport } from './sarif-report.ts';

// The schema is written in draft 4; nothing in it but its own name differs from what ajv reads.
const published = readFileSync(
  join(import.meta.dirname, '../../test/reference-data/schemas/sarif-schema-2.1.0.json'),
  'utf8',
);
const schema: unknown = JSON.parse(published, (key, value: unknown) =>
  (key === '$schema' || key === 'id') && typeof value === 'string' ? undefined : value,
);
if (typeof schema !== 'object' || schema === null) throw new Error('The schema of SARIF is not there.');
const isSarif = new Ajv({ strict: false, allErrors: true, formats: fullFormats }).compile(schema);

const draft: DraftWorksheet = {
  format: 'plumbline/v1',
  title: 'Trial',
  sections: { framing: { taskType: 'regression', loss: 'hinge', targetIsProxy: true } },
  waivers: [{ check: 'FRM-05', path: 'framing.proxyLink', reason: 'Trial', by: 'Lead' }],
};
const worksheet = readWorksheet(draft);
const results: readonly FileResult[] = [
  {
    file: 'a folder/ünï 欺诈.yaml',
    state: 'read',
    draft,
    images: new Map(),
    worksheet,
    stage: undefined,
    report: runChecks(worksheet, { mode: 'full', today: '2027-01-15' }),
    locate: (path) => (path === 'framing.loss' ? { line: 6, column: 5 } : undefined),
  },
  { file: 'broken.yaml', state: 'invalid', problems: [{ message: 'Not a worksheet.', at: { line: 3, column: 1 } }] },
];

test('is valid SARIF 2.1.0', () => {
  const log: unknown = JSON.parse(sarifReport(results, '1.2.3'));
  expect(isSarif(log)).toBe(true);
  expect(isSarif.errors).toBeNull();
  expect(isSarif({ version: '2.1.0' })).toBe(false);
});

test('carries rule, level, place, and what was waived', () => {
  const log: unknown = JSON.parse(sarifReport(results, '1.2.3'));
  expect(log).toMatchObject({ runs: [{ invocations: [{ executionSuccessful: false }] }] });
  const text = JSON.stringify(log);
  expect(text).toContain('"ruleId":"FRM-02"');
  expect(text).toContain('"region":{"startLine":6,"startColumn":5}');
  expect(text).toContain('"uri":"a%20folder/%C3%BCn%C3%AF%20%E6%AC%BA%E8%AF%88.yaml"');
  expect(text).toContain('"suppressions":[{"kind":"external","status":"accepted","justification":"Trial"}]');
});
