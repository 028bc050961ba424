'use client';

import { useEffect, useRef, useState, type RefObject } from 'react';
import { standing } from '#components/checks/findings-at.ts';
import { useTrying } from '#components/forms/editing.ts';
import { ThreadPart } from '#components/threads/late-threads.tsx';
import { Mark } from '#components/ui/mark.tsx';
import type { Finding } from '#lib/domain/checks/report.ts';
import { TrialPart } from './late-trial.tsx';
import { placeOf } from './place-of.ts';
import { useCurrentPath, useShown } from './worksheet-context.ts';

interface Tick {
  readonly key: string;
  readonly finding: Finding;
  readonly path: string;
}

/**
 * The rule between sections and sheet: a diamond where one is, a tick for each end of a finding, a dot for open threads.
 * The ends of one finding are joined while either is pointed at or focused.
 */
export function PlumbLine({ sheet }: { readonly sheet: RefObject<HTMLElement | null> }) {
  const { findings } = useShown();
  const current = useCurrentPath();
  const line = useRef<HTMLDivElement>(null);
  const trying = useTrying();
  const [joined, setJoined] = useState<string | null>(null);
  const ticks = standing(findings).flatMap(({ finding }) =>
    finding.paths.map((path): Tick => ({ key: `${finding.key} ${path}`, finding, path })),
  );

  // After every rendering, which is rare: positions are measured, and set through the object model: the policy of the page forbids style attributes.
  const place = () => {
    if (line.current !== null) placeMarks(line.current, joined);
  };
  useEffect(() => {
    const measured = sheet.current;
    if (measured === null) return;
    const watcher = new ResizeObserver(place);
    watcher.observe(measured);
    place();
    return () => watcher.disconnect();
  });

  return (
    <div ref={line} className="screen-only relative hidden w-4 md:block">
      <div aria-hidden className="absolute inset-y-0 right-0 left-1/2 bg-sheet" />
      <div aria-hidden className="absolute inset-y-0 left-1/2 w-px -translate-x-1/2 bg-hairline" />
      <div aria-hidden data-join hidden className="absolute left-1/2 w-0.5 -translate-x-1/2 bg-error" />
      <span data-at={current ?? ''} hidden className="absolute left-0 -translate-y-1/2">
        <Mark of="here" />
      </span>
      <ul aria-label="Findings and threads on this page">
        {ticks.map(({ key, finding, path }) => (
          <li
            key={key}
            data-at={path}
            data-finding={finding.key}
            hidden
            className="absolute inset-x-0 -translate-y-1/2"
          >
            <a
              href={`#${path}`}
              aria-label={finding.message}
              onMouseEnter={() => setJoined(finding.key)}
              onMouseLeave={() => setJoined(null)}
              onFocus={() => setJoined(finding.key)}
              onBlur={() => setJoined(null)}
              className="flex h-6 items-center justify-center"
            >
              <span className={TICKS[finding.severity]} />
            </a>
          </li>
        ))}
        <ThreadPart of="plumb-line" onDrawn={place} />
        {trying ? <TrialPart of="plumb-line" onDrawn={place} /> : null}
      </ul>
    </div>
  );
}

const TICKS = {
  error: 'h-0.5 w-3 bg-error',
  warning: 'h-0.5 w-3 bg-warning-mark',
  info: 'h-0.5 w-3 bg-info',
} as const;

/** Puts every mark at the height of its field; marks of fields that are not on the page stay hidden. */
function placeMarks(line: HTMLElement, joined: string | null): void {
  const top = line.getBoundingClientRect().top;
  const ends: number[] = [];
  for (const mark of line.querySelectorAll<HTMLElement>('[data-at]')) {
    const at = heightOf(mark.dataset['at'] ?? '', top);
    mark.hidden = at === null;
    if (at === null) continue;
    mark.style.top = `${at}px`;
    if (joined !== null && mark.dataset['finding'] === joined) ends.push(at);
  }
  const join = line.querySelector<HTMLElement>('[data-join]');
  if (join === null) return;
  join.hidden = ends.length < 2;
  join.style.top = `${Math.min(...ends)}px`;
  join.style.height = `${Math.max(...ends) - Math.min(...ends)}px`;
}

/** Middle of the first line of a field, below the top of the line; null where the field is not to be seen. */
function heightOf(path: string, top: number): number | null {
  const field = placeOf(path);
  const box = field?.getBoundingClientRect();
  return box === undefined || box.height === 0 ? null : box.top - top + Math.min(box.height / 2, 24);
}
