import { readFile } from 'node:fs/promises';
import { valueHash } from '#lib/domain/worksheets/hashes.ts';
import { prisma } from '#lib/server/db.ts';
import { paths } from '#lib/paths.ts';
import { expect, test } from '../fixtures/journey.ts';
import { as, signIn } from '../fixtures/people.ts';
import { editAs, openWrite, openWriteAs, sectionOf, sharedProject } from '../fixtures/two-writers.ts';
import { worksheetPage } from '../fixtures/worksheet-page.ts';

// A browser notes each request that it could not make, and each that was refused.
test.use({ allowed: /ERR_INTERNET_DISCONNECTED|status of 40[134]/ });

const FIELDS = {
  Objective: ['business.objective', 'Below €1.2 M.', 'Below €1.5 M.'],
  'Who owns the objective': ['business.objectiveOwner', 'Fraud lead', 'Head of payments'],
  'Cost to build': ['business.buildCost', '200k', '150k'],
  'Cost to run': ['business.runCostPerMonth', '12k', '9k'],
  'When we stop': ['business.killCriterion', 'After two months.', 'After three months.'],
  'What happens today': ['business.currentProcess', 'People look at each.', 'Rules hold one in 175.'],
} as const;

test('several conflicts after days away are one list, and stay until they are settled', async ({ laptop }) => {
  const shared = await sharedProject();
  await test.step('six fields are typed without a connection, and the laptop is closed', async () => {
    const context = await laptop.open();
    const page = await openWriteAs(context, shared.first, shared);
    await context.setOffline(true);
    for (const [label, [, mine]] of Object.entries(FIELDS)) await worksheetPage(page).write(label, mine);
    await worksheetPage(page).box('Objective').focus();
    await expect(page.getByText('6 changes are kept in this browser')).toBeVisible();
    await laptop.close();
  });
  for (const [path, , theirs] of Object.values(FIELDS)) {
    expect(await editAs(shared.second, shared, { kind: 'set', path, base: '', value: theirs })).toBe('applied');
  }

  const context = await laptop.open();
  await signIn(context, shared.first);
  const page = await openWrite(context, shared);
  const sheet = worksheetPage(page);
  const list = page.getByRole('status').filter({ hasText: 'could not be taken in' });
  const line = (label: string) => list.getByRole('listitem').filter({ has: page.getByRole('link', { name: label }) });
  await expect(list).toContainText('6 of your edits could not be taken in. Nothing is lost.');
  await expect(list.getByRole('listitem')).toHaveCount(6);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(line('Cost to build')).toContainText(/Yours: 200k\s*Theirs \(Payments product manager, .+\): 150k/);
  await expect(sheet.box('Cost to build')).toHaveValue('150k');

  await test.step('one is kept, one is given up and taken back, one takes both', async () => {
    await line('Cost to build').getByRole('button', { name: 'Keep yours' }).click();
    await expect(sheet.box('Cost to build')).toHaveValue('200k');
    await line('Cost to run').getByRole('button', { name: 'Keep theirs' }).click();
    await expect(line('Cost to run')).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(line('Cost to run')).toBeVisible();
    await line('What happens today').getByRole('button', { name: 'Keep both' }).click();
    await expect(sheet.box('What happens today')).toHaveValue('Rules hold one in 175.\n\nPeople look at each.');
  });

  await test.step('the rest is still there after a reload, also as a file', async () => {
    await page.reload();
    await expect(list).toContainText('4 of your edits could not be taken in.');
    await expect(page.getByRole('button', { name: '4 to settle' })).toBeVisible();
    const coming = page.waitForEvent('download');
    await list.getByRole('button', { name: 'Save as a file' }).click();
    const text = await readFile(await (await coming).path(), 'utf8');
    for (const words of ['Below €1.2 M.', 'Fraud lead', '12k', 'After two months.']) expect(text).toContain(words);
  });

  await list.getByRole('button', { name: 'Keep all of yours' }).click();
  await expect(list).toBeHidden();
  await sheet.saved();
  expect(await sectionOf(shared)).toMatchObject({
    objective: 'Below €1.2 M.',
    objectiveOwner: 'Fraud lead',
    buildCost: '200k',
    runCostPerMonth: '12k',
    killCriterion: 'After two months.',
    currentProcess: 'Rules hold one in 175.\n\nPeople look at each.',
  });
});

const METRIC = { id: 'm1', name: 'Precision', owner: 'Fraud lead' };

