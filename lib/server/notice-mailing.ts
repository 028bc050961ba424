import { env } from './env.ts';
import type { Mailing } from './jobs/mail-notices.ts';
import { noticeMail } from './mail-texts.ts';
import { sendMail } from './mail.ts';
import { stopTokenOf } from './stop-token.ts';

/** How mails about what stands in inboxes are written and sent; undefined where no mail server is set. */
export function noticeMailing(): Mailing | undefined {
  const { smtp, url, secret, mailBurstSeconds } = env();
  if (smtp === undefined) return undefined;
  return {
    burstSeconds: mailBurstSeconds,
    send: async ({ email, userId, projectId, slug, title, ...notice }) =>
      sendMail(
        noticeMail({
          ...notice,
          to: email,
          serverUrl: url,
          project: { id: projectId, slug, title },
          stopToken: stopTokenOf(secret, userId),
        }),
      ),
  };
}
