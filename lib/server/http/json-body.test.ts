import { randomUUID } from 'node:crypto';
import { request as rawRequest } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import { createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { openTestDoor } from '#test/test-door.ts';
import type { Actor } from '../store/actor.ts';

await serveTestDatabase();
const door = await openTestDoor();

let owner: Actor;
let worksheet: string;

beforeAll(async () => {
  owner = await createActor('Owner');
  const place = await createPlace(owner);
  worksheet = `/api/v1/workspaces/${place.workspace}/projects/${place.project}/worksheet`;
});

const edit = (value: string) => ({
  method: 'PATCH',
  body: JSON.stringify({ ops: [{ id: randomUUID(), kind: 'set', path: 'business.objective', base: '', value }] }),
});

async function code(response: Response): Promise<string> {
  const body: unknown = await response.json();
  return String(Reflect.get(Object(body), 'code'));
}

describe('bodies', () => {
  test('that are no JSON are refused in a sentence', async () => {
    const response = await door.askAs(owner, worksheet, { method: 'PATCH', body: '{"ops": [' });
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ code: 'bad-input', message: 'The body of the request is not JSON.' }),
    ]);
  });

  test('that do not fit the schema are refused with the place', async () => {
    const response = await door.askAs(owner, worksheet, {
      method: 'PATCH',
      body: JSON.stringify({ ops: [{ kind: 'set' }] }),
    });
    expect(await response.json()).toMatchObject({
      code: 'bad-input',
      data: { path: expect.stringContaining('ops.0') },
    });
  });

  test('with characters that Postgres cannot store are refused, never an internal error', async () => {
    for (const text of ['a\u0000bc', 'a\ud800bc']) {
      const edited = await door.askAs(owner, worksheet, edit(text));
      expect([edited.status, await edited.json()]).toEqual([
        200,
        expect.objectContaining({ outcomes: [expect.objectContaining({ outcome: 'refused' })] }),
      ]);
      const body = JSON.stringify({ title: text });
      const titled = await door.askAs(owner, worksheet.replace('/worksheet', ''), { method: 'PATCH', body });
      expect([titled.status, await code(titled)]).toEqual([400, 'bad-input']);
    }
  });

  test('of 20 MB are refused before they are read', async () => {
    const response = await door
      .askAs(owner, worksheet, { method: 'PUT', body: JSON.stringify({ text: 'x'.repeat(20_000_000) }) })
      .catch(() => undefined);
    // The connection may be closed while the body is still on its way; either answer is a refusal.
    expect([413, undefined]).toContain(response?.status);
  });

  test('that never say how long they are are cut off', async () => {
    expect(await sendChunks(30)).toBe(413);
    expect((await door.askAs(owner, '/api/v1/account')).status).toBe(200);
  });

  test('of somebody without an account are refused much sooner', async () => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
    const large = JSON.stringify({ input: 'x'.repeat(300_000) });
    expect((await door.ask('/api/v1/calculators/proportion-interval', { ...init, body: large })).status).toBe(413);
  });

  test('under any method need our Origin', async () => {
    const body = JSON.stringify({ json: { shortcuts: false } });
    const headers = { origin: 'https://evil.example' };
    const response = await door.askAs(owner, '/api/rpc/account/update', { method: 'OPTIONS', body, headers });
    expect(response.status).toBe(403);
  });

  test('of a page are refused when they are large, or never say how large', async () => {
    const body = 'x'.repeat(200_000);
    expect((await door.askAs(owner, '/api/auth/signout', { method: 'POST', body })).status).toBe(413);
    expect(await sendChunks(1, '/api/auth/signout', 'POST')).toBe(413);
  });

  test('that are nested deeply or have very many values are refused, never an internal error', async () => {
    const sent = async (value: string) =>
      code(await door.askAs(owner, worksheet, { method: 'PATCH', body: `{"ops": ${value}}` }));
    expect(await sent('['.repeat(100_000) + ']'.repeat(100_000))).toBe('bad-input');
    expect(await sent(`[${'0,'.repeat(300_000)}0]`)).toBe('too-large');
  });

  test('cannot reach into the prototype of objects', async () => {
    const body = '{"json": {"__proto__": {"polluted": true}}, "meta": [[1, "__proto__", "polluted"]]}';
    const response = await door.askAs(owner, '/api/rpc/account/update', { method: 'POST', body });
    expect(response.status).toBeLessThan(500);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  async function sendChunks(megabytes: number, path = worksheet, method = 'PUT'): Promise<number | undefined> {
    const cookie = await door.cookieOf(owner);
    return new Promise((resolve) => {
      const headers = { cookie, origin: door.url, 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
      const request = rawRequest(door.url + path, { method, headers }, (response) => resolve(response.statusCode));
      request.on('error', () => resolve(413));
      for (let sent = 0; sent < megabytes; sent += 1) request.write('x'.repeat(1_000_000));
      request.end();
    });
  }
});
