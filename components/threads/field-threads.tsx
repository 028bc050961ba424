'use client';

import { BeginButton } from './begin-button.tsx';
import { NewThread } from './new-thread.tsx';
import { PutElsewhere } from './put-elsewhere.tsx';
import { ThreadCard } from './thread-card.tsx';
import { useThreads } from './use-threads.ts';

/** What is said about a field, and the way to say something. */
export function FieldThreads({ path }: { readonly path: string }) {
  const desk = useThreads();
  const here = desk.at(path);
  const open = here.filter(({ resolvedAt }) => resolvedAt === null);
  const resolved = here.filter(({ resolvedAt }) => resolvedAt !== null);
  const { beginning } = desk;
  return (
    <section aria-label="Threads" className="flex flex-col gap-3 text-t-1">
      <PutElsewhere path={path} />
      {open.map((line) => (
        <div key={line.number} data-thread={line.number}>
          <ThreadCard line={line} />
        </div>
      ))}
      {resolved.length === 0 ? null : (
        <details>
          <summary className="min-h-6 text-ink-2">
            {resolved.length === 1 ? '1 resolved thread' : `${resolved.length} resolved threads`}
          </summary>
          {resolved.map((line) => (
            <ThreadCard key={line.number} line={line} />
          ))}
        </details>
      )}
      {beginning?.path === path ? (
        <NewThread key={beginning.passage?.quote ?? ''} place={beginning} />
      ) : (
        <BeginButton path={path}>Comment</BeginButton>
      )}
      {desk.failed ? <p className="text-ink-2">The server does not answer; comments may be missing.</p> : null}
    </section>
  );
}
