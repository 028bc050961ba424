import type { Metadata } from 'next';
import { reader } from '#components/account/reader.ts';
import { HistoryView } from '#components/history/history-view.tsx';
import { forPage } from '#components/sessions/for-page.ts';
import { paths } from '#lib/paths.ts';
import { caller } from '#lib/server/procedures/caller.ts';

interface HistoryPageProps {
  readonly params: Promise<{ workspace: string; slug: string }>;
  readonly searchParams: Promise<{ before?: string }>;
}

export const metadata: Metadata = { title: 'History' };

export default async function HistoryPage({ params, searchParams }: HistoryPageProps) {
  const [{ workspace, slug }, query, dates, call] = await Promise.all([params, searchParams, reader(), caller()]);
  const at = { workspace, project: slug };
  const before = positive(query.before);
  const [{ items, next }, worksheet] = await forPage(
    Promise.all([
      call.events.listProject({ ...at, limit: 100, ...(before !== undefined && { before }) }),
      call.worksheets.get(at),
    ]),
    paths.history({ ...at, before }),
  );
  return <HistoryView at={at} events={items} next={next} before={before} worksheet={worksheet} dates={dates} />;
}

function positive(text: string | undefined): number | undefined {
  const number = Number(text);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
