import type { caller } from '#lib/server/procedures/caller.ts';
import { canBeSuperseded } from './decision-words.ts';

type Api = Awaited<ReturnType<typeof caller>>;

/** Of the newest decisions as many as somebody still finds the right one in. */
const OFFERED = 100;

/**
 * The decisions that a form offers to take the place of: among the newest, and the one that was asked for however old
 * it is, since a form that does not know it would take the place of none.
 */
export async function replaceableDecisions(
  call: Api,
  at: { readonly workspace: string; readonly project: string },
  asked: number | undefined,
) {
  const { items } = await call.decisions.list({ ...at, limit: OFFERED });
  const oldest = items.at(-1)?.number ?? 0;
  const { items: older } =
    asked === undefined || asked >= oldest
      ? { items: [] }
      : await call.decisions.list({ ...at, before: asked + 1, limit: 1 });
  return [...items, ...older].filter(canBeSuperseded);
}
