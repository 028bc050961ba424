import { expect, it } from 'vitest';
import { checkPlanted } from './planted-project.ts';

const compile = ['node_modules/typescript-7/bin/tsc', '--noEmit', '-p', 'lib/domain/tsconfig.json'] as const;

it.each([
  ['the page', 'export const title = document.title;', 'document'],
  ['the process', 'export const home = process.env;', 'process'],
  ['a file', `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;`, 'node:fs'],
  ['the network', `export const load = () => fetch('https://example.org');`, 'fetch'],
])('the domain does not compile when it touches %s', async (_what, text, name) => {
  const { code, output } = await checkPlanted({ 'lib/domain/stats/impure.ts': `${text}\n` }, compile);
  expect(output).toContain(`'${name}'`);
  expect(code).not.toBe(0);
});

it('compiles what is pure', async () => {
  const pure = 'export const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);\n';
  expect(await checkPlanted({ 'lib/domain/stats/mean.ts': pure }, compile)).toEqual({ code: 0, output: '' });
});
