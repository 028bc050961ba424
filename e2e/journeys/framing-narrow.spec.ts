import { paths } from '#lib/paths.ts';
import { ALL_QUESTIONS_MS, answerQuestions, expectCompleteFraming } from '../fixtures/hand.ts';
import { hydrated } from '../fixtures/hydrated.ts';
import { expect, test } from '../fixtures/journey.ts';
import { as, createPerson, createWorkspaceFor, signIn } from '../fixtures/people.ts';
import { touchHand } from '../fixtures/touch-hand.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('a framing from nothing to complete, on a phone', async ({ page, context }) => {
  test.setTimeout(ALL_QUESTIONS_MS);
  const person = await createPerson('Fraud data scientist');
  const workspace = await createWorkspaceFor(person);
  await signIn(context, person);
  await page.goto(paths.workspace({ workspace }));
  const standing = page.getByRole('button', { name: /of \d+ answered|Nothing is missing/ });

  await test.step('a new project begins in its first question', async () => {
    const start = page.getByRole('link', { name: 'New project' });
    await hydrated(start);
    await start.tap();
    const title = page.getByLabel('Name of the project');
    await title.tap();
    await page.keyboard.insertText('Card-not-present fraud');
    await page.getByRole('button', { name: 'Create the project' }).tap();
    await expect(page.locator(':focus')).toHaveAttribute('id', 'overview.oneLiner.box');
    await expect(standing).toHaveText(/^1 of/);
    // What leads on comes late.
    await expect(page.getByText(/^Not answered yet:/)).toBeVisible();
  });

  await test.step('every question that is asked is answered', async () => {
    expect(await answerQuestions(page, touchHand(page))).toBeNull();
  });

  await test.step('the page says that nothing is missing', async () => {
    await expect(standing).toHaveText('Nothing is missing for Framing');
    await standing.tap();
    const panel = page.getByRole('complementary', { name: 'About this field' });
    await expect(panel).toContainText('Nothing is missing for Framing.');
    await expect(panel).toContainText('Open questions 1');
    await panel.getByRole('button', { name: 'Close' }).tap();
    await expect(page.getByText(/^Saved/).first()).toBeVisible();
    const { sections } = await as(person).worksheets.get({ workspace, project: 'card-not-present-fraud' });
    expectCompleteFraming(sections);
  });

  await test.step('the document fits the screen', async () => {
    await page
      .getByRole('navigation', { name: 'Modes, findings and threads' })
      .getByRole('link', { name: 'Read' })
      .tap();
    await expect(page.getByRole('heading', { level: 1, name: 'Card-not-present fraud' })).toBeVisible();
    await expect(page.getByRole('article')).toContainText('Head of payments owns it.');
    await expect(page.getByRole('article')).not.toContainText('Not answered yet');
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
  });
});
