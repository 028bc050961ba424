// Where things may stand and how they are called. A new kind of file or folder is a decision: it is made here.
// Usage: node scripts/checks/structure.ts   (in the project's root)
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { projectFiles } from './project-files.ts';

const NOUNS =
  'account|calculators|checks|decisions|documents|events|evidence|history|images|invitations|members|notices|projects|questions|reviews|rules|search|sessions|setup|threads|tokens|workspaces|worksheets';
const LAYERS =
  'access|calculators|charts|checks|decisions|documents|images|projects|quantities|reviews|stats|threads|worksheets';
const NAME = '[a-z0-9]+(-[a-z0-9]+)*';
const ROUTE = '(\\([a-z-]+\\)|\\[{1,2}(\\.\\.\\.)?[a-zA-Z]+\\]{1,2}|[a-z0-9-]+|s|g)';

/** Every place a file may stand in, as a regular expression for its whole path. */
const places = [
  // The fixed top level.
  '(package|package-lock|tsconfig|knip)\\.json',
  '\\.(npmrc|gitignore|prettierrc\\.json|prettierignore|oxlintrc\\.json|dependency-cruiser\\.mjs|node-version|dockerignore)',
  '(next|postcss|vitest|playwright|prisma)\\.config\\.(ts|mjs)',
  '(README|CONTRIBUTING|CHANGELOG|SECURITY)\\.md|LICENSE|next-env\\.d\\.ts|tsconfig\\.tsbuildinfo|\\.env|\\.env\\.example',
  '\\.ci/run',
  'bin/plumbline',
  // Pages: what Next calls them, nothing else.
  `app/(${ROUTE}/)*(page|layout|loading|error|global-error|not-found|template|default)\\.tsx`,
  `app/(${ROUTE}/)*route\\.ts`,
  'app/(globals\\.css|fonts\\.ts|icon\\.svg|manifest\\.ts|robots\\.ts)',
  `app/fonts/(${NAME}\\.woff2|licence\\.txt)`,
  'public/.+\\.(svg|png|ico|txt|woff2)',
  // Views.
  `components/(ui|forms|charts|${NOUNS})/${NAME}(\\.test)?\\.tsx?`,
  // The pure core: one folder a layer.
  `lib/domain/(errors|ids|json|limits)(\\.test)?\\.ts`,
  `lib/domain/tsconfig\\.json`,
  `lib/domain/(${LAYERS})/(${NAME}/)?${NAME}(\\.test)?\\.ts`,
  // The server: one file a noun in procedures and store.
  `lib/server/(${NAME})(\\.test)?\\.ts`,
  `lib/server/(procedures|store)/(${NAME})(\\.test)?\\.ts`,
  `lib/server/(auth|events|exports|jobs|migrations|postgres|http)/${NAME}(\\.test)?\\.ts`,
  `lib/server/exports/(fonts|typst)/[A-Za-z0-9.-]+\\.(ttf|otf|typ|txt)`,
  `lib/(client|cli|format)/${NAME}(\\.test)?\\.ts`,
  'lib/paths(\\.test)?\\.ts',
  `lib/([a-z-]+/)*__snapshots__/${NAME}\\.test\\.tsx?\\.snap`,
  // Data.
  'prisma/(schema/)?[a-z-]+\\.prisma',
  'prisma/[a-z-]+(\\.test)?\\.ts',
  'prisma/migrations/(migration_lock\\.toml|[0-9]{14}_[a-z0-9_]+/migration\\.sql)',
  `examples/${NAME}/(worksheet\\.yaml|${NAME}\\.(csv|md|json))`,
  'examples/[a-z-]+(\\.test)?\\.ts',
  // What surrounds the product.
  `scripts/(${NAME}/)?${NAME}(\\.test)?\\.(mjs|ts|d\\.ts)`,
  `test/${NAME}\\.(ts|d\\.ts)`,
  'test/reference-data/(README\\.md|(schemas/)?[a-z0-9._-]+\\.(csv|json))',
  `test/architecture/${NAME}(\\.test)?\\.ts`,
  `e2e/(fixtures/)?${NAME}(\\.d)?\\.ts`,
  `e2e/(journeys/)?${NAME}\\.spec\\.ts`,
  `bench/${NAME}\\.(ts|mjs)`,
  `docs/(adr/)?${NAME}\\.md`,
  `docs/${NAME}\\.(png|svg)`,
  `docs/gallery/(README\\.md|${NAME}/${NAME}\\.(md|html|pdf|yaml|json))`,
].map((place) => new RegExp(`^(${place})$`));

/** Names that say nothing, so that everything ends up in them. `index` is here because it invites barrels. */
const VAGUE = /(^|-)(utils?|helpers?|common|misc|index|shared|stuff|manager|lib)(-|$)/;

const BINARY = new Set(['.woff2', '.ttf', '.otf', '.png', '.ico', '.pdf']);
const CODE = new Set(['.ts', '.tsx', '.mjs', '.css', '.prisma', '.typ']);
const MOST_LINES = 400;

const SECRETS: readonly (readonly [string, RegExp])[] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a cloud access key', /\b(AKIA|ASIA)[0-9A-Z]{16}\b/],
  [
    'an access token',
    /\b(gh[pousr]_[A-Za-z0-9]{30,}|glpat-[\w-]{20,}|xox[abpr]-[\w-]{10,}|npm_[A-Za-z0-9]{30,}|sk-[A-Za-z0-9]{32,})/,
  ],
  [
    'a password in an address',
    /\b(postgres(ql)?|smtps?|https?):\/\/[^\s:@/'"`$<{]+:(?!password@|secret@)[^\s@/'"`$<{]+@(?!localhost|127\.0\.0\.1|[a-z-]*\.?example\b)/,
  ],
];

// Each with a class of one letter, so that this file does not find itself.
const UNFINISHED = /\b(TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b/;

const root = process.cwd();
const files = projectFiles(root);
const problems = files.flatMap((path) => [...problemsOfName(path), ...problemsOfText(path)]);
if (files.length === 0) problems.push('No file was found to check.');
for (const problem of problems) console.error(problem);
console.log(`${files.length} files, ${problems.length} out of place`);
process.exitCode = problems.length > 0 ? 1 : 0;

function problemsOfName(path: string): string[] {
  const found: string[] = [];
  if (!places.some((place) => place.test(path))) {
    found.push(`${path}: no place is known for this file; see the list in scripts/checks/structure.ts`);
  }
  if (VAGUE.test(basename(path).split('.')[0] ?? '')) found.push(`${path}: the name says nothing about the content`);
  return found;
}

function problemsOfText(path: string): string[] {
  const extension = extname(path);
  if (BINARY.has(extension) || path === 'package-lock.json') return [];
  const text = readFileSync(`${root}/${path}`, 'utf8');
  const lines = text.split('\n');
  const found: string[] = [];
  if (CODE.has(extension) && lines.length - 1 > MOST_LINES) {
    found.push(`${path}: ${lines.length - 1} lines, the most are ${MOST_LINES}`);
  }
  for (const [index, line] of lines.entries()) {
    const where = `${path}:${index + 1}`;
    if (UNFINISHED.test(line)) found.push(`${where}: unfinished work is finished or left out, not marked`);
    for (const [what, pattern] of SECRETS) if (pattern.test(line)) found.push(`${where}: looks like ${what}`);
  }
  return found;
}
