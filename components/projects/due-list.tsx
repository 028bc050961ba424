import { AppLink } from '#components/workspaces/app-link.tsx';
import { shownPlainDate } from '#lib/format/dates.ts';
import { paths } from '#lib/paths.ts';
import { dueWords } from './due-words.ts';

interface DueListProps {
  readonly items: readonly {
    readonly workspace: { readonly slug: string };
    readonly project: { readonly slug: string; readonly title: string };
    /** Plain date. */
    readonly date: string;
    readonly kind: string;
    readonly what: string;
    /** Plain date in the zone of the workspace. */
    readonly today: string;
  }[];
  readonly locale: string;
}

/** What is due next in each project, the first day first. */
export function DueList({ items, locale }: DueListProps) {
  return (
    <ul className="border-b border-hairline">
      {items.map(({ workspace, project, date, kind, what, today }) => (
        <li key={`${workspace.slug} ${project.slug}`} className="border-t border-hairline">
          <AppLink
            href={paths.document({ workspace: workspace.slug, project: project.slug })}
            className="flex min-h-9 flex-wrap items-baseline justify-between gap-x-4 py-2 hover:bg-accent-soft hover:text-accent"
          >
            <span className="min-w-0">
              <bdi className="font-semibold">{project.title}</bdi>
              <span className="text-ink-2">, {dueWords({ kind, what })}</span>
            </span>
            <span className="ml-auto text-t-1 whitespace-nowrap text-ink-2">
              {shownPlainDate(date, locale)}
              {date < today ? (
                <>
                  , <span className="font-semibold text-ink">overdue</span>
                </>
              ) : null}
            </span>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
