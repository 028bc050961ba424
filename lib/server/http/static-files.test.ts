import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { staticFiles } from './static-files.ts';

const script = 'export const words = "plumb line";\n'.repeat(50);
let folder: string;
let port: number;

const server = createServer();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'static-files-'));
  await mkdir(join(folder, 'static/chunks'), { recursive: true });
  await writeFile(join(folder, 'secret.js.br'), 'outside');
  await writeFile(join(folder, 'static/chunks/a.js'), script);
  await writeFile(join(folder, 'static/chunks/a.js.br'), brotliCompressSync(script));
  await writeFile(join(folder, 'static/chunks/a.js.gz'), 'as gzip');
  await writeFile(join(folder, 'static/chunks/gone.js.br'), 'soon gone');
  const answers = staticFiles(join(folder, 'static'));
  await rm(join(folder, 'static/chunks/gone.js.br'));
  server.on('request', (request, response) => {
    if (!answers(request, response)) response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

/** As it comes over the wire, with the path as it is written. */
function ask(path: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path, headers }, resolve).on('error', reject);
  });
}

const chunk = '/_next/static/chunks/a.js';

test('the smallest form that the browser takes, to be kept for good', async () => {
  const answer = await ask(chunk, { 'accept-encoding': 'gzip, deflate, br' });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  });
  expect(brotliDecompressSync(await buffer(answer)).toString()).toBe(script);
});

test('the next one for whoever refuses it', async () => {
  const answer = await ask(chunk, { 'accept-encoding': 'br;q=0, GZIP' });
  expect(answer.headers['content-encoding']).toBe('gzip');
  expect(await text(answer)).toBe('as gzip');
});

test('nothing is sent again to who has it', async () => {
  const first = await ask(chunk, { 'accept-encoding': 'br' });
  first.resume();
  const again = await ask(chunk, { 'accept-encoding': 'br', 'if-none-match': first.headers.etag ?? '' });
  again.resume();
  expect(again.statusCode).toBe(304);
});

test.each([
  ['takes no compression', chunk, {}],
  ['asks for what is not there', '/_next/static/chunks/b.js', { 'accept-encoding': 'br' }],
  ['asks for something else', '/chunks/a.js', { 'accept-encoding': 'br' }],
  ['leaves the folder', '/_next/static/../secret.js', { 'accept-encoding': 'br' }],
  ['leaves the folder in disguise', '/_next/static/..%2fsecret.js', { 'accept-encoding': 'br' }],
])('somebody else answers whoever %s', async (_, path, headers) => {
  const answer = await ask(path, headers);
  answer.resume();
  expect(answer.statusCode).toBe(418);
});

test('a build that was replaced meanwhile is not found, and nothing breaks', async () => {
  const answer = await ask('/_next/static/chunks/gone.js', { 'accept-encoding': 'br' });
  answer.resume();
  expect(answer.statusCode).toBe(404);
  const next = await ask(chunk, { 'accept-encoding': 'br' });
  next.resume();
  expect(next.statusCode).toBe(200);
});
