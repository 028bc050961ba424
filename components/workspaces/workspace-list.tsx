import { ROLE_NAMES } from '#components/members/role-words.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { Role } from '#lib/domain/access/roles.ts';
import { paths } from '#lib/paths.ts';

import { AppLink } from './app-link.tsx';
import type { FrameWorkspace } from './frame.tsx';

export function WorkspaceList({ workspaces }: { workspaces: readonly (FrameWorkspace & { readonly role: Role })[] }) {
  if (workspaces.length === 0) {
    return <EmptyState>You are in no workspace. Someone who is can send you an invitation.</EmptyState>;
  }
  return (
    <ul className="border-b border-hairline">
      {workspaces.map(({ slug, name, role }) => (
        <li key={slug} className="border-t border-hairline">
          <AppLink
            href={paths.workspace({ workspace: slug })}
            className="flex min-h-9 items-baseline justify-between gap-4 py-2 hover:bg-accent-soft hover:text-accent"
          >
            <span className="font-semibold">{name}</span>
            <span className="text-t-1 text-ink-2">{ROLE_NAMES[role]}</span>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
