import { sectionByKey } from '#lib/domain/worksheets/all-sections.ts';
import { paths } from '#lib/paths.ts';
import type { PaletteEntry } from './palette-entries.ts';

/** Fewer letters than this are searched for in titles alone. */
const LEAST = 2;

/** Projects and answers that hold what was typed, asked of the server; `signal` ends a question that nobody waits for. */
export async function foundEntries(
  workspace: string,
  typed: string,
  signal: AbortSignal,
): Promise<readonly PaletteEntry[]> {
  const { api } = await import('#lib/client/api.ts');
  const text = typed.trim().slice(0, 100);
  if (text.length < LEAST) {
    const { items } = await api.projects.list({ workspace, title: text, limit: 8 }, { signal });
    return items.map(({ slug, title }) => project(workspace, slug, title));
  }
  const { items } = await api.search.query({ workspace, query: text, limit: 16 }, { signal });
  return items.map(({ project: { slug, title }, section, excerpt }) =>
    section === null ? project(workspace, slug, title) : answer(workspace, { slug, title, section, excerpt }),
  );
}

function project(workspace: string, slug: string, title: string): PaletteEntry {
  return {
    group: 'Projects',
    label: title,
    found: true,
    target: { kind: 'page', href: paths.document({ workspace, project: slug }) },
  };
}

interface FoundAnswer {
  readonly slug: string;
  readonly title: string;
  readonly section: string;
  readonly excerpt: string;
}

function answer(workspace: string, { slug, title, section, excerpt }: FoundAnswer): PaletteEntry {
  return {
    group: 'In worksheets',
    label: excerpt,
    hint: `${title} › ${sectionByKey(section)?.title ?? section}`,
    found: true,
    target: { kind: 'page', href: paths.document({ workspace, project: slug, section }) },
  };
}
