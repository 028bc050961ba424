import { z } from 'zod';
import { env } from '../env.ts';
import { changeRole, countOwners, listMembers, memberAbilities, removeMember } from '../store/members.ts';
import { resetForMember } from '../store/password-resets.ts';
import { resetAddress } from '../mail-texts.ts';
import { procedure } from './procedure.ts';
import { ability, cutPage, nothing, id, inWorkspace, memberRole, paging, readCursor } from './schemas.ts';

const ofMember = inWorkspace.extend({ member: id });

export const members = {
  list: procedure('members.read')({
    method: 'GET',
    path: '/workspaces/{workspace}/members',
    summary: 'Who is in a workspace, in the order of joining',
    input: inWorkspace.extend(paging),
    output: z.object({
      items: z.array(
        z.object({
          id,
          name: z.string(),
          email: z.string(),
          role: memberRole,
          joinedAt: z.date(),
          lastSeen: z.date().nullable(),
          /** What the caller may do with this member, and why not. */
          can: z.object({ remove: ability, roles: z.record(memberRole, ability) }),
        }),
      ),
      next: z.string().nullable(),
    }),
    async handler({ input, grant }) {
      const rows = await listMembers(grant, { after: readCursor(input.after), limit: input.limit + 1 });
      const owners = await countOwners(grant);
      const page = cutPage(rows, input.limit, (row) => row.joinedAt);
      return {
        ...page,
        items: page.items.map((member) => ({ ...member, can: memberAbilities(grant, member, owners) })),
      };
    },
  }),

  changeRole: procedure('members.manage')({
    method: 'PUT',
    path: '/workspaces/{workspace}/members/{member}/role',
    summary: 'Give a member another role',
    input: ofMember.extend({ role: memberRole }),
    output: nothing,
    async handler({ input, grant }) {
      await changeRole(grant, input.member, input.role);
      return {};
    },
  }),

  remove: procedure('members.manage')({
    method: 'DELETE',
    path: '/workspaces/{workspace}/members/{member}',
    summary: 'Remove a member; what they wrote stays',
    input: ofMember,
    output: nothing,
    async handler({ input, grant }) {
      await removeMember(grant, input.member);
      return {};
    },
  }),

  resetLink: procedure('members.manage')({
    method: 'POST',
    path: '/workspaces/{workspace}/members/{member}/reset-link',
    summary: 'Make a password link to hand to a member, for installations without mail',
    input: ofMember,
    output: z.object({ url: z.string(), expiresAt: z.date() }),
    async handler({ input, grant }) {
      const { token, expiresAt } = await resetForMember(grant, input.member);
      return { url: resetAddress(env().url, token), expiresAt };
    },
  }),
};
