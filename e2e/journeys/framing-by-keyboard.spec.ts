import { paths } from '#lib/paths.ts';
import { ALL_QUESTIONS_MS, answerQuestions, expectCompleteFraming } from '../fixtures/hand.ts';
import { expect, test } from '../fixtures/journey.ts';
import { keyboardHand } from '../fixtures/keyboard-hand.ts';
import { as, createPerson, createWorkspaceFor, signIn } from '../fixtures/people.ts';

test('a framing from nothing to complete, by the keyboard alone', async ({ page, context }) => {
  test.setTimeout(ALL_QUESTIONS_MS);
  const person = await createPerson('Fraud data scientist');
  const workspace = await createWorkspaceFor(person);
  await signIn(context, person);
  await page.goto(paths.workspace({ workspace }));
  const { keyboard } = page;
  const focused = page.locator(':focus');
  const sections = page.getByRole('navigation', { name: 'Sections', exact: true });

  await test.step('a new project begins in its first question', async () => {
    // Whoever is faster than the page presses again.
    await expect(async () => {
      await keyboard.press('Control+k');
      await expect(page.getByRole('combobox', { name: 'Search, go to or do' })).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await keyboard.type('new pro');
    await expect(page.getByRole('option', { name: 'New project' })).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('Enter');
    const title = page.getByLabel('Name of the project');
    await expect(title).toBeVisible();
    while (!(await title.evaluate((element) => element === document.activeElement))) await keyboard.press('Tab');
    await keyboard.type('Card-not-present fraud');
    await keyboard.press('Enter');
    await expect(focused).toHaveAttribute('id', 'overview.oneLiner.box');
    await expect(sections).toContainText('Framing: 1 of');
  });

  await test.step('every question that is asked is answered', async () => {
    // Shift Tab and Esc lead out of the box to the heading, from where the first question follows.
    await keyboard.press('Escape');
    await keyboard.press('Escape');
    await expect(focused).toHaveAttribute('id', 'overview');
    expect(await answerQuestions(page, keyboardHand(page))).toBeNull();
  });

  await test.step('the page says that nothing is missing', async () => {
    await expect(sections).toContainText('Nothing is missing for Framing');
    await expect(sections).toContainText('1 open question');
    await expect(page.getByText(/^Saved/).first()).toBeVisible();
    expectCompleteFraming((await as(person).worksheets.get({ workspace, project: 'card-not-present-fraud' })).sections);
  });

  await test.step('the document tells it in sentences', async () => {
    await keyboard.press('Escape');
    await keyboard.press('e');
    await expect(page.getByRole('heading', { level: 1, name: 'Card-not-present fraud' })).toBeVisible();
    const document = page.getByRole('article');
    for (const sentence of [
      'Lose €1.2M a year to fraud instead of €1.9M. Head of payments owns it.',
      'For each authorisation request, when the request arrives, the model predicts the probability of fraud. What is done differently: the payment is held for review.',
      'The model is judged by Recall at 250 holds a day: 0.35 today, 0.5 to ship, 0.45 at least. It stands for Fraud loss: each point saves €29,000 a year.',
      'Not known yet – Head of payments',
    ]) {
      await expect(document).toContainText(sentence);
    }
    await expect(document).not.toContainText('Not answered yet');
  });
});
