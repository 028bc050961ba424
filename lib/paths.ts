/**
 * Every address of the product. Pages, mails and redirects take their links from here, so that an address is
 * changed in one place; the snapshot beside this file shows all of them.
 */

interface WorkspacePath {
  readonly workspace: string;
}

interface ProjectPath extends WorkspacePath {
  readonly project: string;
}

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** Builds a path from raw segments, escaping each of them; a query entry that is undefined is left out. */
function address(segments: readonly (string | number)[], query: Query = {}, fragment?: string): string {
  const path = `/${segments.map((segment) => encodeURIComponent(segment)).join('/')}`;
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  const tail = search.size > 0 ? `?${search.toString()}` : '';
  return `${path}${tail}${fragment ? `#${encodeURIComponent(fragment)}` : ''}`;
}

const inWorkspace = ({ workspace }: WorkspacePath, ...rest: (string | number)[]) => ['w', workspace, ...rest];
const inProject = ({ workspace, project }: ProjectPath, ...rest: (string | number)[]) =>
  inWorkspace({ workspace }, 'p', project, ...rest);
const optional = (segment: string | number | undefined) => (segment === undefined ? [] : [segment]);

export const WORKSPACE_SETTINGS_PAGES = ['general', 'audit'] as const;
export type WorkspaceSettingsPage = (typeof WORKSPACE_SETTINGS_PAGES)[number];

/** What the panel beside the sheet shows: `finding.MET-03.m1`, `thread.41`, `evidence.e2`, `field`, `open`. */
interface PanelQuery {
  readonly panel?: string;
}

/** What is shown of the portfolio; the usual is left out of the address. */
interface PortfolioQuery {
  readonly title?: string | undefined;
  readonly archived?: boolean;
  readonly stage?: string | undefined;
  readonly having?: string | undefined;
  readonly sort?: string | undefined;
  readonly after?: string | undefined;
}

/** Which threads a list shows; all of them where it says nothing. */
interface ThreadQuery {
  readonly state?: string | undefined;
  readonly kind?: string | undefined;
  readonly section?: string | undefined;
  readonly mine?: boolean | undefined;
  readonly unread?: boolean | undefined;
  readonly blocking?: boolean | undefined;
  readonly before?: number | undefined;
}

/** Which decisions a log shows; all of them where it says nothing. */
interface DecisionQuery {
  readonly status?: string | undefined;
  readonly person?: string | undefined;
  readonly due?: boolean | undefined;
}

/** What a new decision is about, or takes the place of. */
interface DecisionStart {
  readonly field?: string | undefined;
  readonly thread?: number | undefined;
  /** Id of a rule, whose finding is at `field`. */
  readonly rule?: string | undefined;
  readonly supersedes?: number | undefined;
}

