import type { Metadata } from 'next';

import { NothingHere } from '#components/workspaces/nothing-here.tsx';

export const metadata: Metadata = { title: 'Not found' };

/** Inside the workspace's frame, so that the way back is at hand. */
export default function NotFoundInWorkspace() {
  return <NothingHere />;
}
