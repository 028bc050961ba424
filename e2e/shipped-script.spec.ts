import { paths } from '#lib/paths.ts';
import { complete } from './fixtures/hydrated.ts';
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

  await page.addInitScript(() => {
    const look = () => {
      const box = document.querySelector('#main textarea, #main input');
      const takesTyping = box !== null && Object.keys(box).some((key) => key.startsWith('__reactProps'));
      if (takesTyping) performance.mark('takes typing');
      else setTimeout(look);
    };
    look();
  });
  await page.goto(paths.write({ workspace, project, section: 'business' }));
  await page.waitForFunction(() => performance.getEntriesByName('takes typing').length > 0);
  // What comes late may be there before a test on a busy machine looks; the page itself knows what came before.
  const early = await page.evaluate(() => {
    const [mark] = performance.getEntriesByName('takes typing');
    const loaded = performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming);
    return loaded
      .filter(({ responseEnd }) => mark !== undefined && responseEnd <= mark.startTime)
      .map(({ name }) => name);
  });
  const needed = (await script.files()).filter(({ url }) => early.includes(url));
  expect(needed.length, 'files until the first field takes typing').toBeGreaterThan(5);
  const bytes = needed.reduce((sum, file) => sum + file.bytes, 0);
  expect(bytes, 'until the first field takes typing').toBeLessThan(185 * KILOBYTE);
  await complete(page);
  // With the engine of the checks, which is a third of it and has a worker of its own, and with threads.
  expect(await script.bytes(), 'to go on without a server').toBeLessThan(400 * KILOBYTE);
  await worksheetPage(page).write('Objective', 'It takes typing.');
  await worksheetPage(page).saved();
});