test('an item that was deleted meanwhile comes back with what was typed into it', async ({ context }) => {
  const shared = await sharedProject();
  await editAs(shared.second, shared, { kind: 'insert', path: 'metrics.items', value: METRIC, after: null });
  await signIn(context, shared.first);
  const page = await openWrite(context, shared, { section: 'metrics', item: 'm1' });
  const sheet = worksheetPage(page);
  await context.setOffline(true);
  await sheet.write('Target', '0.9');
  await sheet.box('Target').blur();
  await expect(page.getByText('1 change is kept in this browser')).toBeVisible();
  await editAs(shared.second, shared, { kind: 'remove', path: 'metrics.items.m1', base: valueHash(METRIC) });
  await context.setOffline(false);

  await expect(
    page.getByText(
      'Payments product manager deleted this metric just now. Your edit is kept: restore it with your value, or discard.',
    ),
  ).toBeVisible();
  await expect(page.getByText('Precision · Target: 0.9')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'This metric is gone' })).toBeVisible();
  await page.getByRole('button', { name: 'Restore with your value' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Precision' })).toBeVisible();
  await expect(sheet.box('Target')).toHaveValue('0.9');
  await sheet.saved();
  await expect.poll(() => sectionOf(shared, 'metrics')).toEqual({ items: [{ ...METRIC, targetValue: '0.9' }] });
});

test('an item that somebody deletes while its page is open can be brought back there', async ({ context }) => {
  const shared = await sharedProject();
  await editAs(shared.second, shared, { kind: 'insert', path: 'metrics.items', value: METRIC, after: null });
  await signIn(context, shared.first);
  const page = await openWrite(context, shared, { section: 'metrics', item: 'm1' });
  // Half a number, which is kept only once the box is left: the box goes before that.
  await worksheetPage(page).box('Target').pressSequentially('abt');
  await editAs(shared.second, shared, { kind: 'remove', path: 'metrics.items.m1', base: valueHash(METRIC) });
  await expect(page.getByRole('heading', { level: 1, name: 'This metric is gone' })).toBeVisible();
  await expect(page.getByText(/^Payments product manager deleted it (just now|a minute ago)\.$/)).toBeVisible();
  await expect(page.getByText('Precision · Target: abt')).toBeVisible();
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await page.getByRole('button', { name: 'Restore it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Precision' })).toBeVisible();
  await expect.poll(() => sectionOf(shared, 'metrics')).toEqual({ items: [METRIC] });
});

test('a project that was archived keeps the edits waiting until it is restored', async ({ context }) => {
  const shared = await sharedProject();
  const page = await openWriteAs(context, shared.first, shared);
  await context.setOffline(true);
  await worksheetPage(page).write('Objective', 'Typed before anybody knew.');
  await worksheetPage(page).box('Objective').blur();
  await expect(page.getByText('1 change is kept in this browser')).toBeVisible();
  await as(shared.first).projects.archive(shared);
  await context.setOffline(false);
  const list = page.getByRole('status').filter({ hasText: 'could not be taken in' });
  await expect(list).toContainText('1 edit');
  await expect(list).toContainText(
    'This project is archived. Restore it first. What you typed is kept in this browser until then.',
  );
  await list.getByText('What is kept').click();
  await expect(list).toContainText('Business objective · Objective: Typed before anybody knew.');

  await as(shared.first).projects.restore(shared);
  await list.getByRole('button', { name: 'Try again' }).click();
  await expect(list).toBeHidden();
  await worksheetPage(page).saved();
  expect(await sectionOf(shared)).toMatchObject({ objective: 'Typed before anybody knew.' });
});

test('who is no longer in the project is told so, and has what was typed as a file', async ({ context }) => {
  const shared = await sharedProject();
  const page = await openWriteAs(context, shared.second, shared);
  await context.setOffline(true);
  await worksheetPage(page).write('Objective', 'Typed on the last day.');
  await worksheetPage(page).box('Objective').blur();
  await expect(page.getByText('1 change is kept in this browser')).toBeVisible();
  await prisma().membership.deleteMany({ where: { userId: shared.second.id } });
  await context.setOffline(false);
  const reason = 'There is no such project, or you are not in it.';
  await expect(page.getByRole('status').filter({ hasText: reason })).toBeVisible();

  await page.goto(paths.document(shared));
  const kept = page.getByRole('status').filter({ hasText: '1 edit of yours to ‘card-not-present-fraud’' });
  await expect(kept).toContainText(`is kept in this browser: ${reason}`);
  const coming = page.waitForEvent('download');
  await kept.getByRole('button', { name: 'Save as a file' }).click();
  expect(await readFile(await (await coming).path(), 'utf8')).toContain('Typed on the last day.');
  await kept.getByRole('button', { name: 'Discard' }).click();
  await kept.getByRole('button', { name: 'Discard for good' }).click();
  await expect(kept).toBeHidden();
});
