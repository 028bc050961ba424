import { z } from 'zod';
import { AppError } from '#lib/domain/errors.ts';
import { env } from '../env.ts';
import { userOfStopToken } from '../stop-token.ts';
import { stopMails } from '../store/notice-mails.ts';
import { listNotices, markSeen, noticeReasons } from '../store/notices.ts';
import { countAttempt } from '../store/rate-limits.ts';
import { procedure } from './procedure.ts';
import { cutPage, id, nothing, paging, readCursor } from './schemas.ts';

export const notices = {
  list: procedure('account.read')({
    method: 'GET',
    path: '/account/notices',
    summary: 'What came to the caller: mentions, replies and questions, one line a thread or question',
    input: z.object({ unseen: z.union([z.boolean(), z.stringbool()]).default(false), ...paging }),
    output: z.object({
      items: z.array(
        z.object({
          id,
          reason: z.enum(noticeReasons),
          /** 'thread.41', 'question.business.objective' */
          subject: z.string(),
          /** What the place is called; empty for the whole document. */
          label: z.string(),
          actor: z.object({ id, name: z.string() }).nullable(),
          /** How often something came since it was seen. */
          count: z.number().int(),
          at: z.date(),
          seenAt: z.date().nullable(),
          workspace: z.object({ slug: z.string(), name: z.string() }),
          project: z.object({ slug: z.string(), title: z.string() }),
        }),
      ),
      next: z.string().nullable(),
    }),
    async handler({ input: { limit, after, unseen }, grant }) {
      const rows = await listNotices(grant, { unseen, after: readCursor(after), limit: limit + 1 });
      return cutPage(rows, limit, ({ at }) => at);
    },
  }),

  markSeen: procedure('account.read')({
    method: 'POST',
    path: '/account/notices/seen',
    summary: 'Say that one has been seen, or all of them',
    input: z.object({ id: id.optional() }),
    output: nothing,
    async handler({ input, grant }) {
      await markSeen(grant, input.id);
      return {};
    },
  }),

  stopMails: procedure('public')({
    method: 'POST',
    path: '/account/notices/stop',
    summary: 'Turn mails off by the token of one of them, without signing in',
    input: z.object({ token: z.string().max(200) }),
    output: nothing,
    async handler({ input, grant, request }) {
      await countAttempt('link', request.address);
      const userId = userOfStopToken(env().secret, input.token);
      if (userId === undefined) throw new AppError('not-found', 'This link is not one of ours.');
      await stopMails(grant, userId);
      return {};
    },
  }),
};
