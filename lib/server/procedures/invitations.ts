import { z } from 'zod';
import { AppError } from '#lib/domain/errors.ts';
import { env } from '../env.ts';
import { sendMail } from '../mail.ts';
import { invitationAddress, invitationMail } from '../mail-texts.ts';
import {
  acceptInvitation,
  createInvitation,
  findInvitation,
  listInvitations,
  revokeInvitation,
  withPassword,
} from '../store/invitations.ts';
import { countAttempt } from '../store/rate-limits.ts';
import { procedure } from './procedure.ts';
import { nothing, email, id, inWorkspace, password, personName, role, slug } from './schemas.ts';

const token = z.string().max(100);

export const invitations = {
  list: procedure('members.manage')({
    method: 'GET',
    path: '/workspaces/{workspace}/invitations',
    summary: 'The invitations that can still be accepted',
    input: inWorkspace,
    output: z.object({
      items: z.array(
        z.object({
          id,
          role,
          email: z.string().nullable(),
          project: z.object({ slug: z.string(), title: z.string() }).nullable(),
          invitedBy: z.object({ name: z.string() }).nullable(),
          createdAt: z.date(),
          expiresAt: z.date(),
        }),
      ),
    }),
    async handler({ grant }) {
      return { items: await listInvitations(grant) };
    },
  }),

  create: procedure('members.manage')({
    method: 'POST',
    path: '/workspaces/{workspace}/invitations',
    summary: 'Make a link that lets one person in, once, within seven days',
    input: inWorkspace.extend({ role, email: email.optional(), project: slug.optional() }),
    output: z.object({
      id,
      /** The link, shown this once. */
      url: z.string(),
      expiresAt: z.date(),
      /** Whether it was sent by mail as well. */
      mailed: z.boolean(),
    }),
    async handler({ input, grant }) {
      const made = await createInvitation(grant, input);
      const url = invitationAddress(env().url, made.token);
      const mailed =
        input.email !== undefined &&
        (await sendMail(
          invitationMail({ to: input.email, by: grant.actor.name, workspace: grant.workspace.name, url }),
        ));
      return { id: made.id, url, expiresAt: made.expiresAt, mailed };
    },
  }),

  revoke: procedure('members.manage')({
    method: 'DELETE',
    path: '/workspaces/{workspace}/invitations/{id}',
    summary: 'Withdraw an invitation',
    input: inWorkspace.extend({ id }),
    output: nothing,
    async handler({ input, grant }) {
      await revokeInvitation(grant, input.id);
      return {};
    },
  }),

  find: procedure('public')({
    method: 'GET',
    path: '/invitations/{token}',
    summary: 'What an invitation leads to',
    input: z.object({ token }),
    output: z.object({
      role,
      email: z.string().nullable(),
      workspace: z.object({ slug: z.string(), name: z.string() }),
      project: z.object({ slug: z.string(), title: z.string() }).nullable(),
    }),
    async handler({ input, request }) {
      await countAttempt('link', request.address);
      return findInvitation(input.token);
    },
  }),

  accept: procedure('public')({
    method: 'POST',
    path: '/invitations/{token}',
    summary: 'Come in: with the account one is signed in with, or with a new one',
    input: z.object({
      token,
      /** For a new account; left out by those who are signed in. */
      account: z.object({ name: personName, email, password }).optional(),
    }),
    output: z.object({ workspace: z.string(), project: z.string().nullable() }),
    async handler({ input, grant, request }) {
      await countAttempt('link', request.address);
      const invitation = await findInvitation(input.token);
      if (input.account !== undefined) return acceptInvitation(invitation, withPassword(input.account));
      if (grant.actor?.via.kind === 'token')
        throw new AppError('forbidden', 'An API token cannot accept an invitation.');
      if (grant.actor !== null) return acceptInvitation(invitation, { userId: grant.actor.userId });
      throw new AppError('unauthenticated', 'Sign in, or make an account here.');
    },
  }),
};
