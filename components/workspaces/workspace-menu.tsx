'use client';

import { ChevronDown } from 'lucide-react';

import { Icon } from '#components/ui/icon.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { paths } from '#lib/paths.ts';

import { AppLink } from './app-link.tsx';
import type { FrameWorkspace } from './frame.tsx';

interface WorkspaceMenuProps {
  readonly current: FrameWorkspace;
  readonly workspaces: readonly FrameWorkspace[];
}

/** The workspace one is in: its pages, then the other workspaces. */
export function WorkspaceMenu({ current, workspaces }: WorkspaceMenuProps) {
  const at = { workspace: current.slug };
  const others = workspaces.filter(({ slug }) => slug !== current.slug);
  return (
    <Menu
      as={AppLink}
      size="compact"
      className="max-w-40 min-w-0 text-t-2! sm:max-w-64"
      trigger={
        <>
          <bdi className="truncate text-ink">{current.name}</bdi>
          <Icon of={ChevronDown} />
        </>
      }
      items={[
        { label: 'Home', href: paths.home() },
        { label: 'Projects', href: paths.workspace(at) },
        { label: 'Decisions', href: paths.workspaceDecisions(at) },
        { label: 'Members', href: paths.members(at) },
        { label: 'Settings', href: paths.workspaceSettings({ ...at, page: 'general' }) },
        { label: 'Calculators', href: paths.calculators() },
        { label: 'Rules', href: paths.rules() },
        { label: 'Handbook', href: paths.handbook() },
        ...others.map(({ slug, name }) => ({ label: `Go to ${name}`, href: paths.workspace({ workspace: slug }) })),
      ]}
    />
  );
}
