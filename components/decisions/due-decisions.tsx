import { AppLink } from '#components/workspaces/app-link.tsx';
import { shownPlainDate } from '#lib/format/dates.ts';
import { paths } from '#lib/paths.ts';

interface DueDecisionsProps {
  readonly decisions: readonly {
    readonly workspace: { readonly slug: string };
    readonly project: { readonly slug: string; readonly title: string };
    readonly number: number;
    readonly title: string;
    /** Plain date. */
    readonly reviewBy: string;
  }[];
  readonly locale: string;
}

/** Decisions of the reader whose day to be looked at again has come. */
export function DueDecisions({ decisions, locale }: DueDecisionsProps) {
  return (
    <ul className="border-b border-hairline">
      {decisions.map(({ workspace, project, number, title, reviewBy }) => (
        <li key={`${workspace.slug} ${project.slug} ${number}`} className="border-t border-hairline">
          <AppLink
            href={paths.decisions({ workspace: workspace.slug, project: project.slug, number })}
            className="flex min-h-9 flex-wrap items-baseline justify-between gap-x-4 py-2 hover:bg-accent-soft hover:text-accent"
          >
            <span className="min-w-0 break-words">
              <bdi className="font-semibold">{title}</bdi>
              <span className="text-ink-2">
                {' '}
                in <bdi>{project.title}</bdi>
              </span>
            </span>
            <span className="ml-auto text-t-1 text-ink-2">
              decision to be looked at again by {shownPlainDate(reviewBy, locale)}
            </span>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
