import type { BrowserContext, Page } from '@playwright/test';
import { paths } from '#lib/paths.ts';
import { ALL_QUESTIONS_MS, answerQuestions, expectCompleteFraming } from '../fixtures/hand.ts';
import { complete, hydrated } from '../fixtures/hydrated.ts';
import { expect, test } from '../fixtures/journey.ts';
import { keyboardHand } from '../fixtures/keyboard-hand.ts';
import { addMember, as, createPerson, createWorkspaceFor, signIn, type Person } from '../fixtures/people.ts';

/** The sections of the first of two; the second begins where they end. */
const FIRST_HALF = /^(overview|business|framing)\./;

test('two people fill a framing at once, each of them half of it', async ({ context, anotherBrowser }) => {
  test.setTimeout(ALL_QUESTIONS_MS);
  const first = await createPerson('Fraud data scientist');
  const second = await createPerson('Payments product manager');
  const workspace = await createWorkspaceFor(first);
  await addMember(workspace, second, 'editor');
  const { slug: project } = await as(first).projects.create({ workspace, title: 'Card-not-present fraud' });
  const at = { workspace, project };
  const open = async (browser: BrowserContext, person: Person, section: string): Promise<Page> => {
    await signIn(browser, person);
    const page = await browser.newPage();
    await page.goto(paths.write({ ...at, section }));
    await hydrated(page.getByRole('heading', { level: 1 }));
    await complete(page);
    return page;
  };
  const mine = await open(context, first, 'overview');
  const theirs = await open(await anotherBrowser(), second, 'metrics');
  const sections = (page: Page) => page.getByRole('navigation', { name: 'Sections', exact: true });

  await test.step('both write at the same time', async () => {
    const [mineLeft, theirsLeft] = await Promise.all([
      answerQuestions(mine, keyboardHand(mine), (path) => !FIRST_HALF.test(path)),
      answerQuestions(theirs, keyboardHand(theirs), (path) => FIRST_HALF.test(path)),
    ]);
    expect([mineLeft, theirsLeft].filter((path) => path !== null && FIRST_HALF.test(path))).toEqual(
      theirsLeft === null ? [] : [theirsLeft],
    );
  });

  await test.step('each sees what the other has said, and who is left with a question answers it', async () => {
    await expect(sections(theirs)).toContainText('1 open question');
    // Who arrives in the middle of a row of the other's would be asked about its cells.
    await expect(mine.getByText(/^Saved/).first()).toBeVisible();
    await theirs.reload();
    await complete(theirs);
    expect(await answerQuestions(theirs, keyboardHand(theirs))).toBeNull();
    for (const page of [mine, theirs]) {
      await expect(sections(page)).toContainText('Nothing is missing for Framing');
      await expect(page.getByText(/could not be taken in/)).toHaveCount(0);
      await expect(page.getByText(/^Saved/).first()).toBeVisible();
    }
    expectCompleteFraming((await as(first).worksheets.get(at)).sections);
  });

  await test.step('both read the same document', async () => {
    for (const page of [mine, theirs]) {
      await outOfEveryBox(page);
      await page.keyboard.press('e');
      await expect(page.getByRole('article')).toContainText('The model is judged by Recall at 250 holds a day');
    }
    expect(await mine.getByRole('article').innerText()).toBe(await theirs.getByRole('article').innerText());
  });
});

/** To the heading, where a letter is typed into nothing: out of a cell of a list it is a step more than out of a box. */
async function outOfEveryBox(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused({ timeout: 500 });
  }).toPass();
}
