import type { Metadata } from 'next';

import { forPage } from '#components/sessions/for-page.ts';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { GeneralForm } from '#components/workspaces/general-form.tsx';
import { SettingsTabs } from '#components/workspaces/settings-tabs.tsx';
import { caller } from '#lib/server/procedures/caller.ts';
import { paths } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Settings' };

export default async function GeneralSettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const call = await caller();
  const current = await forPage(
    call.workspaces.get({ workspace }),
    paths.workspaceSettings({ workspace, page: 'general' }),
  );
  return (
    <PageMain>
      <PageHeading title="Settings" />
      <SettingsTabs workspace={workspace} current="general" />
      <GeneralForm workspace={current} canUpdate={current.can['workspace.update']} />
    </PageMain>
  );
}
