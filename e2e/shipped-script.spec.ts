import { paths } from '#lib/paths.ts';
import { expect, test } from './fixtures/journey.ts';
import { as, createPerson, createWorkspaceFor, signIn } from './fixtures/people.ts';
import { countShippedScript } from './fixtures/shipped-script.ts';
import { worksheetPage } from './fixtures/worksheet-page.ts';

const KILOBYTE = 1000;

test('a worksheet ships no more script than it may', async ({ page, context }) => {
  const person = await createPerson('Fraud data scientist');
  const workspace = await createWorkspaceFor(person);
  const { slug: project } = await as(person).projects.create({ workspace, title: 'Card-not-present fraud' });
  await signIn(context, person);
  const script = countShippedScript(page);

  await page.goto(paths.write({ workspace, project, section: 'business' }), { waitUntil: 'commit' });
  await page.waitForFunction(() => {
    const box = document.querySelector('#main textarea, #main input');
    return box !== null && Object.keys(box).some((key) => key.startsWith('__reactProps'));
  });
  expect(await script.bytes(), 'until the first field takes typing').toBeLessThan(200 * KILOBYTE);
  await page.waitForLoadState('networkidle');
  expect(await script.bytes(), 'when idle').toBeLessThan(300 * KILOBYTE);
  await worksheetPage(page).write('Objective', 'It takes typing.');
  await worksheetPage(page).saved();
});
