import { beforeAll, describe, expect, it } from 'vitest';
import { checkPlanted, type Ran } from './planted-project.ts';

const structure = ['scripts/checks/structure.ts'] as const;
const line = 'export const line = 1;\n';
const unfinished = ['TO', 'DO'].join('');

const violations: readonly (readonly [what: string, path: string, text: string, message: string])[] = [
  ['a folder nobody decided on', 'lib/services/projects.ts', line, 'no place is known'],
  ['a page with a name of its own', 'app/projects/view.tsx', line, 'no place is known'],
  ['a noun nobody knows', 'components/widgets/list.tsx', line, 'no place is known'],
  ['a new file at the top', 'notes.md', 'Notes\n', 'no place is known'],
  ['a capital in a name', 'lib/format/Numbers.ts', line, 'no place is known'],
  ['a vague name', 'lib/format/utils.ts', line, 'says nothing'],
  ['a vague half of a name', 'lib/domain/stats/mean-helpers.ts', line, 'says nothing'],
  ['a barrel', 'lib/domain/checks/index.ts', line, 'says nothing'],
  ['a file of 401 lines', 'lib/domain/limits.ts', line.repeat(401), '401 lines'],
  ['unfinished work', 'lib/paths.ts', `${line}// ${unfinished}: the rest\n`, 'lib/paths.ts:2: unfinished'],
  ['a private key', 'docs/keys.md', `${'-'.repeat(5)}BEGIN PRIVATE KEY${'-'.repeat(5)}\n`, 'a private key'],
  ['a cloud key', 'docs/cloud.md', `${['AK', 'IA'].join('')}${'A7'.repeat(8)}\n`, 'a cloud access key'],
  ['a token', 'docs/token.md', `${['gh', 'p_'].join('')}${'a1'.repeat(18)}\n`, 'an access token'],
  [
    'a password',
    '.env.example',
    `DATABASE_URL=postgres://app${':'.padEnd(9, 'x')}@db.acme.org/app\n`,
    'a password in an address',
  ],
];

const allowed: Readonly<Record<string, string>> = {
  'lib/domain/ids.ts': line.repeat(400),
  'lib/domain/stats/proportion-interval.test.ts': line,
  'app/w/[workspace]/p/[project]/[[...section]]/page.tsx': line,
  'components/worksheets/quantity-box.tsx': line,
  'prisma/migrations/20260101000000_first/migration.sql': 'select 1;\n',
  'docs/operations.md': 'postgres://plumbline:password@db.example/plumbline\n',
};

describe('the structure check catches', () => {
  let ran: Ran;
  beforeAll(async () => {
    const planted = Object.fromEntries(violations.map(([, path, text]): [string, string] => [path, text]));
    ran = await checkPlanted({ ...allowed, ...planted }, structure);
  });

  it.each(violations)('%s', (_what, path, _text, message) => {
    const lines = ran.output.split('\n').filter((said) => said.startsWith(path));
    expect(lines.join('\n')).toContain(message);
    expect(ran.code).toBe(1);
  });
});

it('passes a project in which everything has its place', async () => {
  expect(await checkPlanted(allowed, structure)).toMatchObject({ code: 0 });
});
