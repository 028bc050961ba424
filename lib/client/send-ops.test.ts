import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { KeptOp } from './kept-ops.ts';
import { sendOps } from './send-ops.ts';

const at = { workspace: 'acme', project: 'fraud' };
const edit: KeptOp = {
  ...at,
  op: { id: 'op-000001', kind: 'set', path: 'business.objective', base: '', value: 'Mine' },
  user: 'sam',
  at: 0,
  order: 1,
  state: 'sent',
};

let answers: (() => Response)[] = [];

beforeEach(() => {
  vi.stubGlobal('location', { origin: 'https://plumbline.example' });
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('fetch', async () => (answers.shift() ?? (() => ours(200, outcomes)))());
});

afterEach(() => {
  answers = [];
  vi.unstubAllGlobals();
});

const outcomes = {
  project: 'fraud',
  sequence: 7,
  outcomes: [{ id: 'op-000001', path: 'business.objective', outcome: 'applied' }],
};

function ours(status: number, json: unknown): Response {
  return new Response(JSON.stringify({ json }), { status, headers: { 'content-type': 'application/json' } });
}

function refusal(status: number, code: string, message: string, data?: unknown): Response {
  return ours(status, { defined: false, code, status, message, data });
}

/** A page of something that stands between the browser and the server. */
function page(status: number): Response {
  return new Response('<!doctype html><title>Hm</title>', { status, headers: { 'content-type': 'text/html' } });
}

it('tells what the server made of the edits', async () => {
  expect(await sendOps('sam', at, [edit])).toMatchObject({ kind: 'answered', ...outcomes });
});

it.each([
  ['its own failure', () => refusal(500, 'internal', 'Something went wrong here.'), 'failing'],
  ['no database', () => refusal(503, 'unavailable', 'Plumbline cannot reach its database.'), 'failing'],
  ['a race that it lost too often', () => refusal(409, 'conflict', 'Too many people edit this section.'), 'busy'],
  ['a proxy with nothing behind it', () => page(502), 'failing'],
  ['a proxy that wants a pause', () => page(429), 'busy'],
  ['a network that wants a sign-in first', () => page(200), 'failing'],
  ['a proxy that has no right to say who may what', () => page(403), 'failing'],
  ['JSON that is no answer', () => ours(200, { fine: true }), 'failing'],
])('makes another attempt after %s', async (_what, answer, why) => {
  answers = [answer];
  expect(await sendOps('sam', at, [edit])).toEqual({ kind: 'wait', why });
});

it('makes another attempt without an answer, and says so when there is no connection', async () => {
  const lost = () => {
    throw new TypeError('Failed to fetch');
  };
  answers = [lost, lost];
  expect(await sendOps('sam', at, [edit])).toEqual({ kind: 'wait', why: 'no-answer' });
  vi.stubGlobal('navigator', { onLine: false });
  expect(await sendOps('sam', at, [edit])).toEqual({ kind: 'offline' });
});

it('gives up waiting for a server that takes the edits and says nothing', async () => {
  vi.stubGlobal(
    'fetch',
    ({ signal }: Request) =>
      new Promise((_answer, fail) => signal.addEventListener('abort', () => fail(signal.reason), { once: true })),
  );
  expect(await sendOps('sam', at, [edit], 5)).toEqual({ kind: 'wait', why: 'no-answer' });
});

it('tells a project that is closed from an edit that is wrong', async () => {
  answers = [() => refusal(403, 'forbidden', 'This project is archived. Restore it first.')];
  expect(await sendOps('sam', at, [edit])).toEqual({
    kind: 'refused',
    by: 'place',
    reason: 'This project is archived. Restore it first.',
  });
  answers = [() => refusal(400, 'bad-input', 'Too long.'), () => ours(200, { id: 'sam' })];
  expect(await sendOps('sam', at, [edit])).toEqual({ kind: 'refused', by: 'content', reason: 'Too long.' });
});

it('takes a proxy’s limit for one, and a limit for strangers for having been signed out', async () => {
  answers = [() => page(413), () => ours(200, { id: 'sam' })];
  expect(await sendOps('sam', at, [edit])).toMatchObject({ kind: 'refused', by: 'content' });
  const signedOut = () => refusal(401, 'unauthenticated', 'Sign in first.');
  answers = [() => refusal(413, 'too-large', 'The request is larger than 0.2 MB.'), signedOut];
  expect(await sendOps('sam', at, [edit])).toEqual({ kind: 'signed-out', somebodyElse: false });
});

it('says when somebody else is signed in', async () => {
  answers = [() => refusal(401, 'unauthenticated', 'Somebody else is signed in.', { somebodyElse: true })];
  expect(await sendOps('sam', at, [edit])).toEqual({ kind: 'signed-out', somebodyElse: true });
});
