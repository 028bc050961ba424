import { beforeAll, describe, expect, it } from 'vitest';
import { checkPlanted, type Ran } from './planted-project.ts';

const lint = ['node_modules/oxlint/bin/oxlint', '--deny-warnings', '--format=unix'] as const;

/** What is not to be written, where, and the rule that says so. */
const violations: readonly (readonly [what: string, path: string, rule: string, text: string])[] = [
  ['any', 'lib/domain/stats/any.ts', 'no-explicit-any', 'export const wide = (value: any): void => void value;'],
  [
    'a floating promise',
    'lib/server/floating.ts',
    'no-floating-promises',
    'export async function save(): Promise<void> {\n  await null;\n}\nexport function close(): void {\n  save();\n}',
  ],
  [
    'a non-null assertion',
    'lib/domain/stats/first.ts',
    'no-non-null-assertion',
    'export const first = (values: number[]): number => values[0]!;',
  ],
  [
    'a forged grant',
    'lib/server/store/forged.ts',
    'no-unsafe-type-assertion',
    `import type { Grant } from '#lib/domain/access/grant.ts';\nexport const forged = {} as unknown as Grant<'edit'>;`,
  ],
  ['a log in the library', 'lib/server/loud.ts', 'no-console', `console.log('loud');\nexport const loud = true;`],
  ['a log in a view', 'components/projects/loud.tsx', 'no-console', `console.log('loud');\nexport const loud = true;`],
  ['a log in a page', 'app/loud/page.tsx', 'no-console', `console.log('loud');\nexport const metadata = {};`],
  [
    'a default export outside of what Next reads',
    'components/projects/list.tsx',
    'no-default-export',
    'export default function List(): null {\n  return null;\n}',
  ],
  ['a barrel', 'lib/domain/stats/all.ts', 'no-barrel-file', `export * from './first.ts';`],
  [
    'a procedure without a permission',
    'lib/server/procedures/open.ts',
    'no-restricted-imports',
    `import { os } from '@orpc/server';\nexport const open = os;`,
  ],
  [
    'a state that is forgotten',
    'lib/domain/checks/forgotten.ts',
    'switch-exhaustiveness-check',
    `export function word(kind: 'gap' | 'contradiction'): string {\n  switch (kind) {\n    case 'gap':\n      return 'gap';\n  }\n  return '';\n}`,
  ],
  [
    'a test that is skipped',
    'lib/domain/stats/first.test.ts',
    'no-disabled-tests',
    `import { expect, it } from 'vitest';\nit.skip('counts', () => {\n  expect(1).toBe(1);\n});`,
  ],
];

const allowed: Readonly<Record<string, string>> = {
  'lib/domain/access/grant.ts': 'declare const proof: unique symbol;\nexport type Grant<P> = { readonly [proof]: P };',
  'app/page.tsx': 'export default function Page(): null {\n  return null;\n}',
  'lib/server/procedures/procedure.ts': `import { os } from '@orpc/server';\nexport const builder = os;`,
  'scripts/loud.ts': `console.log('said by a script');`,
};

describe('the lint catches', () => {
  let ran: Ran;
  beforeAll(async () => {
    const planted = Object.fromEntries(violations.map(([, path, , text]): [string, string] => [path, `${text}\n`]));
    ran = await checkPlanted({ ...allowed, ...planted }, lint);
  });

  it.each(violations)('%s', (_what, path, rule) => {
    const lines = ran.output.split('\n').filter((line) => line.includes(`${path}:`));
    expect(lines.join('\n')).toContain(`(${rule})`);
    expect(ran.code).toBe(1);
  });
});

it('lets through what is meant', async () => {
  expect(await checkPlanted(allowed, lint)).toMatchObject({ code: 0 });
});
