// Who may import whom. A room is a folder; the table says into which rooms a file of that room may reach.
// What is not listed is forbidden.

/** room (regular expression from the project's root) → rooms its files may import */
const walls = {
  app: {
    from: '^app/',
    to: [
      '^app/',
      '^components/',
      '^lib/(domain|format)/',
      '^lib/paths\\.ts$',
      '^lib/server/procedures/',
      '^lib/server/(auth|env)\\.ts$',
    ],
  },
  'components-ui': { from: '^components/ui/', to: ['^components/ui/'] },
  'components-forms': { from: '^components/forms/', to: ['^components/(ui|forms)/', '^lib/(domain|client|format)/'] },
  'components-charts': { from: '^components/charts/', to: ['^components/(ui|charts)/', '^lib/(domain|format)/'] },
  'components-noun': {
    from: '^components/(?!ui/|forms/|charts/)[^/]+/',
    to: ['^components/', '^lib/(domain|client|format)/', '^lib/paths\\.ts$'],
  },
  paths: { from: '^lib/paths\\.ts$', to: [] },
  format: { from: '^lib/format/', to: ['^lib/format/', '^lib/domain/'] },
  client: { from: '^lib/client/', to: ['^lib/client/', '^lib/domain/', '^lib/paths\\.ts$'] },
  cli: { from: '^lib/cli/', to: ['^lib/cli/', '^lib/domain/', '^lib/server/exports/'] },
  procedures: {
    from: '^lib/server/procedures/',
    to: [
      '^lib/server/(procedures|store|jobs|exports)/',
      '^lib/server/(client-address|env|events|mail|mail-texts|session-cookie|stop-token)\\.ts$',
      '^lib/domain/',
      '^lib/paths\\.ts$',
    ],
  },
  jobs: { from: '^lib/server/jobs/', to: ['^lib/server/(jobs|store)/', '^lib/server/events\\.ts$', '^lib/domain/'] },
  store: {
    from: '^lib/server/store/',
    to: ['^lib/server/store/', '^lib/server/(db|process-wide)\\.ts$', '^lib/domain/'],
  },
  exports: { from: '^lib/server/exports/', to: ['^lib/server/exports/', '^lib/domain/'] },
  server: { from: '^lib/server/[^/]+\\.ts$', to: ['^lib/server/', '^lib/domain/', '^lib/paths\\.ts$'] },
  prisma: {
    from: '^prisma/',
    to: ['^prisma/', '^lib/server/(store|generated)/', '^lib/server/[^/]+\\.ts$', '^lib/domain/', '^examples/'],
  },
  examples: { from: '^examples/', to: ['^examples/'] },
  scripts: { from: '^scripts/', to: ['^scripts/', '^lib/', '^prisma/'] },
  bench: { from: '^bench/', to: ['^bench/', '^scripts/', '^lib/', '^e2e/', '^test/', '^examples/'] },
  e2e: { from: '^e2e/', to: ['^e2e/', '^scripts/', '^test/', '^lib/', '^examples/'] },
  test: { from: '^test/', to: ['^test/', '^scripts/', '^lib/', '^prisma/', '^examples/'] },
};

/** A test sits beside its code and may reach for factories, examples and real peers: only shipped code has walls. */
const testFile = '\\.test\\.tsx?$';

/** The layers of the domain, lowest first. A layer may use those before it in this list that it names, and itself. */
const layers = {
  foundation: { at: '^lib/domain/(errors|ids|json|limits)\\.ts$', uses: [] },
  access: { at: '^lib/domain/access/', uses: ['foundation'] },
  images: { at: '^lib/domain/images/', uses: ['foundation'] },
  quantities: { at: '^lib/domain/quantities/', uses: ['foundation'] },
  stats: { at: '^lib/domain/stats/', uses: ['foundation', 'quantities'] },
  calculators: { at: '^lib/domain/calculators/', uses: ['foundation', 'quantities', 'stats'] },
  charts: { at: '^lib/domain/charts/', uses: ['foundation', 'quantities'] },
  worksheets: {
    at: '^lib/domain/worksheets/',
    uses: ['foundation', 'access', 'images', 'quantities', 'stats', 'calculators'],
  },
  checks: {
    at: '^lib/domain/checks/',
    uses: ['foundation', 'access', 'quantities', 'stats', 'calculators', 'worksheets'],
  },
  threads: { at: '^lib/domain/threads/', uses: ['foundation', 'access', 'worksheets'] },
  decisions: { at: '^lib/domain/decisions/', uses: ['foundation', 'access', 'worksheets'] },
  projects: { at: '^lib/domain/projects/', uses: ['foundation', 'images', 'worksheets'] },
  documents: {
    at: '^lib/domain/documents/',
    uses: [
      'foundation',
      'access',
      'images',
      'quantities',
      'stats',
      'calculators',
      'charts',
      'worksheets',
      'checks',
      'threads',
      'decisions',
    ],
  },
};

