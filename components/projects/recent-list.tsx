import { AppLink } from '#components/workspaces/app-link.tsx';
import type { Instant } from '#lib/format/dates.ts';
import { shownRelative } from '#lib/format/durations.ts';
import { paths } from '#lib/paths.ts';

interface RecentListProps {
  readonly projects: readonly {
    readonly workspace: { readonly slug: string; readonly name: string };
    readonly project: { readonly slug: string; readonly title: string };
    readonly changedAt: Instant;
  }[];
  readonly nowMs: number;
  readonly locale: string;
  /** Whether the projects come from more than one workspace, so that each has to say from which. */
  readonly several: boolean;
}

/** The projects that changed last, newest first. */
export function RecentList({ projects, nowMs, locale, several }: RecentListProps) {
  if (projects.length === 0) {
    return <p className="font-serif text-t-3 text-ink-2">No projects yet. Open a workspace to start the first.</p>;
  }
  return (
    <ul className="border-b border-hairline">
      {projects.map(({ workspace, project, changedAt }) => (
        <li key={`${workspace.slug}/${project.slug}`} className="border-t border-hairline">
          <AppLink
            href={paths.document({ workspace: workspace.slug, project: project.slug })}
            className="flex min-h-9 flex-wrap items-baseline justify-between gap-x-4 py-2 hover:bg-accent-soft hover:text-accent"
          >
            <bdi className="font-semibold">{project.title}</bdi>
            <span className="text-t-1 text-ink-2">
              {several ? `${workspace.name} · ` : ''}
              {shownRelative(changedAt, nowMs, locale)}
            </span>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
