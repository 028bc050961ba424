import { globSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import { SHOWN_ELSEWHERE, useWorkspace, type ShownPage, type UsedWorkspace } from './fixtures/every-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { ZONE_COOKIE } from './fixtures/zone-cookie.ts';
import { clippedTexts, sideways, spaceText, ZOOMED } from './fixtures/laid-out.ts';
import { signIn } from './fixtures/people.ts';

// The page that is not there answers 404, which the browser notes.
test.use({ allowed: /status of 404/ });

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

const NARROW = 390;

/** Each size in turns of three pages or so, since a busy machine needs long for one. */
const TURNS = 16;

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

const turns = SIZES.flatMap((size) => Array.from({ length: TURNS }, (_, turn) => ({ ...size, turn })));
for (const { width, height, turn } of turns) {
  test(`nothing serious on any page, light and dark, ${width} wide, turn ${turn + 1}`, async ({
    browser,
    page,
    context,
    baseURL,
    timezoneId,
  }) => {
    expect(browser.isConnected()).toBe(true);
    // A browser whose time zone is new is asked for the page once more, in the middle of what is measured here.
    await context.addCookies([{ name: ZONE_COOKIE, value: encodeURIComponent(timezoneId ?? ''), url: baseURL ?? '' }]);
    const { owner, pages } = used ?? (await useWorkspace());
    let reads: ShownPage['reader'] = 'anybody';
    for (const { reader, path, name } of pagesOf(turn, pages)) {
      if (reader === 'member' && reads === 'anybody') await signIn(context, owner);
      reads = reader;
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: 'light' });
      const answer = await page.goto(path);
      expect.soft(answer?.status(), name).toBe(name === 'not-found' ? 404 : 200);
      // Whoever is sent elsewhere, to the sign-in page above all, has looked at another page than this.
      expect.soft(pathOf(page.url()), `${name} is the page that is looked at`).toBe(pathOf(path));
      await expect.soft(page.getByRole('heading', { level: 1 }).first(), name).toBeVisible();
      // There are no frames of other sites, for which it would open a page of its own each time.
      const axe = () => new AxeBuilder({ page }).setLegacyMode();
      expect.soft(await serious(axe()), name).toEqual([]);
      await lieFlat(page, name);
      // In the dark only the colours are others.
      await page.emulateMedia({ colorScheme: 'dark' });
      expect.soft(await serious(axe().withRules('color-contrast')), `${name}, in the dark`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      await test.step(`${name}, spaced and enlarged`, async () => {
        if (name.startsWith('write-')) {
          await spaceText(page);
          await lieFlat(page, `${name}, with the text spaced`);
        }
        if (width > NARROW) return;
        await page.setViewportSize(ZOOMED);
        await lieFlat(page, `${name}, at 400 %`);
      });
    }
  });
}

/** What axe holds to be serious, each with its place. */
async function serious(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(' ')}`));
}

/** All that the page says is in its window, or further down. */
async function lieFlat(page: Page, name: string): Promise<void> {
  expect.soft(await sideways(page), `${name} does not scroll sideways`).toBe(0);
  expect.soft(await clippedTexts(page), `${name} cuts nothing off`).toEqual([]);
}

function pathOf(url: string): string {
  return new URL(url, 'http://any.example').pathname;
}
