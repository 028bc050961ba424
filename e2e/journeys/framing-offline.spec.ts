import type { Page } from '@playwright/test';
import type { JsonObject } from '#lib/domain/json.ts';
import { FORMAT } from '#lib/domain/worksheets/draft.ts';
import { closeDatabase } from '#lib/server/db.ts';
import { paths } from '#lib/paths.ts';
import { framingDraft } from '../fixtures/framing-answers.ts';
import { ALL_QUESTIONS_MS, answerQuestions, expectCompleteFraming } from '../fixtures/hand.ts';
import { complete } from '../fixtures/hydrated.ts';
import { expect, runCluster, test as journey } from '../fixtures/journey.ts';
import { keyboardHand } from '../fixtures/keyboard-hand.ts';
import { as, createPerson, createWorkspaceFor, signIn, type Person } from '../fixtures/people.ts';
import { startBreakableServer, type BreakableServer } from '../fixtures/worker-server.ts';

// A server of its own, which dies on the way.
const test = journey.extend<object, { plumbline: BreakableServer }>({
  plumbline: [
    async ({}, use, { parallelIndex }) => {
      const server = await startBreakableServer(`plumbline_mortal_${parallelIndex}`, runCluster());
      await use(server);
      await closeDatabase();
      await server.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

// A browser notes in its console each request that it could not make.
test.use({
  allowed: /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE/,
});

const project = 'card-not-present-fraud';

interface Opened {
  readonly person: Person;
  readonly at: { readonly workspace: string; readonly project: string };
}

/** With what is given in it already. */
async function openWorksheet(page: Page, given?: Readonly<Record<string, JsonObject>>): Promise<Opened> {
  const person = await createPerson('Fraud data scientist');
  const workspace = await createWorkspaceFor(person);
  const title = 'Card-not-present fraud';
  await as(person).projects.create({ workspace, title });
  await signIn(page.context(), person);
  const at = { workspace, project };
  if (given !== undefined) {
    const sections = { ...given, overview: { ...given['overview'], name: title } };
    const text = JSON.stringify({ format: FORMAT, title, sections });
    await as(person).worksheets.importFile({ ...at, kind: 'json', text });
  }
  await page.goto(paths.write({ ...at, section: 'overview' }));
  // Whoever loses the connection has been here for a while.
  await complete(page);
  return { person, at };
}

/** What comes before the framing: with the server before the connection goes. */
async function answerFirstHalf(page: Page): Promise<void> {
  await answerQuestions(page, keyboardHand(page), (path) => path.startsWith('framing.'));
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
}

/** All the rest, from section to section and from item to item, is written without it. */
async function answerTheRest(page: Page): Promise<void> {
  expect(await answerQuestions(page, keyboardHand(page))).toBeNull();
  await expect(page.getByRole('navigation', { name: 'Sections', exact: true })).toContainText(
    'Nothing is missing for Framing',
  );
}

async function expectAllToArrive(page: Page, person: Person, at: { workspace: string; project: string }) {
  // An attempt made just as the line comes back may hang for its whole patience before the next one gets through.
  await expect(page.getByText(/^Saved/).first()).toBeVisible({ timeout: 45_000 });
  expectCompleteFraming((await as(person).worksheets.get(at)).sections);
  await page.reload();
  const sections = page.getByRole('navigation', { name: 'Sections', exact: true });
  await expect(sections).toContainText('Nothing is missing for Framing');
  await expect(page.getByText(/could not be taken in/)).toHaveCount(0);
}

test('without a connection a framing is written on to its end, and arrives later', async ({ page, context }) => {
  test.setTimeout(ALL_QUESTIONS_MS);
  const { person, at } = await openWorksheet(page);
  await answerFirstHalf(page);
  await context.setOffline(true);
  await answerTheRest(page);
  await expect(page.getByText(/^You are offline\. \d+ changes are kept in this browser/)).toBeVisible();
  expect((await as(person).worksheets.get(at)).sections['risk']).toBeUndefined();

  await context.setOffline(false);
  await expectAllToArrive(page, person, at);
});

test('a server that dies on the way misses nothing', async ({ page, plumbline }) => {
  test.setTimeout(ALL_QUESTIONS_MS);
  const { overview = {}, business = {} } = framingDraft();
  const { person, at } = await openWorksheet(page, { overview, business });
  await plumbline.kill();
  await answerTheRest(page);
  await expect(page.getByText(/^Not saved: the server does not answer\. \d+ changes are kept/)).toBeVisible();

  await plumbline.comeBack();
  await expectAllToArrive(page, person, at);
});
