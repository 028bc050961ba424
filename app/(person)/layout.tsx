import type { ReactNode } from 'react';

import { orNull } from '#components/sessions/for-page.ts';
import { Frame } from '#components/workspaces/frame.tsx';
import { caller } from '#lib/server/procedures/caller.ts';

/** The pages that belong to a person and to no workspace. */
export default async function PersonLayout({ children }: { children: ReactNode }) {
  const call = await caller();
  const known = await orNull(Promise.all([call.account.get({}), call.workspaces.list({})]), 'unauthenticated');
  // The page itself leads to the sign-in, since only it knows the address to come back to.
  if (known === null) return children;
  const [person, { items }] = known;
  return (
    <Frame person={person} workspaces={items}>
      {children}
    </Frame>
  );
}
