import type { Metadata } from 'next';
import { reader } from '#components/account/reader.ts';
import { ComparisonView } from '#components/history/comparison-view.tsx';
import { asChanges } from '#components/history/event-days.ts';
import { changeWords } from '#components/history/event-words.ts';
import { HistoryView } from '#components/history/history-view.tsx';
import { chosenMoments, momentChoices, type Moment } from '#components/history/moment-choices.ts';
import { MomentPicker } from '#components/history/moment-picker.tsx';
import { forPage } from '#components/sessions/for-page.ts';
import { PageMain } from '#components/ui/page-main.tsx';
import { pathWords } from '#components/worksheets/path-words.ts';
import { valuesOf } from '#components/worksheets/section-values.ts';
import { draftValueAt } from '#lib/domain/worksheets/paths.ts';
import { shownDateTime, type DateStyle } from '#lib/format/dates.ts';
import { paths } from '#lib/paths.ts';
import { caller } from '#lib/server/procedures/caller.ts';

interface HistoryPageProps {
  readonly params: Promise<{ workspace: string; slug: string }>;
  readonly searchParams: Promise<{ before?: string; field?: string; from?: string; to?: string }>;
}

export const metadata: Metadata = { title: 'History' };

export default async function HistoryPage({ params, searchParams }: HistoryPageProps) {
  const [{ workspace, slug }, query, dates, call] = await Promise.all([params, searchParams, reader(), caller()]);
  const at = { workspace, project: slug };
  const before = positive(query.before);
  const field = query.field?.slice(0, 300) || undefined;
  const chosen = chosenMoments(query);
  const [{ items, next }, { items: quarters }, worksheet, comparison] = await forPage(
    Promise.all([
      call.events.listProject({ ...at, limit: 100, ...(before !== undefined && { before }), field }),
      call.worksheets.moments(at),
      call.worksheets.get(at),
      chosen === undefined ? null : call.worksheets.compare({ ...at, ...chosen }),
    ]),
    paths.history({ ...at, ...chosen, field, before }),
  );
  const sections = valuesOf(worksheet.sections);
  const valueAt = (path: string) => draftValueAt({ sections }, path);
  const changes = asChanges(items).map((change) => {
    const { sentence, field: name = '' } = changeWords(change, valueAt);
    const { sequence, at: instant, actor } = change.last;
    return { sequence, at: instant, words: `${actor?.name ?? 'Plumbline'} ${sentence} ${name}`.trim() };
  });
  const picker = (
    <MomentPicker action={paths.history(at)} choices={momentChoices(quarters, changes, dates)} chosen={chosen} />
  );
  const words = (moment: number | 'draft') => momentWords(moment, [...changes, ...quarters], dates);
  return (
    <PageMain width="measure">
      {chosen === undefined || comparison === null ? (
        <HistoryView
          at={at}
          events={items}
          next={next}
          before={before}
          field={field === undefined ? undefined : { path: field, name: pathWords(field, valueAt) || field }}
          picker={picker}
          valueAt={valueAt}
          dates={dates}
        />
      ) : (
        <ComparisonView
          at={at}
          comparison={comparison}
          from={words(chosen.from)}
          to={words(chosen.to)}
          picker={picker}
          valueAt={valueAt}
          dates={dates}
        />
      )}
    </PageMain>
  );
}

function momentWords(moment: number | 'draft', known: readonly Moment[], dates: DateStyle): string {
  if (moment === 'draft') return 'now';
  if (moment === 0) return 'the beginning';
  const found = known.find(({ sequence }) => sequence === moment);
  return found === undefined ? `change ${moment}` : shownDateTime(found.at, dates);
}

function positive(text: string | undefined): number | undefined {
  const number = Number(text);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
