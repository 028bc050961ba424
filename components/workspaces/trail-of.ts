import { paths } from '#lib/paths.ts';

interface Place {
  readonly label: string;
  /** Absent for the page one is on. */
  readonly href?: string;
}

/** The places of a workspace by the first part of their address after it. */
const PLACES: Readonly<Record<string, string>> = {
  new: 'New project',
  decisions: 'Decisions',
  members: 'Members',
  search: 'Search',
  settings: 'Settings',
};

/** The way from the workspace to a page, from its address; a project's own bar says the rest. */
export function trailOf(workspace: string, pathname: string): readonly Place[] {
  const root = paths.workspace({ workspace });
  const [place = '', page] = pathname.slice(root.length).split('/').filter(Boolean);
  if (place === '') return [{ label: 'Projects' }];
  const projects = { label: 'Projects', href: root };
  if (place === 'p') return [projects];
  if (place === 'new') return [projects, { label: 'New project' }];
  if (place === 'settings' && page === 'audit') {
    return [
      { label: 'Settings', href: paths.workspaceSettings({ workspace, page: 'general' }) },
      { label: 'Audit log' },
    ];
  }
  return [{ label: PLACES[place] ?? 'Not found' }];
}
