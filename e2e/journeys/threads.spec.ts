import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { paths } from '#lib/paths.ts';
import { complete } from '../fixtures/hydrated.ts';
import { expect, test } from '../fixtures/journey.ts';
import { addMember, as, createPerson, signIn, type Person } from '../fixtures/people.ts';
import { openWriteAs, sharedProject, type Shared } from '../fixtures/two-writers.ts';
import { worksheetPage } from '../fixtures/worksheet-page.ts';

// A browser notes in its console each request that it could not make.
test.use({ allowed: /ERR_INTERNET_DISCONNECTED/ });

const PROBLEM = 'Stolen cards cost a lot. Of ten payments that are held one is honest, and honest people wait.';
const WORDS = 'honest people wait';

async function projectWithText(): Promise<Shared> {
  const shared = await sharedProject();
  const op = { id: randomUUID(), kind: 'set', path: 'business.problemStatement', base: '', value: PROBLEM } as const;
  await as(shared.first).worksheets.applyOps({ ...shared, ops: [op] });
  return shared;
}

async function openReadAs(context: BrowserContext, person: Person, shared: Shared): Promise<Page> {
  await signIn(context, person);
  const page = await context.newPage();
  await page.goto(paths.document(shared));
  await complete(page);
  return page;
}

/** Marks words on the page as a pointer would. */
async function mark(page: Page, words: string): Promise<void> {
  await page.evaluate((sought) => {
    const walker = document.createTreeWalker(document.getElementById('main') ?? document, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(sought) ?? -1;
      if (at !== -1) document.getSelection()?.setBaseAndExtent(node, at, node, at + sought.length);
    }
  }, words);
}

/** What is painted on the page, by its words. */
async function painted(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('plumbline-thread') ?? [])].map(
      ({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range.toString();
      },
    ),
  );
}

