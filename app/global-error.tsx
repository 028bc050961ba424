'use client';

import { FailurePage } from '#components/workspaces/failure-page.tsx';

import { sans, serif } from './fonts.ts';
import './globals.css';

/** Stands in for the root layout when that is what failed. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en" className={`${sans.variable} ${serif.variable}`}>
      <body>
        <title>Something failed – Plumbline</title>
        <FailurePage digest={error.digest} onRetry={reset} />
      </body>
    </html>
  );
}
