'use client';

import { Marks } from '#components/worksheets/marks.tsx';

/** What is found about a value, beside it; on paper the findings have a chapter of their own. */
export function ValueMarks({ path }: { readonly path: string }) {
  return (
    <span className="screen-only">
      <Marks path={path} exact />
    </span>
  );
}
