import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { paths } from '#lib/paths.ts';
import { exampleImages } from '#test/example-images.ts';
import { expect, test } from '../fixtures/journey.ts';
import { as, createPerson, createWorkspaceFor, signIn } from '../fixtures/people.ts';
import { worksheetPage } from '../fixtures/worksheet-page.ts';

const { png, jpeg } = exampleImages;
const FIELD = 'What hurts, and whom';

// Without a connection the browser says so for each request that it could not send.
test.use({ allowed: /ERR_INTERNET_DISCONNECTED/ });

/** What a browser does when somebody pastes a picture that they copied elsewhere. */
async function pasteImage(box: Locator, { data }: { data: string }): Promise<void> {
  await box.focus();
  await box.evaluate((element, base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);
}

test('an image is pasted into a text, told in words, read and handed out', async ({ page, context }) => {
  const person = await createPerson('Fraud data scientist');
  const workspace = await createWorkspaceFor(person);
  const { slug: project } = await as(person).projects.create({ workspace, title: 'Card-not-present fraud' });
  const at = { workspace, project };
  await signIn(context, person);
  await page.goto(paths.write({ ...at, section: 'business' }));
  const sheet = worksheetPage(page);
  const box = sheet.box(FIELD);
  const door = page.getByRole('form', { name: 'An image for this text' });
  const words = door.getByLabel('What it shows');
  const add = door.getByRole('button', { name: 'Add to the text' });

  await test.step('what it shows is asked in place, and needed', async () => {
    await box.fill('Fraud comes at night.');
    await pasteImage(box, png);
    await expect(words).toBeFocused();
    await expect(door.getByText('The image is on the server.')).toBeVisible();
    await add.click();
    await expect(door.getByText('Say what the image shows, or mark it as decoration.')).toBeVisible();
    await words.fill('Fraud by hour [UTC]');
    await words.press('Enter');
    await expect(box).toHaveValue(`Fraud comes at night.\n\n![Fraud by hour \\[UTC\\]](image:${png.name})\n\n`);
    await expect(box).toBeFocused();
    await expect(door).toBeHidden();
  });

  const choose = (name: string, mimeType: string, buffer: Buffer) =>
    sheet.field(FIELD).getByLabel('Add image').setInputFiles({ name, mimeType, buffer });

  await test.step('an SVG is refused with the reason', async () => {
    await choose('drawing.svg', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    await expect(door.getByText('An SVG can hold scripts')).toBeVisible();
    await door.getByRole('button', { name: 'Close' }).click();
    await expect(door).toBeHidden();
  });

  await test.step('a lost connection keeps what was typed', async () => {
    await context.setOffline(true);
    await choose('photo.jpg', 'image/jpeg', Buffer.from(jpeg.bytes));
    await expect(door.getByText('the server does not answer')).toBeVisible();
    await words.fill('A photo of the terminal');
    await context.setOffline(false);
    await door.getByRole('button', { name: 'Try again' }).click();
    await expect(door.getByText('The image is on the server.')).toBeVisible();
    await expect(words).toHaveValue('A photo of the terminal');
    await add.click();
    await expect(box).toHaveValue(/!\[A photo of the terminal\]\(image:[0-9a-f]{32}\)/);
    await box.blur();
    await sheet.saved();
  });

  await test.step('the document shows both', async () => {
    await page.goto(paths.document(at));
    const image = page.getByRole('img', { name: 'Fraud by hour [UTC]' });
    await expect(image).toBeVisible();
    await expect(image).toHaveAttribute('width', '7');
    expect(await image.evaluate((element) => element instanceof HTMLImageElement && element.naturalWidth)).toBe(7);
    await expect(page.getByRole('img', { name: 'A photo of the terminal' })).toBeVisible();
  });

  await test.step('the file and the Markdown carry both', async () => {
    await page.getByRole('link', { name: 'Export' }).click();
    for (const format of ['Markdown', 'YAML']) {
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name: `Download ${format}` }).click();
      const text = await readFile(await (await coming).path(), 'utf8');
      expect(text).toContain(png.data);
      expect(text).toContain(jpeg.data);
    }
  });
});
