import { z } from 'zod';
import { env } from '../env.ts';
import { sendMail } from '../mail.ts';
import { passwordResetMail } from '../mail-texts.ts';
import type { Grant } from '../store/grants.ts';
import { requestReset, resetIsOpen, resetPassword } from '../store/password-resets.ts';
import { countAttempt } from '../store/rate-limits.ts';
import { revokeAllSessions } from '../store/sessions.ts';
import { changePassword, getAccount, updateAccount } from '../store/users.ts';
import { procedure } from './procedure.ts';
import { nothing, email, id, password, personName } from './schemas.ts';

const accountOut = z.object({
  id,
  email: z.string(),
  name: z.string(),
  /** Single-letter shortcuts are on. */
  shortcuts: z.boolean(),
  /** Mails about mentions, replies and questions are wanted. */
  mailNotices: z.boolean(),
  /** How much stands in the inbox that was not seen. */
  unseen: z.number().int(),
  /** False for people who sign in through the identity provider only. */
  hasPassword: z.boolean(),
  /** True when one can sign in through the identity provider. */
  linked: z.boolean(),
  createdAt: z.date(),
});

export const account = {
  get: procedure('account.read')({
    method: 'GET',
    path: '/account',
    summary: 'The account of the caller',
    input: z.object({}),
    output: accountOut,
    handler: ({ grant }) => getAccount(grant.actor),
  }),

  update: procedure('account.manage')({
    method: 'PATCH',
    path: '/account',
    summary: 'Change one’s name, how the keyboard behaves, or whether mails come',
    input: z.object({
      name: personName.optional(),
      shortcuts: z.boolean().optional(),
      mailNotices: z.boolean().optional(),
    }),
    output: accountOut,
    async handler({ input, grant }) {
      await updateAccount(grant, input);
      return getAccount(grant.actor);
    },
  }),

  changePassword: procedure('account.manage')({
    method: 'PUT',
    path: '/account/password',
    summary: 'Change the password; every other session ends',
    input: z.object({ current: z.string().max(200), next: password }),
    output: nothing,
    async handler({ input, grant }) {
      await countAttempt('password', grant.actor.userId);
      await changePassword(grant, input);
      await revokeAllSessions(grant, true);
      return {};
    },
  }),

  requestReset: procedure('public')({
    method: 'POST',
    path: '/account/resets',
    summary: 'Ask for a link to set a new password; answers the same whether the account exists or not',
    input: z.object({ email }),
    output: z.object({
      /** False where no mail server is set: then an admin makes the link. */
      mail: z.boolean(),
    }),
    async handler({ input, grant, request }) {
      await countAttempt('resetAddress', request.address);
      await countAttempt('reset', input.email.toLowerCase());
      const { smtp, url } = env();
      if (smtp === undefined) return { mail: false };
      // Not awaited: how long it takes would tell whether there is an account.
      void mailReset(grant, input.email, url);
      return { mail: true };
    },
  }),

  findReset: procedure('public')({
    method: 'GET',
    path: '/account/resets/{token}',
    summary: 'Whether a reset link still works',
    input: z.object({ token: z.string().max(100) }),
    output: z.object({ open: z.boolean() }),
    async handler({ input, grant, request }) {
      await countAttempt('link', request.address);
      return { open: await resetIsOpen(grant, input.token) };
    },
  }),

  resetPassword: procedure('public')({
    method: 'POST',
    path: '/account/resets/{token}',
    summary: 'Set a new password by a link; signs the account out everywhere and revokes its API tokens',
    input: z.object({ token: z.string().max(100), password }),
    output: z.object({ email: z.string() }),
    async handler({ input, grant, request }) {
      await countAttempt('link', request.address);
      return resetPassword(grant, input.token, input.password);
    },
  }),
};

async function mailReset(grant: Grant<'public'>, email: string, url: string): Promise<void> {
  try {
    const reset = await requestReset(grant, email);
    if (reset !== null) await sendMail(passwordResetMail(reset, url));
  } catch (error) {
    console.error('mail: a link for a new password could not be made:', error);
  }
}
