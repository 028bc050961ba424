import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Json } from '#lib/domain/json.ts';
import { as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { pool, prisma } from '../db.ts';
import { closeHub } from '../events.ts';
import type { Actor } from '../store/actor.ts';
import { refreshSummaries } from '../store/project-summaries.ts';
import { keepSummaries } from './keep-summaries.ts';

await serveTestDatabase();

let owner: Actor;

beforeAll(async () => {
  owner = await createActor('Owner');
});

afterEach(closeHub);

type Place = Awaited<ReturnType<typeof createPlace>>;

async function set(at: Place, path: string, value: Json): Promise<void> {
  const op = { id: randomUUID(), kind: 'set', path, base: '', value } as const;
  const { outcomes } = await as(owner).worksheets.applyOps({ ...at, ops: [op] });
  expect(outcomes[0]?.outcome).toBe('applied');
}

async function summaryOf(at: Place) {
  const { items } = await as(owner).projects.portfolio(at);
  return items.find(({ slug }) => slug === at.project)?.summary ?? null;
}

/** A regression with classes contradicts itself. */
async function contradict(at: Place): Promise<void> {
  await set(at, 'framing.taskType', 'regression');
  await set(at, 'framing.classes', [{ id: 'fraud', name: 'Fraud' }]);
}

const soon = { timeout: 15_000 };

test('a summary follows the edits of a project, and catches up with what came while nobody followed', async () => {
  const at = await createPlace(owner);
  expect(await summaryOf(at)).toBeNull();
  const first = keepSummaries();
  await expect.poll(() => summaryOf(at), soon).toMatchObject({ stage: 'framing', errors: 0, openQuestions: 0 });
  await contradict(at);
  await expect.poll(async () => (await summaryOf(at))?.errors, soon).toBeGreaterThan(0);
  await first.stop();

  await set(at, 'business.objective', { unknown: { who: 'Dana', by: '2026-01-15' } });
  const another = await createPlace(owner);
  expect(await summaryOf(at)).toMatchObject({ openQuestions: 0 });

  const second = keepSummaries();
  await expect
    .poll(() => summaryOf(at), soon)
    .toMatchObject({
      openQuestions: 1,
      due: { date: '2026-01-15', kind: 'open-question', what: 'Objective' },
    });
  await expect.poll(() => summaryOf(another), soon).not.toBeNull();
  await second.stop();
});

test('nothing is made anew before something has changed: an edit, the rules, or the day', async () => {
  const at = await createPlace(owner);
  await refreshSummaries('all');
  expect(await refreshSummaries('all')).toBe(0);

  await set(at, 'overview.reviewBy', '2027-01-15');
  const stranger = randomUUID();
  expect(await refreshSummaries([stranger])).toBe(0);
  expect(await refreshSummaries([stranger, at.projectId])).toBe(1);

  await prisma().projectSummary.updateMany({ data: { rules: 'of an older version' } });
  expect(await refreshSummaries('all')).toBe(await prisma().projectSummary.count());

  await prisma().projectSummary.update({ where: { projectId: at.projectId }, data: { holdsUntil: '2026-01-01' } });
  expect(await refreshSummaries('all')).toBe(1);
  expect(await refreshSummaries('all')).toBe(0);
});

test('a project that cannot be read stops no other', async () => {
  const [broken, sound] = [await createPlace(owner), await createPlace(owner)];
  await set(broken, 'business.objective', 'Lower the loss');
  await pool().query(`UPDATE "Section" SET "format" = 'plumbline/v99' WHERE "projectId" = $1`, [broken.projectId]);
  expect(await refreshSummaries([broken.projectId, sound.projectId])).toBe(1);
  expect(await summaryOf(sound)).not.toBeNull();
});
