import { expect, test } from 'vitest';

import { paths } from './paths.ts';

const workspace = 'acme';
const project = 'card-fraud';
const token = 'q7Zr';

const everyAddress: { readonly [Name in keyof typeof paths]: readonly string[] } = {
  root: [paths.root()],
  setUp: [paths.setUp()],
  signIn: [paths.signIn(), paths.signIn({ next: '/w/acme?archived=true' }), paths.signIn({ reset: 'done' })],
  invitation: [paths.invitation({ token })],
  requestReset: [paths.requestReset()],
  reset: [paths.reset({ token })],
  stopMail: [paths.stopMail({ token })],
  calculators: [paths.calculators()],
  calculator: [
    paths.calculator({ calculator: 'rare-group' }),
    paths.calculator({ calculator: 'rare-group', input: { share: 0.002, n: 500 } }),
    paths.calculator({ calculator: 'proportion-interval', inputs: { successes: 81, n: 263, confidence: undefined } }),
  ],
  rules: [paths.rules()],
  rule: [paths.rule({ rule: 'MET-03' })],
  handbook: [paths.handbook(), paths.handbook({ section: 'metrics' })],
  apiReference: [paths.apiReference()],
  openApi: [paths.openApi()],
  published: [paths.published({ token }), paths.published({ token, section: 'metrics' })],
  guest: [paths.guest({ token })],
  home: [paths.home()],
  inbox: [paths.inbox(), paths.inbox({ all: true, after: 'x' })],
  account: [paths.account()],
  search: [paths.search(), paths.search({ text: 'psi & drift' })],
  workspace: [
    paths.workspace({ workspace }),
    paths.workspace({ workspace }, { title: 'card', archived: true, after: '2026-11-23T17:00:00.000Z~019a' }),
    paths.workspace({ workspace }, { title: '', archived: false, sort: 'changed' }),
    paths.workspace({ workspace }, { stage: 'design', having: 'errors', sort: 'due' }),
  ],
  newProject: [paths.newProject({ workspace })],
  workspaceDecisions: [
    paths.workspaceDecisions({ workspace }),
    paths.workspaceDecisions({ workspace }, { project, status: 'accepted', person: 'head', due: true }),
  ],
  workspaceSearch: [paths.workspaceSearch({ workspace }, { text: 'psi' })],
  uses: [paths.uses({ workspace, kind: 'table', name: 'payments/raw' })],
  waivers: [paths.waivers({ workspace })],
  members: [paths.members({ workspace }), paths.members({ workspace }, { after: 'x' })],
  templates: [paths.templates({ workspace })],
  workspaceSettings: [paths.workspaceSettings({ workspace, page: 'general' })],
  auditLog: [paths.auditLog({ workspace }), paths.auditLog({ workspace }, { before: 412 })],
  document: [
    paths.document({ workspace, project }),
    paths.document({ workspace, project, section: 'metrics', field: 'metrics.m1.target' }),
    paths.document({ workspace, project, panel: 'finding.MET-03.m1' }),
  ],
  write: [
    paths.write({ workspace, project, section: 'metrics' }),
    paths.write({ workspace, project, section: 'metrics', item: 'm1', field: 'target' }),
  ],
  question: [paths.question({ workspace, project, field: 'metrics.items.m1.targetValue' })],
  interview: [paths.interview({ workspace, project }), paths.interview({ workspace, project, question: '12' })],
  review: [paths.review({ workspace, project }), paths.review({ workspace, project, number: 3 })],
  decisions: [
    paths.decisions({ workspace, project }),
    paths.decisions({ workspace, project, number: 4 }),
    paths.decisions({ workspace, project }, { status: 'proposed', due: false, before: 12 }),
  ],
  threads: [
    paths.threads({ workspace, project }),
    paths.threads({ workspace, project }, { state: 'open', mine: true, unread: false, before: 41 }),
  ],
  newDecision: [
    paths.newDecision({ workspace, project }),
    paths.newDecision({ workspace, project }, { field: 'metrics.items', rule: 'MET-03', thread: 41, supersedes: 2 }),
  ],
  changeDecision: [paths.changeDecision({ workspace, project, number: 4 })],
  history: [
    paths.history({ workspace, project }),
    paths.history({ workspace, project, from: 3, to: 'draft' }),
    paths.history({ workspace, project, field: 'metrics.items.m1.targetValue', before: 412 }),
  ],
  images: [
    paths.images({ workspace, project }),
    paths.images({ workspace, project, name: '9f86d081884c7d659a2feaa0c55ad015' }),
  ],
  export: [paths.export({ workspace, project })],
  projectSettings: [
    paths.projectSettings({ workspace, project }),
    paths.projectSettings({ workspace, project, part: 'owners' }),
  ],
};

test('every address of the product', () => {
  expect(everyAddress).toMatchSnapshot();
});

test('a name with a slash or a hash stays one segment', () => {
  expect(paths.uses({ workspace: 'a/b', kind: 'table', name: 'x#y' })).toBe('/w/a%2Fb/uses/table/x%23y');
});
