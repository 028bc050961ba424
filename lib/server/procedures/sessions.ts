import { z } from 'zod';
import { listSessions, revokeAllSessions, revokeSession } from '../store/sessions.ts';
import { procedure } from './procedure.ts';
import { nothing, id } from './schemas.ts';

const sessionOut = z.object({
  id,
  createdAt: z.date(),
  lastSeen: z.date(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  /** The session of this very request. */
  present: z.boolean(),
});

export const sessions = {
  list: procedure('account.manage')({
    method: 'GET',
    path: '/account/sessions',
    summary: 'Where the caller is signed in',
    input: z.object({}),
    output: z.object({ items: z.array(sessionOut) }),
    async handler({ grant }) {
      const { via } = grant.actor;
      const rows = await listSessions(grant);
      return { items: rows.map((row) => ({ ...row, present: via.kind === 'session' && via.sessionId === row.id })) };
    },
  }),

  revoke: procedure('account.manage')({
    method: 'DELETE',
    path: '/account/sessions/{id}',
    summary: 'Sign one browser out, at once',
    input: z.object({ id }),
    output: nothing,
    async handler({ input, grant }) {
      await revokeSession(grant, input.id);
      return {};
    },
  }),

  revokeAll: procedure('account.manage')({
    method: 'DELETE',
    path: '/account/sessions',
    summary: 'Sign out everywhere, or everywhere else',
    input: z.object({ keepPresent: z.boolean().default(false) }),
    output: z.object({ revoked: z.number().int() }),
    async handler({ input, grant }) {
      return { revoked: await revokeAllSessions(grant, input.keepPresent) };
    },
  }),
};
