'use client';

import { Button } from '#components/ui/button.tsx';
import { InlineCode } from '#components/ui/inline-code.tsx';

import { MessagePage } from './message-page.tsx';

interface FailurePageProps {
  /** Finds the failure in the server's log. */
  readonly digest: string | undefined;
  readonly onRetry: () => void;
}

export function FailurePage({ digest, onRetry }: FailurePageProps) {
  return (
    <MessagePage
      title="This page failed"
      action={
        <Button look="primary" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      <p>The server could not make this page. What was saved is safe.</p>
      {digest ? (
        <p className="mt-3">
          If it stays so, give the person who runs this server the number <InlineCode>{digest}</InlineCode>.
        </p>
      ) : null}
    </MessagePage>
  );
}
