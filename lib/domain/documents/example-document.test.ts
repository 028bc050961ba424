import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runChecks } from '#lib/domain/checks/run-checks.ts';
import { parseFile } from '#lib/domain/worksheets/file.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { buildDocument } from './build-document.ts';
import { renderMarkdown } from './markdown.ts';

// The page of the docs is the golden file. To accept a change of the writing: vitest -u.
test('the example is written as the docs show it', async () => {
  const source = new URL('../../../examples/card-fraud/worksheet.yaml', import.meta.url);
  const { draft, problems } = parseFile(readFileSync(source, 'utf8'), 'yaml');
  expect(problems).toEqual([]);
  const worksheet = readWorksheet(draft);
  const report = runChecks(worksheet, { today: '2026-12-01', mode: 'full' });
  const document = buildDocument({ title: draft.title, worksheet, draft, report, profile: 'full' });
  await expect(renderMarkdown(document)).toMatchFileSnapshot('../../../docs/example-card-fraud.md');
});
