import type { ReactNode } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Paging } from '#components/ui/paging.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import type { Json, JsonObject } from '#lib/domain/json.ts';
import { shownTime, type DateStyle } from '#lib/format/dates.ts';
import { paths } from '#lib/paths.ts';
import { byDay, type Change, type LoggedEvent } from './event-days.ts';
import { changeWords } from './event-words.ts';
import { MarkedChange } from './marked-change.tsx';

export interface HistoryEvent extends LoggedEvent {
  readonly payload: JsonObject;
  /** The file that the project came with says so. */
  readonly fromFile: boolean;
}

interface HistoryViewProps {
  readonly at: { readonly workspace: string; readonly project: string };
  readonly events: readonly HistoryEvent[];
  readonly next: number | null;
  readonly before: number | undefined;
  /** Only what concerns this field, with its name. */
  readonly field: { readonly path: string; readonly name: string } | undefined;
  readonly picker: ReactNode;
  readonly valueAt: (path: string) => Json | undefined;
  readonly dates: DateStyle;
}

/** Who changed what, field by field, day by day. */
export function HistoryView({ at, events, next, before, field, picker, valueAt, dates }: HistoryViewProps) {
  const here = { ...at, field: field?.path };
  return (
    <>
      <PageHeading
        title="History"
        lead={
          field === undefined ? (
            'Who changed what, newest first. What is typed in one go counts as one change.'
          ) : (
            <>
              Only what changed ‘{field.name}’.{' '}
              <AppLink href={paths.history(at)} className="link">
                Whole history
              </AppLink>
            </>
          )
        }
      />
      {field === undefined ? picker : null}
      {events.length === 0 ? <EmptyState>Nothing has happened here before that.</EmptyState> : null}
      {[...byDay(events, dates)].map(([day, changes]) => (
        <section key={day} className="mb-8">
          <h2 className="border-b border-edge pb-1 font-serif text-t-4">{day}</h2>
          <ol>
            {changes.map((change) => (
              <ChangeRow key={change.last.sequence} change={change} at={at} valueAt={valueAt} dates={dates} />
            ))}
          </ol>
        </section>
      ))}
      <Paging
        as={AppLink}
        of="changes"
        previous={before === undefined ? undefined : paths.history(here)}
        previousLabel="Newest"
        next={next === null ? undefined : paths.history({ ...here, before: next })}
      />
    </>
  );
}

interface ChangeRowProps extends Pick<HistoryViewProps, 'at' | 'dates' | 'valueAt'> {
  readonly change: Change<HistoryEvent>;
}

function ChangeRow({ change, at, valueAt, dates }: ChangeRowProps) {
  const { last } = change;
  const { sentence, path, field, before, after } = changeWords(change, valueAt);
  return (
    <li className="grid grid-cols-[3rem_minmax(0,1fr)_auto] gap-x-3 border-b border-hairline py-2">
      <time dateTime={last.at.toISOString()} className="text-t-1 leading-[1.375rem] text-ink-3">
        {shownTime(last.at, dates)}
      </time>
      <div>
        <p>
          <span className="font-semibold">{last.actor?.name ?? 'Plumbline'}</span>
          {last.fromFile ? <span className="text-ink-2"> (from a file)</span> : null} {sentence}{' '}
          {path === undefined ? null : (
            <AppLink href={paths.document({ ...at, field: path })} className="link">
              {field}
            </AppLink>
          )}
        </p>
        {before === undefined && after === undefined ? null : (
          <p className="mt-0.5 font-serif text-t-3">
            <MarkedChange before={before} after={after} />
          </p>
        )}
      </div>
      <AppLink
        href={paths.history({ ...at, from: last.sequence, to: 'draft' })}
        className="screen-only inline-flex min-h-6 items-start text-t-1 leading-[1.375rem] text-ink-3 hover:text-accent pointer-coarse:min-h-11"
      >
        Compare<span className="sr-only"> {shownTime(last.at, dates)} with now</span>
      </AppLink>
    </li>
  );
}
