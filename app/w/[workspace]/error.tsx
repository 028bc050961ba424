'use client';

import { FailurePage } from '#components/workspaces/failure-page.tsx';

/** Inside the workspace's frame, so that the way back is at hand. */
export default function WorkspaceErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <FailurePage digest={error.digest} onRetry={reset} />;
}
