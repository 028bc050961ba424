import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { Paging } from '#components/ui/paging.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { valuesOf } from '#components/worksheets/section-values.ts';
import type { JsonObject } from '#lib/domain/json.ts';
import { draftValueAt } from '#lib/domain/worksheets/paths.ts';
import { shownTime, type DateStyle } from '#lib/format/dates.ts';
import { paths } from '#lib/paths.ts';
import { byDay, type Change, type LoggedEvent } from './event-days.ts';
import { eventWords } from './event-words.ts';

interface HistoryEvent extends LoggedEvent {
  readonly payload: JsonObject;
}

interface HistoryViewProps {
  readonly at: { readonly workspace: string; readonly project: string };
  readonly events: readonly HistoryEvent[];
  readonly next: number | null;
  readonly before: number | undefined;
  readonly worksheet: { readonly sections: Readonly<Record<string, { readonly value: JsonObject }>> };
  readonly dates: DateStyle;
}

/** Who changed what, field by field, day by day. */
export function HistoryView({ at, events, next, before, worksheet, dates }: HistoryViewProps) {
  const sections = valuesOf(worksheet.sections);
  const valueAt = (path: string) => draftValueAt({ sections }, path);
  return (
    <PageMain width="measure">
      <PageHeading
        title="History"
        lead="Who changed what, newest first. What is typed in one go counts as one change."
      />
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
        previous={before === undefined ? undefined : paths.history(at)}
        previousLabel="Newest"
        next={next === null ? undefined : paths.history({ ...at, before: next })}
      />
    </PageMain>
  );
}

interface ChangeRowProps extends Pick<HistoryViewProps, 'at' | 'dates'> {
  readonly change: Change<HistoryEvent>;
  readonly valueAt: Parameters<typeof eventWords>[2];
}

function ChangeRow({ change: { first, last }, at, valueAt, dates }: ChangeRowProps) {
  const inverse = first.payload['inverse'];
  const payload = inverse === undefined ? last.payload : { ...last.payload, inverse };
  const { sentence, path, field, before, after } = eventWords(last.type, payload, valueAt);
  return (
    <li className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-3 border-b border-hairline py-2">
      <time dateTime={last.at.toISOString()} className="text-t-1 leading-[1.375rem] text-ink-3">
        {shownTime(last.at, dates)}
      </time>
      <div>
        <p>
          <span className="font-semibold">{last.actor?.name ?? 'Plumbline'}</span> {sentence}{' '}
          {path === undefined ? null : (
            <AppLink href={paths.document({ ...at, field: path })} className="link">
              {field}
            </AppLink>
          )}
        </p>
        {before === undefined && after === undefined ? null : (
          <p className="mt-0.5 font-serif text-t-3">
            {before === undefined ? null : <del className="bg-removed-ground px-0.5 text-removed">{before}</del>}{' '}
            {after === undefined ? null : <ins className="bg-added-ground px-0.5 text-added no-underline">{after}</ins>}
          </p>
        )}
      </div>
    </li>
  );
}
