import { paths } from '#lib/paths.ts';
import type { PaletteEntry } from './palette-entries.ts';

interface Workspace {
  readonly slug: string;
  readonly name: string;
}

/** Pages that are there wherever one is, and what can be done from anywhere. */
export function placeEntries(
  workspace: Workspace | undefined,
  workspaces: readonly Workspace[],
): readonly PaletteEntry[] {
  const at = workspace === undefined ? undefined : { workspace: workspace.slug };
  return [
    ...(at === undefined
      ? []
      : [
          page('Do', 'New project', paths.newProject(at), 'start create import file'),
          page('Go to', 'Projects', paths.workspace(at), 'portfolio'),
          page('Go to', 'Members', paths.members(at), 'people invite'),
          page('Go to', 'Settings of the workspace', paths.workspaceSettings({ ...at, page: 'general' }), 'zone name'),
        ]),
    page('Go to', 'Home', paths.home(), 'your turn recent'),
    page('Go to', 'Account', paths.account(), 'password theme sessions tokens'),
    page('Go to', 'Calculators', paths.calculators(), 'interval sample size'),
    page('Go to', 'Rules', paths.rules(), 'checks'),
    page('Go to', 'Handbook', paths.handbook(), 'guidance questions help'),
    ...workspaces
      .filter(({ slug }) => slug !== workspace?.slug)
      .map(({ slug, name }) => page('Go to', name, paths.workspace({ workspace: slug }), 'workspace')),
    { group: 'Do', label: 'Sign out', also: 'log leave', target: { kind: 'sign-out' } },
  ];
}

function page(group: PaletteEntry['group'], label: string, href: string, also: string): PaletteEntry {
  return { group, label, also, target: { kind: 'page', href } };
}

/** The page of results, for who wants to see more than a few. */
export function searchEntry(workspace: Workspace | undefined, typed: string): readonly PaletteEntry[] {
  const text = typed.trim();
  if (text.length < 2) return [];
  const href =
    workspace === undefined ? paths.search({ text }) : paths.workspaceSearch({ workspace: workspace.slug }, { text });
  return [
    { group: 'In worksheets', label: `Everything that holds ‘${text}’`, found: true, target: { kind: 'page', href } },
  ];
}