test('a comment on a passage stays with its words while others write around them, and is answered at once', async ({
  context,
  anotherBrowser,
}) => {
  const shared = await projectWithText();
  const reader = await openReadAs(context, shared.second, shared);
  const writer = await openWriteAs(await anotherBrowser(), shared.first, shared);

  await mark(reader, WORDS);
  await reader.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(reader.getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await reader.keyboard.type('How long do they wait?');
  await reader.keyboard.press('Control+Enter');
  const asked = reader.getByRole('article', { name: 'Thread 1' });
  await expect(asked).toContainText('How long do they wait?');
  await expect.poll(() => painted(reader)).toEqual([WORDS]);

  const sheet = worksheetPage(writer);
  await sheet.write(
    'What hurts, and whom',
    `A new beginning. ${PROBLEM.replace('a lot', 'very much')} That is too long.`,
  );
  await sheet.saved();
  const seen = writer.getByRole('article', { name: 'Thread 1' });
  await expect(seen).toContainText(WORDS);
  await expect(reader.getByRole('main')).toContainText('A new beginning.');
  await expect.poll(() => painted(reader)).toEqual([WORDS]);

  await seen.getByRole('button', { name: 'Reply' }).click();
  await seen.getByRole('textbox', { name: 'Reply' }).fill('Twenty minutes.');
  await seen.getByRole('button', { name: 'Reply' }).click();
  await expect(asked).toContainText('Twenty minutes.');

  const { violations } = await new AxeBuilder({ page: reader }).include('#panel').analyze();
  expect(violations).toEqual([]);

  await asked.getByRole('button', { name: 'Resolve' }).click();
  await expect(reader.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expect.poll(() => painted(reader)).toEqual([]);
  await expect(writer.getByText('1 resolved thread')).toBeVisible();
});

test('who only reads comments all the same, and keeps what was typed when it could not be sent', async ({
  context,
}) => {
  const shared = await projectWithText();
  const viewer = await createPerson('Product owner');
  await addMember(shared.workspace, viewer, 'viewer');
  const page = await openReadAs(context, viewer, shared);
  await page.getByRole('button', { name: 'Whole worksheet' }).click();
  await expect(page.getByText('No comments yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Comment on the document' }).click();
  const box = page.getByRole('textbox', { name: 'Comment' });
  await box.fill('Who has to agree to this?');
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Question');

  await context.setOffline(true);
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(box).toHaveValue('Who has to agree to this?');

  await context.setOffline(false);
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  const thread = page.getByRole('article', { name: 'Thread 1' });
  await expect(thread).toContainText('Question');
  await expect(thread).toContainText('Who has to agree to this?');
  expect((await as(shared.first).threads.list(shared)).items).toMatchObject([{ author: { name: 'Product owner' } }]);

  await thread.getByRole('button', { name: 'Change' }).click();
  await thread.getByRole('textbox', { name: 'Your comment' }).fill('Who has to agree?');
  await thread.getByRole('button', { name: 'Save' }).click();
  await thread.getByText('Changed', { exact: true }).click();
  await expect(thread.getByRole('list').getByText('Who has to agree to this?')).toBeVisible();
  await thread.getByRole('button', { name: 'Delete' }).click();
  await thread.getByRole('button', { name: 'Keep it' }).click();
  await expect(thread).toContainText('Who has to agree?');
  await thread.getByRole('button', { name: 'Delete' }).click();
  await thread.getByRole('button', { name: 'Delete it' }).click();
  // With nothing left in it the thread is resolved, and what was there leaves a trace.
  await page.getByRole('button', { name: 'With resolved' }).click();
  await expect(thread).toContainText('A comment was deleted.');
});

test('whoever is called is offered by name, and chosen with the keys', async ({ context }) => {
  const shared = await projectWithText();
  const ana = await createPerson('Ana Lima');
  await addMember(shared.workspace, ana, 'viewer');
  const page = await openReadAs(context, shared.first, shared);
  await page.getByRole('button', { name: 'Whole worksheet' }).click();
  await page.getByRole('button', { name: 'Comment on the document' }).click();
  const box = page.getByRole('textbox', { name: 'Comment' });
  await box.pressSequentially('Is this so, @li');
  const people = page.getByRole('listbox', { name: 'People who see this project' });
  await expect(people.getByRole('option', { name: 'Ana Lima' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('Is this so, @Ana Lima ');
  await expect(people).toBeHidden();

  // Escape closes the list and nothing else; a name that nobody has offers nobody.
  await box.pressSequentially('and @a');
  await expect(people.getByRole('option', { name: 'Ana Lima' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('#panel').analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(people).toBeHidden();
  await expect(box).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article', { name: 'Thread 1' })).toContainText('Is this so, @Ana Lima and @a');
  expect((await as(ana).notices.list({ limit: 5 })).items).toMatchObject([{ reason: 'mention' }]);
});

test('a thread whose place is gone is put on other words, and the plumb line shows where', async ({ context }) => {
  const shared = await projectWithText();
  await as(shared.first).threads.open({ ...shared, path: 'labels', kind: 'issue', body: 'How long is that?' });
  const page = await openReadAs(context, shared.first, shared);
  await page.getByRole('button', { name: 'Whole worksheet' }).click();
  const thread = page.getByRole('article', { name: 'Thread 1' });
  await thread.getByRole('button', { name: 'Thread 1: kind and place' }).click();
  await page.getByRole('menuitem', { name: 'Put elsewhere …' }).click();
  await expect(page.getByText('Thread #1 is being put elsewhere.')).toBeVisible();

  await mark(page, WORDS);
  await page.getByRole('button', { name: 'Put #1 here' }).click();
  await expect(page.getByText('Thread 1 stands here now.')).toBeVisible();
  await expect.poll(() => painted(page)).toEqual([WORDS]);
  await expect(page.getByText('Thread #1 is being put elsewhere.')).toHaveCount(0);

  const dot = page.getByRole('link', { name: 'Thread #1 on Business objective · What hurts, and whom' });
  await dot.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'Thread 1' })).toContainText(WORDS);
});