const domainPackages = [
  'zod',
  'yaml',
  '@noble/hashes',
  'node-diff3',
  'mdast-util-from-markdown',
  'mdast-util-gfm',
  'mdast-util-to-markdown',
  'micromark-extension-gfm',
];

const escape = (name) => name.replace(/[/.]/g, '\\$&');
const packages = (names) => `node_modules/(${names.map(escape).join('|')})(/|$)`;

const wallRules = Object.entries(walls).map(([room, { from, to }]) => ({
  name: `wall-${room}`,
  comment: `${from} may import from the project only: ${to.join(' ') || 'nothing'}`,
  severity: 'error',
  from: { path: from, pathNot: testFile },
  to: {
    path: '^(app|components|lib|prisma|examples|scripts|bench|e2e|test)/',
    pathNot: to.length > 0 ? to : undefined,
  },
}));

const layerRules = Object.entries(layers).map(([layer, { at, uses }]) => ({
  name: `domain-layer-${layer}`,
  comment: `${layer} may use ${uses.join(', ') || 'no other layer'}`,
  severity: 'error',
  from: { path: at, pathNot: testFile },
  to: { path: '^lib/domain/', pathNot: [at, ...uses.map((used) => layers[used].at)] },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...wallRules,
    ...layerRules,
    {
      name: 'no-import-of-tests',
      comment: 'Only a test may use what lies in test/, and nothing imports a test.',
      severity: 'error',
      from: { path: '^(app|components|lib|prisma|scripts)/', pathNot: testFile },
      to: { path: ['^test/', testFile] },
    },
    {
      name: 'domain-is-pure',
      comment: 'Clock, random source, files and network are passed in. Packages are listed here.',
      severity: 'error',
      from: { path: '^lib/domain/', pathNot: testFile },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'],
        pathNot: packages(domainPackages),
      },
    },
    {
      name: 'ui-knows-no-product',
      comment: 'components/ui could ship in a different product: no router, form or query library.',
      severity: 'error',
      from: { path: '^components/ui/', pathNot: testFile },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev'],
        pathNot: packages(['react', 'react-dom', 'lucide-react']),
      },
    },
    {
      name: 'prisma-has-two-importers',
      comment: 'Only the store and auth read the database; db.ts makes the connection, migrations.ts the schema.',
      severity: 'error',
      from: {
        path: '^(app|components|lib|scripts|e2e|bench)/',
        pathNot: [
          '^lib/server/generated/',
          '^lib/server/store/',
          '^lib/server/(db|auth)\\.ts$',
          '^lib/server/migrations',
          testFile,
        ],
      },
      to: { path: ['^lib/server/generated/', packages(['@prisma/client', '@prisma/adapter-pg', 'prisma'])] },
    },
    {
      name: 'the-browser-never-reaches-the-server',
      comment: 'Through however many files: a component that leads to lib/server would ship it, or break the build.',
      severity: 'error',
      from: { path: '^(components|lib/(client|format|domain))/|^lib/paths\\.ts$', pathNot: testFile },
      to: { path: '^lib/server/', reachable: true },
    },
    {
      name: 'the-checks-need-no-schema',
      comment: 'They run in the browser as well, where a schema library weighs as much as all of them.',
      severity: 'error',
      from: { path: '^lib/domain/checks/', pathNot: testFile },
      to: { path: packages(['zod']), reachable: true },
    },
    {
      name: 'the-command-line-needs-no-server',
      severity: 'error',
      from: { path: '^lib/cli/', pathNot: testFile },
      to: {
        path: ['^lib/server/(?!exports/)', packages(['pg', 'next', 'react', '@prisma/client', 'pg-boss'])],
        reachable: true,
      },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { pathNot: '^lib/server/generated/' },
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { pathNot: '^lib/server/generated/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'shipped-code-uses-shipped-packages',
      severity: 'error',
      from: { path: '^(app|components|lib|prisma)/', pathNot: testFile },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^lib/server/generated/'] },
    exclude: { path: ['^\\.next/', '^\\.cache/', '\\.d\\.ts$'] },
    // Types are erased: what only names a type builds no wall and ships no byte.
    tsPreCompilationDeps: false,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
    skipAnalysisNotInRules: true,
  },
};
