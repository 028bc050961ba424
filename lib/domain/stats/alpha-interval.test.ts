import { expect, test } from 'vitest';
import { profilesOf } from '#test/agreement-tables.ts';
import { alphaInterval } from './alpha-interval.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { seededRandom } from './seeded-random.ts';

const nominal = { kind: 'nominal' } as const;

/** Two annotators who each mistake the truth with the same chance, and alpha over infinitely many such items. */
function world(prevalence: number, error: number): { bothYes: number; bothNo: number; alpha: number } {
  const yes = prevalence * (1 - error) + (1 - prevalence) * error;
  const bothYes = prevalence * (1 - error) ** 2 + (1 - prevalence) * error ** 2;
  const bothNo = prevalence * error ** 2 + (1 - prevalence) * (1 - error) ** 2;
  return { bothYes, bothNo, alpha: 1 - (1 - bothYes - bothNo) / (2 * yes * (1 - yes)) };
}

/** How often the interval holds the true alpha. */
function coverage(items: number, prevalence: number, error: number): number {
  const { bothYes, bothNo, alpha } = world(prevalence, error);
  const random = seededRandom(11);
  const worlds = 500;
  let covered = 0;
  for (let round = 0; round < worlds; round += 1) {
    const counts = [0, 0, 0];
    for (let item = 0; item < items; item += 1) {
      const drawn = random();
      const kind = drawn < bothYes ? 0 : drawn < bothYes + bothNo ? 1 : 2;
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    const rows = [
      [2, 0],
      [0, 2],
      [1, 1],
    ];
    const profiles = profilesOf(rows).map((profile, kind) => ({ ...profile, items: counts[kind] ?? 0 }));
    const { interval } = alphaInterval(profiles, nominal, 0.95, 300, random);
    if (interval !== null && interval[0] <= alpha && alpha <= interval[1]) covered += 1;
  }
  return covered / worlds;
}

// A standard error of such a share is .010 at .95 and .018 at .8.
test('covers as stated where many items are in dispute, and less where two are', () => {
  const many = coverage(100, 0.3, 0.1);
  expect(many).toBeGreaterThan(0.92);
  expect(many).toBeLessThan(0.975);
  const few = coverage(50, 0.05, 0.02);
  expect(few).toBeGreaterThan(0.72);
  expect(few).toBeLessThan(0.84);
});

test('holds alpha, and a wider confidence gives a wider interval', () => {
  const profiles = profilesOf([
    [3, 0],
    [2, 1],
    [0, 3],
    [1, 2],
    [0, 3],
    [3, 0],
  ]);
  const at = (confidence: number) => alphaInterval(profiles, nominal, confidence, 1000, seededRandom(1)).interval;
  const [narrow, wide] = [at(0.8), at(0.99)];
  const alpha = krippendorffAlpha(profiles, nominal) ?? 9;
  expect(narrow?.[0]).toBeLessThan(alpha);
  expect(narrow?.[1]).toBeGreaterThan(alpha);
  expect(wide?.[0]).toBeLessThan(narrow?.[0] ?? -9);
  expect(wide?.[1]).toBeGreaterThanOrEqual(narrow?.[1] ?? 9);
});

test('resamples of a single label are counted and left out; items with one label are not drawn', () => {
  const rare = [{ ...profilesOf([[2, 0]])[0], cells: [{ category: 0, count: 2 }], items: 19 }, ...profilesOf([[1, 1]])];
  const { degenerate } = alphaInterval(rare, nominal, 0.95, 1000, seededRandom(5));
  // (19/20)^20 of them draw the only item in dispute never: .358, with a standard error of .015.
  expect(Math.abs(degenerate / 1000 - 0.95 ** 20)).toBeLessThan(0.06);
  const single = profilesOf([
    [1, 0],
    [0, 1],
    [2, 0],
  ]);
  expect(alphaInterval(single, nominal, 0.95, 100, seededRandom(5))).toEqual({ interval: null, degenerate: 0 });
});
