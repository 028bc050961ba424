import { paths } from '#lib/paths.ts';
import { expect, test } from '../fixtures/journey.ts';
import { as, createPerson, createWorkspaceFor, signIn } from '../fixtures/people.ts';
import { worksheetPage } from '../fixtures/worksheet-page.ts';

test('a section is written with the keyboard alone', async ({ page, context }) => {
  const person = await createPerson('Fraud data scientist');
  const workspace = await createWorkspaceFor(person);
  const { slug: project } = await as(person).projects.create({ workspace, title: 'Card-not-present fraud' });
  await signIn(context, person);
  await page.goto(paths.write({ workspace, project, section: 'framing' }));
  const sheet = worksheetPage(page);
  const { keyboard } = page;
  const focused = page.locator(':focus');
  /** Tab until the focus lies in the field with this label. */
  const tabTo = async (label: string) => {
    const field = sheet.field(label).first();
    for (let presses = 0; presses < 80; presses += 1) {
      if (
        await field.evaluate(
          (element) => element.contains(document.activeElement) && element !== document.activeElement,
        )
      )
        return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${label}`);
  };

  await test.step('the first stop skips to the content', async () => {
    await keyboard.press('Tab');
    await expect(focused).toHaveText('Skip to the content');
    await keyboard.press('Enter');
  });

  await test.step('an answer, a choice and a text', async () => {
    await tabTo('Does this need machine learning');
    // The menu of other answers stands before the buttons, once it is there.
    await expect(async () => {
      if ((await focused.innerText()) !== 'Yes') await keyboard.press('Tab');
      await expect(focused).toHaveText('Yes', { timeout: 200 });
    }).toPass();
    await keyboard.press('Space');
    await expect(focused).toHaveAttribute('aria-pressed', 'true');
    await tabTo('Kind of task');
    await keyboard.press('Tab');
    await keyboard.type('Yes');
    await expect(sheet.field('Kind of task').getByRole('combobox')).toHaveValue('binary');
  });

  await test.step('rows of a list: add, type, move between cells', async () => {
    await tabTo('Classes');
    while ((await focused.textContent()) !== 'Add class') await keyboard.press('Tab');
    await keyboard.press('Enter');
    await keyboard.type('Fraud');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.type('0.2');
    await expect(sheet.field('Classes')).toContainText('1 in 500');
    await expect(sheet.field('Classes').getByLabel('Class', { exact: true })).toHaveValue('Fraud');
  });

  await test.step('out of the box, letters are shortcuts', async () => {
    await keyboard.press('Escape');
    await keyboard.press('Escape');
    await keyboard.press('j');
    await keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeHidden();
  });

  await test.step('to a section by the first letter of its name, and to Read', async () => {
    await keyboard.press('g');
    await keyboard.type('bus');
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Business objective' })).toBeVisible();
    await keyboard.press('Escape');
    await keyboard.press('e');
    await expect(page.getByRole('heading', { level: 1, name: 'Card-not-present fraud' })).toBeVisible();
  });
});
