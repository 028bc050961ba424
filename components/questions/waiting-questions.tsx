import { AppLink } from '#components/workspaces/app-link.tsx';
import type { Instant } from '#lib/format/dates.ts';
import { shownRelative } from '#lib/format/durations.ts';
import { paths } from '#lib/paths.ts';
import { ByWhen } from './by-when.tsx';

interface WaitingQuestionsProps {
  readonly questions: readonly {
    readonly workspace: { readonly slug: string };
    readonly project: { readonly slug: string; readonly title: string };
    readonly path: string;
    readonly label: string;
    /** Plain date. */
    readonly by: string | null;
    readonly since: Instant;
    /** Null where the worksheet names the reader and nobody asked. */
    readonly askedBy: string | null;
    readonly note: string | null;
    /** Plain date in the zone of the workspace. */
    readonly today: string;
  }[];
  readonly nowMs: number;
  readonly locale: string;
}

/** The questions that wait for the reader: each is a link to the one question. */
export function WaitingQuestions({ questions, nowMs, locale }: WaitingQuestionsProps) {
  return (
    <ul className="border-b border-hairline">
      {questions.map(({ workspace, project, path, label, by, since, askedBy, note, today }) => (
        <li key={`${workspace.slug} ${project.slug} ${path}`} className="border-t border-hairline">
          <AppLink
            href={paths.question({ workspace: workspace.slug, project: project.slug, field: path })}
            className="flex min-h-9 flex-wrap items-baseline justify-between gap-x-4 py-2 hover:bg-accent-soft hover:text-accent"
          >
            <span className="min-w-0">
              <bdi className="font-semibold">{label}</bdi>
              <span className="text-ink-2">
                {' '}
                in <bdi>{project.title}</bdi>
              </span>
            </span>
            <span className="ml-auto text-t-1 text-ink-2">
              {askedBy === null ? 'You find out' : `${askedBy} asks`}
              {by === null ? null : (
                <>
                  , <ByWhen by={by} today={today} locale={locale} />
                </>
              )}
              {' · '}
              {shownRelative(since, nowMs, locale)}
            </span>
            {note === null ? null : <span className="w-full font-serif text-t-3 text-ink-2">‘{note}’</span>}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
