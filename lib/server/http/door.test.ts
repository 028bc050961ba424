import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { addMember, as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { openTestDoor } from '#test/test-door.ts';
import { pool } from '../db.ts';
import type { Actor } from '../store/actor.ts';
import { rateLimits } from '../store/rate-limits.ts';

await serveTestDatabase();
const door = await openTestDoor();

let owner: Actor;
let place: { workspace: string; workspaceId: string; project: string };
let worksheet: string;

beforeAll(async () => {
  owner = await createActor('Owner');
  place = await createPlace(owner);
  worksheet = `/api/v1/workspaces/${place.workspace}/projects/${place.project}/worksheet`;
});

const edit = (value = 'Lower the loss') => ({
  method: 'PATCH',
  body: JSON.stringify({ ops: [{ id: randomUUID(), kind: 'set', path: 'business.objective', base: '', value }] }),
});

async function code(response: Response): Promise<string> {
  const body: unknown = await response.json();
  return String(Reflect.get(Object(body), 'code'));
}

describe('requests that ride on a cookie', () => {
  test('pass with our Origin and JSON', async () => {
    const response = await door.askAs(owner, worksheet, edit());
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ sequence: 2, outcomes: [{ outcome: 'applied' }] });
  });

  test.each(['https://evil.example', 'null', 'http://localhost:1', 'http://127.0.0.1'])(
    'are refused from %s',
    async (origin) => {
      const response = await door.askAs(owner, worksheet, { ...edit('forged'), headers: { origin } });
      expect([response.status, await code(response)]).toEqual([403, 'forbidden']);
    },
  );

  test('are refused without an Origin', async () => {
    const headers = { cookie: await door.cookieOf(owner), 'content-type': 'application/json' };
    expect((await door.ask(worksheet, { ...edit('forged'), headers })).status).toBe(403);
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
  ])('are refused as %s', async (type) => {
    const response = await door.askAs(owner, worksheet, { ...edit('forged'), headers: { 'content-type': type } });
    expect([response.status, await code(response)]).toEqual([400, 'bad-input']);
  });

  test('on the way of the browser client the same holds', async () => {
    const body = JSON.stringify({ json: { shortcuts: false } });
    const own = await door.askAs(owner, '/api/rpc/account/update', { method: 'POST', body });
    const forged = await door.askAs(owner, '/api/rpc/account/update', {
      method: 'POST',
      body,
      headers: { origin: 'https://evil.example' },
    });
    expect([own.status, forged.status]).toEqual([200, 403]);
    expect((await door.askAs(owner, `/api/rpc/account/update?data=${encodeURIComponent(body)}`)).status).toBe(404);
  });

  test('a page is not asked to change anything from elsewhere either', async () => {
    const response = await door.askAs(owner, '/api/auth/signout', {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    });
    expect(response.status).toBe(403);
  });

  test('nothing was written by any of them', async () => {
    const { rows } = await pool().query(`SELECT 1 FROM "Event" WHERE "payload" ->> 'value' = 'forged'`);
    expect(rows).toEqual([]);
  });
});

describe('sessions', () => {
  test('a revoked one is dead at the very next request', async () => {
    const person = await createActor('Leaver');
    expect((await door.askAs(person, '/api/v1/account')).status).toBe(200);
    await as(person).sessions.revokeAll({});
    expect((await door.askAs(person, '/api/v1/account')).status).toBe(401);
  });

  test('one is revoked, the others stay', async () => {
    const person = await createActor('Traveller');
    const { items } = await as(person).sessions.list({});
    expect(items).toMatchObject([{ present: true, address: '192.0.2.1', userAgent: 'test' }]);
    await as(person).sessions.revoke({ id: items[0]?.id ?? '' });
    expect((await door.askAs(person, '/api/v1/account')).status).toBe(401);
  });

  test('a forged or foreign cookie signs nobody in', async () => {
    for (const value of ['nonsense', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..x.y.z', '']) {
      const response = await door.ask('/api/v1/account', { headers: { cookie: `next-auth.session-token=${value}` } });
      expect(response.status).toBe(401);
    }
  });
});

describe('API tokens', () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });

  test('need no Origin, say when they were used, and end when they are revoked', async () => {
    const { id, token } = await as(owner).tokens.create({ name: 'pipeline', scope: 'write' });
    expect((await door.ask(worksheet, { headers: bearer(token) })).status).toBe(200);
    expect((await as(owner).tokens.list({})).items[0]?.lastUsed).toBeInstanceOf(Date);
    await as(owner).tokens.revoke({ id });
    const response = await door.ask(worksheet, { headers: bearer(token) });
    expect([response.status, await code(response)]).toEqual([401, 'unauthenticated']);
  });

  test('one for reading changes nothing', async () => {
    const { token } = await as(owner).tokens.create({ name: 'reader', scope: 'read' });
    expect((await door.ask(worksheet, { headers: bearer(token) })).status).toBe(200);
    expect((await door.ask(worksheet, { ...edit(), headers: bearer(token) })).status).toBe(403);
  });

  test('one past its day is as good as none', async () => {
    const { id, token } = await as(owner).tokens.create({ name: 'old', scope: 'read' });
    await pool().query(`UPDATE "ApiToken" SET "expiresAt" = now() - interval '1 second' WHERE "id" = $1`, [id]);
    expect((await door.ask(worksheet, { headers: bearer(token) })).status).toBe(401);
  });

  test('none makes another one, or reads the list of sessions', async () => {
    const { token } = await as(owner).tokens.create({ name: 'greedy', scope: 'write' });
    const body = JSON.stringify({ name: 'child', scope: 'write' });
    expect((await door.ask('/api/v1/account/tokens', { method: 'POST', body, headers: bearer(token) })).status).toBe(
      403,
    );
    expect((await door.ask('/api/v1/account/sessions', { headers: bearer(token) })).status).toBe(403);
  });

  test('a wrong token is refused even beside a good cookie', async () => {
    const headers = { ...bearer('plumb_wrong'), cookie: await door.cookieOf(owner) };
    expect((await door.ask('/api/v1/account', { headers })).status).toBe(401);
  });

  test('only a hash of them is stored', async () => {
    const { token } = await as(owner).tokens.create({ name: 'secret', scope: 'read' });
    const { rows } = await pool().query<{ row: string }>('SELECT t::text AS "row" FROM "ApiToken" t');
    expect(rows.every(({ row }) => !row.includes(token))).toBe(true);
  });
});

