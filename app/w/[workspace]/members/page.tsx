import type { Metadata } from 'next';

import { reader } from '#components/account/reader.ts';
import { InvitationTable } from '#components/invitations/invitation-table.tsx';
import { InviteForm } from '#components/invitations/invite-form.tsx';
import { MemberTable } from '#components/members/member-table.tsx';
import { RoleList } from '#components/members/role-list.tsx';
import { forPage } from '#components/sessions/for-page.ts';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain, PageSection } from '#components/ui/page-main.tsx';
import { Paging } from '#components/ui/paging.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { NoRight } from '#components/workspaces/no-right.tsx';
import { caller } from '#lib/server/procedures/caller.ts';
import { paths } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Members' };

interface MembersPageProps {
  readonly params: Promise<{ workspace: string }>;
  readonly searchParams: Promise<{ after?: string }>;
}

export default async function MembersPage({ params, searchParams }: MembersPageProps) {
  const [{ workspace }, { after }, style, call] = await Promise.all([params, searchParams, reader(), caller()]);
  const at = { workspace };
  const here = paths.members(at, { after });
  const [{ can }, me] = await forPage(Promise.all([call.workspaces.get(at), call.account.get({})]), here);
  if (can['members.read'] !== true) return <NoRight reason={can['members.read']} />;
  const manages = can['members.manage'];
  const [{ items, next }, invitations, projects] = await forPage(
    Promise.all([
      call.members.list({ ...at, after }),
      manages === true ? call.invitations.list(at) : null,
      manages === true ? call.projects.list({ ...at, limit: 100 }) : null,
    ]),
    here,
  );
  return (
    <PageMain>
      <PageHeading title="Members" lead="Everyone here can read every project that is open to the workspace." />
      <PageSection title="People">
        <MemberTable workspace={workspace} members={items} me={me.id} canManage={manages} style={style} />
        <Paging
          as={AppLink}
          of="members"
          previous={after === undefined ? undefined : paths.members(at)}
          previousLabel="First page"
          next={next === null ? undefined : paths.members(at, { after: next })}
        />
      </PageSection>
      <PageSection title="Invitations">
        {invitations && projects ? (
          <div className="flex flex-col gap-8">
            <InviteForm
              workspace={workspace}
              projects={projects.items}
              canMakeOwners={can['members.changeOwners'] === true}
            />
            <InvitationTable workspace={workspace} invitations={invitations.items} style={style} />
          </div>
        ) : (
          <p className="text-ink-2">{manages}</p>
        )}
      </PageSection>
      <PageSection
        title="Who may do what"
        lead="A project is open to the workspace, or to members named in its settings; owners and admins see all of them."
      >
        <RoleList />
      </PageSection>
    </PageMain>
  );
}
