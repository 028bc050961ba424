import { z } from 'zod';
import { countAttempt } from '../store/rate-limits.ts';
import { createToken, listTokens, revokeToken } from '../store/tokens.ts';
import { procedure } from './procedure.ts';
import { nothing, id, line } from './schemas.ts';

const scope = z.enum(['read', 'write']);

export const tokens = {
  list: procedure('account.manage')({
    method: 'GET',
    path: '/account/tokens',
    summary: 'The API tokens of the caller',
    input: z.object({}),
    output: z.object({
      items: z.array(
        z.object({
          id,
          name: z.string(),
          /** Its first characters; the rest is not kept. */
          prefix: z.string(),
          scope,
          createdAt: z.date(),
          expiresAt: z.date(),
          lastUsed: z.date().nullable(),
        }),
      ),
    }),
    async handler({ grant }) {
      return { items: await listTokens(grant) };
    },
  }),

  create: procedure('account.manage')({
    method: 'POST',
    path: '/account/tokens',
    summary: 'Make an API token; it is shown this once',
    input: z.object({
      name: line(1, 80, 'Give the token a name.'),
      scope,
      days: z.number().int().min(1).max(366).default(90),
    }),
    output: z.object({ id, token: z.string() }),
    async handler({ input, grant }) {
      await countAttempt('tokens', grant.actor.userId);
      return createToken(grant, input);
    },
  }),

  revoke: procedure('account.manage')({
    method: 'DELETE',
    path: '/account/tokens/{id}',
    summary: 'Revoke an API token, at once',
    input: z.object({ id }),
    output: nothing,
    async handler({ input, grant }) {
      await revokeToken(grant, input.id);
      return {};
    },
  }),
};