export const paths = {
  root: () => '/',
  setUp: () => address(['setup']),
  signIn: (query: { next?: string; error?: string; reset?: 'done' } = {}) => address(['sign-in'], query),
  invitation: ({ token }: { token: string }) => address(['invite', token]),
  requestReset: () => address(['reset']),
  reset: ({ token }: { token: string }) => address(['reset', token]),

  /** Turns mails about threads and questions off, for whoever got one. */
  stopMail: ({ token }: { token: string }) => address(['stop-mail', token]),

  calculators: () => address(['calculators']),
  /** With `inputs` as a person typed them, or with one `input` in the units of the calculator. */
  calculator: ({ calculator, inputs = {}, input }: { calculator: string; inputs?: Query; input?: object }) =>
    address(['calculators', calculator], { ...inputs, input: input && JSON.stringify(input) }),
  rules: () => address(['rules']),
  rule: ({ rule }: { rule: string }) => address(['rules', rule]),
  handbook: ({ section }: { section?: string } = {}) => address(['handbook', ...optional(section)]),
  apiReference: () => '/api/v1',
  openApi: () => '/api/v1/openapi.json',

  published: ({ token, section }: { token: string; section?: string }) => address(['s', token, ...optional(section)]),
  guest: ({ token }: { token: string }) => address(['g', token]),

  home: () => address(['home']),
  inbox: (query: { all?: boolean | undefined; after?: string | undefined } = {}) =>
    address(['inbox'], { ...query, all: query.all || undefined }),
  account: () => address(['account']),
  search: ({ text }: { text?: string } = {}) => address(['search'], { text }),

  workspace: (at: WorkspacePath, { title, archived, stage, having, sort, after }: PortfolioQuery = {}) =>
    address(inWorkspace(at), {
      title: title || undefined,
      archived: archived || undefined,
      stage,
      having,
      sort: sort === 'changed' ? undefined : sort,
      after,
    }),
  newProject: (at: WorkspacePath) => address(inWorkspace(at, 'new')),
  workspaceDecisions: (
    at: WorkspacePath,
    { due, ...query }: DecisionQuery & { project?: string | undefined; after?: string | undefined } = {},
  ) => address(inWorkspace(at, 'decisions'), { ...query, due: due || undefined }),
  workspaceSearch: (at: WorkspacePath, query: { text?: string } = {}) => address(inWorkspace(at, 'search'), query),
  uses: ({ kind, name, ...at }: WorkspacePath & { kind: string; name: string }) =>
    address(inWorkspace(at, 'uses', kind, name)),
  waivers: (at: WorkspacePath) => address(inWorkspace(at, 'waivers')),
  members: (at: WorkspacePath, query: { after?: string | undefined } = {}) =>
    address(inWorkspace(at, 'members'), query),
  templates: (at: WorkspacePath) => address(inWorkspace(at, 'templates')),
  workspaceSettings: ({ page, ...at }: WorkspacePath & { page: WorkspaceSettingsPage }) =>
    address(inWorkspace(at, 'settings', page)),
  auditLog: (at: WorkspacePath, query: { before?: number | undefined } = {}) =>
    address(inWorkspace(at, 'settings', 'audit'), query),

  /** Read: the whole document, or one section of it; `field` is the part of a field's path after its section. */
  document: ({ section, field, panel, ...at }: ProjectPath & PanelQuery & { section?: string; field?: string }) =>
    address(inProject(at, ...optional(section)), { panel }, field),
  /** Write: one section a page, or one item of a list. */
  write: ({
    section,
    item,
    field,
    panel,
    ...at
  }: ProjectPath & PanelQuery & { section: string; item?: string; field?: string }) =>
    address(inProject(at, 'write', section, ...optional(item)), { panel }, field),
  /** One question alone, for whoever was asked it. */
  question: ({ field, ...at }: ProjectPath & { field: string }) => address(inProject(at, 'question', field)),
  interview: ({ question, ...at }: ProjectPath & { question?: string }) =>
    address(inProject(at, 'interview', ...optional(question))),
  review: ({ number, ...at }: ProjectPath & { number?: number }) =>
    address(inProject(at, 'review', ...optional(number))),
  decisions: (
    { number, ...at }: ProjectPath & { number?: number },
    { due, ...query }: DecisionQuery & { before?: number | undefined } = {},
  ) => address(inProject(at, 'decisions', ...optional(number)), { ...query, due: due || undefined }),
  /** All threads of a project, narrowed. */
  threads: (at: ProjectPath, { mine, unread, blocking, ...query }: ThreadQuery = {}) =>
    address(inProject(at, 'threads'), {
      ...query,
      mine: mine || undefined,
      unread: unread || undefined,
      blocking: blocking || undefined,
    }),
  newDecision: (at: ProjectPath, start: DecisionStart = {}) => address(inProject(at, 'decisions', 'new'), { ...start }),
  changeDecision: ({ number, ...at }: ProjectPath & { number: number }) =>
    address(inProject(at, 'decisions', number, 'change')),
  /** All of it, that of one field, or what changed from one moment to another. */
  history: ({
    from,
    to,
    before,
    field,
    ...at
  }: ProjectPath & {
    from?: number | undefined;
    to?: number | 'draft' | undefined;
    before?: number | undefined;
    field?: string | undefined;
  }) => address(inProject(at, 'history'), { from, to, field, before }),
  /** Where images are added, and with a name the one that a text names. */
  images: ({ name, ...at }: ProjectPath & { name?: string }) =>
    address(['api', 'v1', 'workspaces', at.workspace, 'projects', at.project, 'images', ...optional(name)]),
  export: (at: ProjectPath) => address(inProject(at, 'export')),
  projectSettings: ({ part, ...at }: ProjectPath & { part?: 'owners' }) => address(inProject(at, 'settings'), {}, part),
} as const;
