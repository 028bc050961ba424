import { beforeAll, describe, expect, test } from 'vitest';
import { addMember, as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { prisma, transaction } from '../db.ts';
import type { Actor } from './actor.ts';
import { placeProject } from './portfolio-places.ts';
import { portfolioSorts } from './portfolio.ts';
import { insertProject } from './projects.ts';

await serveTestDatabase();

let owner: Actor;
let place: { workspace: string; workspaceId: string };

interface Given {
  readonly title: string;
  readonly stage: 'framing' | 'design' | 'launch';
  readonly errors?: number;
  readonly questions?: number;
  readonly dueOn?: string;
  readonly changed: string;
}

const given: readonly Given[] = [
  { title: 'Ärger mit ~ Tilde', stage: 'design', errors: 2, changed: '2026-11-20' },
  { title: 'Basket size', stage: 'framing', questions: 3, dueOn: '2026-01-15', changed: '2026-11-21' },
  { title: 'Card fraud', stage: 'framing', errors: 1, dueOn: '2199-01-01', changed: '2026-11-22' },
  { title: 'Demand', stage: 'launch', changed: '2026-11-23' },
];

beforeAll(async () => {
  owner = await createActor('Owner');
  place = await createPlace(owner, 'Not counted yet');
  for (const { title, stage, errors = 0, questions = 0, dueOn = null, changed } of given) {
    const { id } = await transaction((tx) =>
      insertProject(tx, { workspaceId: place.workspaceId, by: owner.userId, title, visibility: 'workspace' }),
    );
    await prisma().eventStream.update({ where: { id }, data: { movedAt: new Date(changed) } });
    const counts = { stage, errors, warnings: 0, openQuestions: questions, dueOn };
    await prisma().projectSummary.create({ data: { projectId: id, sequence: 1, rules: 'test', ...counts } });
    await placeProject(prisma(), id);
  }
});

type View = Omit<Parameters<ReturnType<typeof as>['projects']['portfolio']>[0], 'workspace'>;

async function titles(view: View, by = owner): Promise<string[]> {
  const { items } = await as(by).projects.portfolio({ workspace: place.workspace, ...view });
  return items.map(({ title }) => title);
}

describe('the portfolio', () => {
  test('stands by stage, and within one in the order that is asked for', async () => {
    expect(await titles({})).toEqual(['Not counted yet', 'Card fraud', 'Basket size', 'Ärger mit ~ Tilde', 'Demand']);
    expect(await titles({ sort: 'title', stage: 'framing' })).toEqual(['Basket size', 'Card fraud', 'Not counted yet']);
    expect(await titles({ sort: 'due', stage: 'framing' })).toEqual(['Basket size', 'Card fraud', 'Not counted yet']);
    expect(await titles({ sort: 'findings', stage: 'framing' })).toEqual([
      'Card fraud',
      'Basket size',
      'Not counted yet',
    ]);
    expect(await titles({ sort: 'questions', stage: 'framing' })).toEqual([
      'Basket size',
      'Card fraud',
      'Not counted yet',
    ]);
  });

  test('shows only what has what is asked for', async () => {
    expect(await titles({ having: 'errors' })).toEqual(['Card fraud', 'Ärger mit ~ Tilde']);
    expect(await titles({ having: 'questions' })).toEqual(['Basket size']);
    expect(await titles({ having: 'overdue' })).toEqual(['Basket size']);
    expect(await titles({ having: 'findings', title: 'CARD' })).toEqual(['Card fraud']);
  });

  test.each(portfolioSorts)('sorted by %s, its pages are the whole, each row once', async (sort) => {
    const whole = await titles({ sort });
    const found: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await as(owner).projects.portfolio({ workspace: place.workspace, sort, limit: 1, after });
      found.push(...page.items.map(({ title }) => title));
      if (page.next === null) break;
      after = page.next;
    }
    expect(found).toEqual(whole);
    expect(whole).toHaveLength(given.length + 1);
  });

  test('a place that nobody here has written is the first page', async () => {
    const whole = await titles({});
    for (const after of ['', 'x', '0~NaN~00000000-0000-0000-0000-000000000000', '9~1~x']) {
      expect(await titles({ after })).toEqual(whole);
    }
  });

  test('holds nothing that the caller may not know of', async () => {
    const viewer = await createActor('Viewer');
    await addMember(place.workspaceId, viewer, 'viewer');
    await as(owner).projects.create({ workspace: place.workspace, title: 'Merger secret', visibility: 'members' });
    expect(await titles({}, viewer)).not.toContain('Merger secret');
    expect(await titles({})).toContain('Merger secret');
  });
});
