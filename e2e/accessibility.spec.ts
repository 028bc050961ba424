import { globSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { SHOWN_ELSEWHERE, useWorkspace, type ShownPage, type UsedWorkspace } from './fixtures/every-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { signIn } from './fixtures/people.ts';

// The page that is not there answers 404, which the browser notes.
test.use({ allowed: /status of 404/ });

const LOOKS = [
  { width: 1440, height: 900, colorScheme: 'light' },
  { width: 1440, height: 900, colorScheme: 'dark' },
  { width: 390, height: 844, colorScheme: 'light' },
  { width: 390, height: 844, colorScheme: 'dark' },
] as const;

/** Each look in turns, so that no test takes minutes and both workers have something to do. */
const TURNS = 4;

test.describe.configure({ mode: 'parallel' });

let used: UsedWorkspace | undefined;

test.beforeEach(async ({ plumbline }) => {
  expect(plumbline.url).not.toBe('');
  used ??= await useWorkspace();
});

test('every page of the product is in the list', () => {
  const routes = globSync('app/**/page.tsx').map((file) =>
    `/${file.replace(/^app\//, '').replace(/\/?page\.tsx$/, '')}`.replace(/\/\([^)]+\)/g, '').replace(/^$/, '/'),
  );
  const listed = new Set([...SHOWN_ELSEWHERE, ...(used?.pages ?? []).map(({ route }) => route)]);
  listed.delete('/_not-found');
  expect([...new Set(routes)].toSorted()).toEqual([...listed].toSorted());
});

/** Every page, one in each `TURNS`; those of a reader together, since somebody signs in once. */
function pagesOf(turn: number, pages: readonly ShownPage[]): readonly ShownPage[] {
  return pages.filter((_, index) => index % TURNS === turn).toSorted((a, b) => a.reader.localeCompare(b.reader));
}

const looks = LOOKS.flatMap((look) => Array.from({ length: TURNS }, (_, turn) => ({ ...look, turn })));
for (const { width, height, colorScheme, turn } of looks) {
  test(`nothing serious on any page, ${width} wide, ${colorScheme}, turn ${turn + 1}`, async ({
    browser,
    page,
    context,
  }) => {
    expect(browser.isConnected()).toBe(true);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    const { owner, pages } = used ?? (await useWorkspace());
    for (const { reader, path, name } of pagesOf(turn, pages)) {
      if (reader === 'member' && (await context.cookies()).length === 0) await signIn(context, owner);
      const answer = await page.goto(path);
      expect.soft(answer?.status(), name).toBe(name === 'not-found' ? 404 : 200);
      await expect.soft(page.getByRole('heading', { level: 1 }).first(), name).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map((node) => `${name}: ${id} at ${node.target.join(' ')}`));
      expect.soft(serious).toEqual([]);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(wider, `${name} does not scroll sideways`).toBe(0);
    }
  });
}
