import type { ReactNode } from 'react';

import { orNull } from '#components/sessions/for-page.ts';
import { Frame } from '#components/workspaces/frame.tsx';
import { caller } from '#lib/server/procedures/caller.ts';

/** The pages that belong to a person and to no workspace. */
export default async function PersonLayout({ children }: { children: ReactNode }) {
  const call = await caller();
  const person = await orNull(call.account.get({}), 'unauthenticated');
  // The page itself leads to the sign-in, since only it knows the address to come back to.
  return person ? <Frame person={person}>{children}</Frame> : children;
}
