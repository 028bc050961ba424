import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parseEnv } from './env.ts';
import { readSettings, settingsTable } from './settings.ts';
import { exitCodes, isStartError } from './start-error.ts';

const filledIn = { DATABASE_URL: 'postgresql://plumbline@localhost/plumbline', PLUMBLINE_SECRET: 's'.repeat(32) };

function problemIn(source: Record<string, string>): string {
  try {
    parseEnv({ ...filledIn, ...source });
  } catch (error) {
    if (isStartError(error) && error.exitCode === exitCodes.configuration) return error.message;
    throw error;
  }
  throw new Error('These settings were accepted.');
}

test('nothing needs to be set', () => {
  expect(readSettings({})).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, PLUMBLINE_TRUST_PROXY: false });
});

test.each([
  [{ PORT: '70000' }, 'PORT takes a whole number from 1 to 65535.'],
  [{ PORT: 'http' }, 'PORT takes a whole number from 1 to 65535.'],
  [
    { DATABASE_URL: 'mysql://host/db' },
    'DATABASE_URL takes an address such as postgresql://user:password@host:5432/plumbline.',
  ],
  [
    { PLUMBLINE_URL: 'plumbline.example.org' },
    'PLUMBLINE_URL takes the address that people type, such as https://plumbline.example.org.',
  ],
  [{ PLUMBLINE_SECRET: 'short' }, 'PLUMBLINE_SECRET takes at least 32 characters; leave it out to have one made.'],
  [{ PLUMBLINE_TRUST_PROXY: 'perhaps' }, 'PLUMBLINE_TRUST_PROXY takes true or false.'],
  [{ SMTP_URL: 'smtp://mail.example.org' }, 'SMTP_URL is set, so MAIL_FROM is needed too.'],
  [{ OIDC_CLIENT_ID: 'plumbline' }, 'OIDC_CLIENT_ID is set, so OIDC_ISSUER is needed too.'],
  [{ PLUMBLINE_SECRETS: 'x' }, 'PLUMBLINE_SECRETS is no setting of Plumbline: docs/configuration.md lists them.'],
])('%o is refused with one sentence that says what to write', (source, sentence) => {
  expect(problemIn(source)).toBe(sentence);
});

test('every wrong variable is named at once', () => {
  expect(problemIn({ PORT: '0', PLUMBLINE_DEMO: 'maybe' }).split('\n')).toHaveLength(2);
});

test('an empty variable counts as not given', () => {
  expect(parseEnv({ ...filledIn, PORT: '', SMTP_URL: ' ' })).toMatchObject({ port: 3000 });
});

test('an address loses its slash at the end and defaults to the one that is listened on', () => {
  expect(parseEnv({ ...filledIn, PLUMBLINE_URL: 'https://plumbline.example.org/' }).url).toBe(
    'https://plumbline.example.org',
  );
  expect(parseEnv({ ...filledIn, HOST: '0.0.0.0', PORT: '8080' }).url).toBe('http://localhost:8080');
});

test.each([
  [{}, undefined],
  [{ PLUMBLINE_URL: 'http://localhost:3000' }, undefined],
  [{ HOST: '0.0.0.0' }, 'code'],
  [{ PLUMBLINE_URL: 'https://plumbline.example.org' }, 'code'],
  [{ PLUMBLINE_TRUST_PROXY: 'true' }, 'code'],
])('set-up asks for a code when others can reach it: %o', (source, setupCode) => {
  expect(parseEnv({ ...filledIn, PLUMBLINE_SETUP_CODE: 'code', ...source }).setupCode).toBe(setupCode);
});

test('docs/configuration.md holds the table of all settings and of the exit codes', async () => {
  const page = await readFile('docs/configuration.md', 'utf8');
  const cells = (table: string) => table.replaceAll(/ +\|/g, ' |').replaceAll(/-+/g, '-');
  expect(cells(page)).toContain(cells(settingsTable()));
  for (const code of Object.values(exitCodes)) expect(page).toContain(`\n| ${code} `);
});
