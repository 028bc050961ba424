'use client';

import { Suspense, use } from 'react';
import { guidanceFor, sectionGuidance } from '#lib/client/guidance.ts';

/** Why a field is asked, and what a good and a weak answer look like. */
export function WhyAsked({ path }: { readonly path: string }) {
  return (
    <Suspense fallback={null}>
      <Guidance path={path} />
    </Suspense>
  );
}

function Guidance({ path }: { readonly path: string }) {
  const found = guidanceFor(use(sectionGuidance(path.split('.')[0] ?? '')), path);
  if (found === undefined) return null;
  const rows = [
    { term: 'Why', words: found.why },
    { term: 'How', words: found.how },
    { term: 'Good', words: found.good },
    { term: 'Weak', words: found.weak },
    { term: 'Source', words: found.source },
  ];
  return (
    <section aria-label="Why this is asked">
      <h3 className="mb-1 text-t-1 font-semibold">Why this is asked</h3>
      <dl className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-y-1 text-t-1">
        {rows.map(({ term, words }) => (
          <div key={term} className="contents">
            <dt className="text-ink-3">{term}</dt>
            <dd className={term === 'Source' ? 'text-ink-3' : undefined}>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
