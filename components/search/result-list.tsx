import { AppLink } from '#components/workspaces/app-link.tsx';
import { paths } from '#lib/paths.ts';

import { matchesIn } from './matches-in.ts';

export interface SearchResult {
  readonly project: { readonly slug: string; readonly title: string };
  /** Null when the title matched. */
  readonly section: { readonly key: string; readonly title: string } | null;
  readonly excerpt: string;
}

interface ResultListProps {
  readonly workspace: string;
  readonly text: string;
  readonly results: readonly SearchResult[];
}

/** Where a text was found: the project, the section, and the words around it. */
export function ResultList({ workspace, text, results }: ResultListProps) {
  return (
    <ol className="border-b border-hairline">
      {results.map(({ project, section, excerpt }, index) => (
        // One section can hold several matches, so that only the place in the list tells them apart.
        <li key={index} className="relative border-t border-hairline py-3 hover:bg-accent-soft">
          <AppLink
            href={paths.document({
              workspace,
              project: project.slug,
              ...(section === null ? {} : { section: section.key }),
            })}
            className="font-semibold before:absolute before:inset-0 hover:text-accent"
          >
            <bdi>{section ? project.title : <Matches in={project.title} of={text} />}</bdi>
            {section ? <span className="font-normal text-ink-2"> › {section.title}</span> : null}
          </AppLink>
          {section ? (
            <p className="mt-0.5 max-w-measure font-serif text-ink-2">
              <Matches in={excerpt} of={text} />
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function Matches({ in: excerpt, of: text }: { in: string; of: string }) {
  return matchesIn(excerpt, text).map(({ from, words, matched }) =>
    matched ? (
      <mark key={from} className="bg-comment text-ink">
        {words}
      </mark>
    ) : (
      words
    ),
  );
}
