'use client';

import { FailurePage } from '#components/workspaces/failure-page.tsx';

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <FailurePage digest={error.digest} onRetry={reset} />;
}
