import { createRouterClient, type RouterClient } from '@orpc/server';
import { headers } from 'next/headers';
import { cache } from 'react';
import { clientAddressHeader, networkOf } from '../client-address.ts';
import { claimOfCookies } from '../session-cookie.ts';
import { registry, type Registry } from './registry.ts';

/**
 * The registry, called in process by a server component as the person of the present request.
 * Errors are AppErrors. Each guard asks whether the session still holds. Layouts and pages often ask the same thing
 * side by side; within one request it is asked once.
 */
export const caller = cache(async (): Promise<RouterClient<Registry>> => {
  const given = await headers();
  const actor = await claimOfCookies(given.get('cookie') ?? undefined);
  const answers = new Map<string, Promise<unknown>>();
  return createRouterClient(registry, {
    context: { actor, address: networkOf(given.get(clientAddressHeader) ?? '') },
    interceptors: [
      (call) => {
        if (call.procedure['~orpc'].route.method !== 'GET') return call.next();
        const question = JSON.stringify([call.path, call.input]);
        const answer = answers.get(question) ?? call.next();
        answers.set(question, answer);
        return answer;
      },
    ],
  });
});
