import { readFile } from 'node:fs/promises';
import { startPlumbline } from '#test/plumbline-process.ts';
import { expect, test as journey } from '../fixtures/journey.ts';
import { pdfText } from '../fixtures/pdf-text.ts';
import { worksheetPage } from '../fixtures/worksheet-page.ts';

// A server that nobody has set up yet, with the database that it brings: what a clean clone gives.
const test = journey.extend<object, { plumbline: Awaited<ReturnType<typeof startPlumbline>> }>({
  plumbline: [
    async ({}, use) => {
      const server = await startPlumbline({});
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

test('from set-up to a checked document, with a second person', async ({ page, anotherBrowser }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Set up' })).toBeVisible();
  await page.getByLabel('Your name').fill('Fraud data scientist');
  await page.getByLabel('Mail address').fill('fraud-data-scientist@example.org');
  await page.getByLabel('Password', { exact: true }).fill('a plumb line shows where it leans');
  await page.getByLabel('Name of the workspace').fill('Risk models');
  await page.getByRole('button', { name: 'Create the workspace' }).click();

  await page.getByLabel('Name of the project').fill('Card-not-present fraud');
  await page.getByRole('button', { name: 'Create the project' }).click();
  await expect(page).toHaveURL(/\/w\/risk-models\/p\/card-not-present-fraud\/write\/overview/);
  const address = new URL(page.url()).pathname.replace(/\/write\/.*/, '');

  await test.step('the door is closed behind the first account', async () => {
    const visitor = await (await anotherBrowser()).newPage();
    await visitor.goto('/setup');
    await expect(visitor.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  });

  const second = await test.step('a second person comes by invitation', async () => {
    await page.goto('/w/risk-models/members');
    await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Editor' });
    await page.getByRole('button', { name: 'Make an invitation' }).click();
    const link = await page.locator('code', { hasText: '/invite/' }).innerText();
    const theirs = await (await anotherBrowser()).newPage();
    await theirs.goto(link);
    await theirs.getByLabel('Your name').fill('Payments product manager');
    await theirs.getByLabel('Mail address').fill('payments-product-manager@example.org');
    await theirs.getByLabel('Password', { exact: true }).fill('another sentence to keep');
    await theirs.getByRole('button', { name: 'Join' }).click();
    await expect(theirs.getByRole('link', { name: 'Card-not-present fraud' })).toBeVisible();
    await theirs.goto(link);
    await expect(theirs.getByRole('heading', { name: 'This invitation is spent' })).toBeVisible();
    return theirs;
  });

  await test.step('the second person fills the business section', async () => {
    await second.goto(`${address}/write/business`);
    const sheet = worksheetPage(second);
    await sheet.write('What hurts, and whom', 'Fraud in web payments costs the issuer and bothers its customers.');
    await sheet.write('Objective', 'Bring the yearly fraud loss below €1.2 M.');
    await sheet.write('Who owns the objective', 'Head of payments');
    await sheet.write('What happens today', 'Rules hold one payment in 175.');
    await sheet.choose('Currency', 'Euro (€)');
    await sheet.write('How often it happens', '2.5M/day');
    await expect(sheet.field('How often it happens')).toContainText('28.9 per second');
    await sheet.write('Cost to build', '180k');
    await sheet.write('Cost to run', '12k');
    await sheet.write('When we stop', 'Precision under 0.3 after two months.');
    await sheet.box('When we stop').blur();
    await sheet.saved();
  });

  const sheet = worksheetPage(page);
  const finding = page.getByRole('article', { name: /shares of the classes add up to/ });
  await test.step('a contradiction appears, and goes', async () => {
    await page.goto(`${address}/write/framing`);
    await sheet.answer('Does this need machine learning', 'Yes');
    await sheet.choose('Kind of task', 'Yes or no');
    await sheet.write('One row is', 'One authorisation request');
    await sheet.write('Moment of prediction', 'When the request arrives');
    await sheet.add('Classes', 'class', { Class: 'Fraud', 'The positive one': 'Yes', 'Expected share': '0.2' });
    await sheet.add('Classes', 'class', { Class: 'Legitimate', 'The positive one': 'No', 'Expected share': '90' });
    await sheet.box('One row is').focus();
    await expect(sheet.sections.getByRole('link', { name: 'ML framing Error 1' })).toBeVisible();
    await page.getByRole('button', { name: 'Whole worksheet' }).click();
    await expect(finding).toBeVisible();
    await finding.getByLabel('Expected share').last().fill('99.8');
    await expect(page.getByText(/^Now agrees: Fraud · Expected share/)).toBeVisible();
    await expect(page.locator(':focus'), 'the card stays under the hands that mend it').toHaveValue('99.8');
    await expect(finding).toBeHidden();
    await sheet.saved();
  });

  await test.step('metrics and error costs', async () => {
    await sheet.openSection('Metrics');
    await sheet.add('Metrics', 'metric', {
      Metric: 'Fraud loss',
      Kind: 'Business',
      Role: 'Primary',
      Now: '1.9',
      Target: '1.2',
    });
    await sheet.add('Metrics', 'metric', {
      Metric: 'Precision',
      Kind: 'Model',
      Role: 'Primary',
      Now: '0.71',
      Target: '0.9',
    });
    await sheet.box('Metrics').first().blur();
    await sheet.saved();
    await sheet.sections.getByText('Design', { exact: true }).click();
    await sheet.openSection('Class imbalance and error costs');
    await sheet.write('Share of positives in production', '0.2');
    await sheet.box('Share of positives in production').blur();
    await sheet.saved();
  });

  await test.step('the document reads as one, and goes out as a PDF', async () => {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1, name: 'Card-not-present fraud' })).toBeVisible();
    await expect(page.getByText('Bring the yearly fraud loss below €1.2 M.')).toBeVisible();
    await page.getByRole('link', { name: 'Export' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download PDF' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    const text = await pdfText(new Uint8Array(await readFile(await download.path())));
    for (const words of [
      'Card-not-present fraud',
      'Bring the yearly fraud loss below €1.2 M.',
      'Fraud loss',
      'Precision',
      'One authorisation request',
      'Not answered yet',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('add up to');
  });
});
