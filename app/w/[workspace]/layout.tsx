import type { ReactNode } from 'react';

import { orNull } from '#components/sessions/for-page.ts';
import { Frame } from '#components/workspaces/frame.tsx';
import { caller } from '#lib/server/procedures/caller.ts';

interface WorkspaceLayoutProps {
  readonly params: Promise<{ workspace: string }>;
  readonly children: ReactNode;
}

export default async function WorkspaceLayout({ params, children }: WorkspaceLayoutProps) {
  const { workspace } = await params;
  const call = await caller();
  const known = await orNull(Promise.all([call.account.get({}), call.workspaces.list({})]), 'unauthenticated');
  // The page itself leads to the sign-in, since only it knows the address to come back to.
  if (known === null) return children;
  const [person, { items }] = known;
  return (
    <Frame person={person} workspace={items.find(({ slug }) => slug === workspace)} workspaces={items}>
      {children}
    </Frame>
  );
}
