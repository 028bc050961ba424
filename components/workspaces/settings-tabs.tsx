import { TabLinks } from '#components/ui/tab-links.tsx';
import { type WorkspaceSettingsPage, paths } from '#lib/paths.ts';

import { AppLink } from './app-link.tsx';

const LABELS: Readonly<Record<WorkspaceSettingsPage, string>> = { general: 'General', audit: 'Audit log' };

export function SettingsTabs({ workspace, current }: { workspace: string; current: WorkspaceSettingsPage }) {
  const pages = ['general', 'audit'] as const;
  return (
    <div className="mb-6 border-b border-hairline">
      <TabLinks
        label="Settings"
        as={AppLink}
        tabs={pages.map((page) => ({
          href: paths.workspaceSettings({ workspace, page }),
          label: LABELS[page],
          current: page === current,
        }))}
      />
    </div>
  );
}
