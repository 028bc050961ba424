'use client';

import { latePart } from '#components/forms/late.tsx';

const NextQuestionLink = latePart(async () => (await import('./next-question-link.tsx')).NextQuestionLink);

/** At the foot of a page of Write, with room for one line: where the next question without an answer is. */
export function NextQuestion({ page }: { readonly page: string }) {
  return (
    <p className="screen-only min-h-9 pt-3 text-t-1 text-ink-2 pointer-coarse:min-h-14">
      <NextQuestionLink page={page} />
    </p>
  );
}