describe('answers', () => {
  test('carry the headers that keep a browser safe', async () => {
    for (const path of ['/', '/api/v1/account', '/api/v1']) {
      const { headers } = await door.ask(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('content-security-policy')).toMatch(/default-src '(self|none)'.*frame-ancestors 'none'/);
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  test('have a nonce of their own', async () => {
    const nonces = await Promise.all(
      [door.ask('/'), door.ask('/')].map(async (page) => (await page).headers.get('content-security-policy')),
    );
    expect(nonces[0]).toMatch(/'nonce-[\w+/=]{20,}'/);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  test('an unknown address of the API is a JSON 404', async () => {
    const response = await door.ask('/api/v1/nothing');
    expect([response.status, await code(response)]).toEqual([404, 'not-found']);
  });

  test('what breaks inside is an id and a sentence, never a message of the database', async () => {
    await pool().query('ALTER TABLE "Section" RENAME TO "Gone"');
    try {
      const response = await door.askAs(owner, worksheet);
      const text = await response.text();
      expect(response.status).toBe(500);
      expect(JSON.parse(text)).toMatchObject({ code: 'internal', data: { id: expect.any(String) } });
      expect(text).not.toMatch(/Section|relation/);
    } finally {
      await pool().query('ALTER TABLE "Gone" RENAME TO "Section"');
    }
  });

  test('"localhost" is sent to the address that the cookies belong to', async () => {
    const there = door.url.replace('127.0.0.1', 'localhost');
    const response = await fetch(`${there}/home?a=1`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([307, `${door.url}/home?a=1`]);
  });

  test('large ones are compressed', async () => {
    const response = await door.ask('/api/v1/calculators', { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });
});

test('its health is told to everybody, under GET and HEAD', async () => {
  const response = await door.ask('/api/v1/health');
  expect([response.status, await response.json()]).toEqual([200, { database: 'up' }]);
  expect((await door.ask('/api/v1/health', { method: 'HEAD' })).status).toBe(200);
});

describe('rate limits', () => {
  test('set-up is refused after too many attempts, and says for how long', async () => {
    const body = JSON.stringify({
      name: 'Somebody',
      email: 'a@example.org',
      password: 'long enough to pass',
      workspace: 'W',
    });
    const attempt = () =>
      door.ask('/api/v1/setup', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    for (let count = 0; count < rateLimits.setup.attempts; count += 1) expect((await attempt()).status).toBe(410);
    const response = await attempt();
    expect([response.status, await response.json()]).toEqual([
      429,
      expect.objectContaining({ code: 'rate-limited', data: { retryAfterSeconds: expect.any(Number) } }),
    ]);
  });
});

describe('the event stream', () => {
  test('sends what happened since the cursor, then what happens, and ends with the right to read', async () => {
    const reader = await createActor('Reader');
    await addMember(place.workspaceId, reader, 'viewer');
    const path = `/api/v1/workspaces/${place.workspace}/projects/${place.project}/stream`;
    const response = await door.askAs(reader, `${path}?after=0`);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const events = readEvents(response);
    expect(await events.next()).toMatchObject({ value: { sequence: 1, type: 'project.created' } });
    expect(await events.next()).toMatchObject({ value: { sequence: 2, type: 'worksheet.edited' } });
    await as(owner).projects.update({ ...place, title: 'Renamed' });
    expect(await events.next()).toMatchObject({
      value: { sequence: 3, type: 'project.updated', actor: { name: 'Owner' }, payload: { title: 'Renamed' } },
    });
    await events.return(undefined);
  });

  test('is not there for strangers', async () => {
    const stranger = await createActor('Stranger');
    const path = `/api/v1/workspaces/${place.workspace}/projects/${place.project}/stream`;
    expect((await door.askAs(stranger, path)).status).toBe(404);
    expect((await door.ask(path)).status).toBe(401);
  });
});

/** The events of a stream, one by one. */
async function* readEvents(response: Response): AsyncGenerator<unknown, void, undefined> {
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += new TextDecoder().decode(chunk);
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end < 0) break;
      const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
      text = text.slice(end + 2);
      if (data !== undefined) yield JSON.parse(data);
    }
  }
}
