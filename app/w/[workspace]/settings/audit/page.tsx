import type { Metadata } from 'next';

import { reader } from '#components/account/reader.ts';
import { forPage } from '#components/sessions/for-page.ts';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { Paging } from '#components/ui/paging.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { AuditTable } from '#components/workspaces/audit-table.tsx';
import { NoRight } from '#components/workspaces/no-right.tsx';
import { SettingsTabs } from '#components/workspaces/settings-tabs.tsx';
import { caller } from '#lib/server/procedures/caller.ts';
import { paths } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Audit log' };

interface AuditPageProps {
  readonly params: Promise<{ workspace: string }>;
  readonly searchParams: Promise<{ before?: string }>;
}

export default async function AuditPage({ params, searchParams }: AuditPageProps) {
  const [{ workspace }, query, style, call] = await Promise.all([params, searchParams, reader(), caller()]);
  const before = Number(query.before) >= 1 ? Math.trunc(Number(query.before)) : undefined;
  const here = paths.auditLog({ workspace }, { before });
  const { can } = await forPage(call.workspaces.get({ workspace }), here);
  if (can['workspace.audit'] !== true) return <NoRight reason={can['workspace.audit']} />;
  const [{ items, next }, members] = await forPage(
    Promise.all([call.events.listWorkspace({ workspace, before }), call.members.list({ workspace, limit: 100 })]),
    here,
  );
  const names = new Map(members.items.map(({ id, name }) => [id, name]));
  return (
    <PageMain>
      <PageHeading title="Settings" />
      <SettingsTabs workspace={workspace} current="audit" />
      <AuditTable events={items} nameOf={(id) => names.get(id)} style={style} />
      <Paging
        as={AppLink}
        of="the audit log"
        previous={before === undefined ? undefined : paths.auditLog({ workspace })}
        previousLabel="Newest"
        next={next === null ? undefined : paths.auditLog({ workspace }, { before: next })}
        nextLabel="Older"
      />
    </PageMain>
  );
}
