import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseFile } from '#lib/domain/worksheets/file.ts';

it('the file that the docs show is a worksheet', () => {
  const page = readFileSync(new URL('../../docs/file-format.md', import.meta.url), 'utf8');
  const [, shown = ''] = /```yaml\n(format:.*?)```/s.exec(page) ?? [];
  const { draft, problems } = parseFile(shown, 'yaml');
  expect(problems).toEqual([]);
  expect(Object.keys(draft.sections)).toEqual(['business', 'framing']);
});
