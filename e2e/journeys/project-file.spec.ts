import { readFile } from 'node:fs/promises';
import { paths } from '#lib/paths.ts';
import { complete, hydrated } from '../fixtures/hydrated.ts';
import { expect, test } from '../fixtures/journey.ts';
import { as, createPerson, createWorkspaceFor, signIn } from '../fixtures/people.ts';

/** A file that is no project’s is refused. */
test.use({ allowed: /status of 400/ });

test('a project is handed out as one file and brought in elsewhere, with its threads, decisions and history', async ({
  page,
}) => {
  const person = await createPerson('Fraud data scientist');
  const workspace = await createWorkspaceFor(person);
  const { text } = await as(person).examples.get({ id: 'card-fraud' });
  const title = 'Card-not-present fraud';
  const { slug: project } = await as(person).projects.create({ workspace, title, file: { kind: 'yaml', text } });
  const at = { workspace, project };
  await as(person).threads.open({ ...at, path: '', kind: 'question', body: 'Who keeps this when we are gone?' });
  await signIn(page.context(), person);
  await page.goto(paths.export(at));
  await complete(page);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download Project' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('card-not-present-fraud.plumbline');
  const file = await download.path();

  // Elsewhere: another workspace, and nobody of the first one in it.
  const successor = await createPerson('Risk analyst');
  const elsewhere = await createWorkspaceFor(successor);
  await signIn(page.context(), successor);
  await page.goto(paths.newProject({ workspace: elsewhere }));
  await hydrated(page.getByRole('radio', { name: 'A Plumbline file' }));
  await page.getByRole('radio', { name: 'A Plumbline file' }).check();
  const chooser = page.getByLabel('File', { exact: true });
  const create = page.getByRole('button', { name: 'Create the project' });

  await chooser.setInputFiles({ name: 'notes.plumbline', mimeType: 'application/gzip', buffer: Buffer.from('notes') });
  await create.click();
  await expect(page.getByText('This is not a project’s file, or it is damaged.').first()).toBeVisible();

  await chooser.setInputFiles({ name: 'kept.plumbline', mimeType: 'application/gzip', buffer: await readFile(file) });
  await create.click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await page.goto(paths.threads({ workspace: elsewhere, project }));
  await expect(page.getByText('Who keeps this when we are gone?')).toBeVisible();
  await page.goto(paths.decisions({ workspace: elsewhere, project }));
  await expect(page.getByRole('link', { name: 'Split by time and by card' })).toBeVisible();
  await page.goto(paths.history({ workspace: elsewhere, project }));
  await expect(page.getByText('Risk analyst brought the project in from a file', { exact: true })).toBeVisible();
  await expect(page.getByText('Fraud data scientist (from a file) started thread #4')).toBeVisible();
});
