import { createRouterClient, type RouterClient } from '@orpc/server';
import { headers } from 'next/headers';
import { cache } from 'react';
import { actorOfCookies } from '../session-cookie.ts';
import { registry, type Registry } from './registry.ts';

/**
 * The registry, called in process by a server component as the person of the present request.
 * Errors are AppErrors. Once a request: the session is looked up a single time however many parts of a page ask.
 */
export const caller = cache(async (): Promise<RouterClient<Registry>> => {
  const given = await headers();
  const actor = await actorOfCookies(given.get('cookie') ?? undefined);
  return createRouterClient(registry, { context: { actor, address: '' } });
});
