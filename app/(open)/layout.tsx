import type { ReactNode } from 'react';

import { orNull } from '#components/sessions/for-page.ts';
import { Frame } from '#components/workspaces/frame.tsx';
import { caller } from '#lib/server/procedures/caller.ts';

/** The pages that need no account. */
export default async function OpenLayout({ children }: { children: ReactNode }) {
  const call = await caller();
  const person = await orNull(call.account.get({}), 'unauthenticated');
  return <Frame person={person ?? undefined}>{children}</Frame>;
}
