import { stringify } from 'yaml';
import type { Decision } from '#lib/domain/worksheets/decision.ts';
import { itemIdFrom } from '#lib/domain/ids.ts';
import { decisionParts, names, statusWords } from './decision-parts.ts';
import { renderMarkdown } from './markdown.ts';

export interface MadrFile {
  /** '0003-predict-the-95th-percentile.md' */
  readonly name: string;
  readonly text: string;
}

/** Each decision as a file of MADR 4.0 (Markdown Architectural Decision Records): its front matter, its headings. */
export function madrFiles(decisions: readonly Decision[]): readonly MadrFile[] {
  return decisions.map((decision) => ({
    name: `${fourDigits(decision.number)}-${itemIdFrom(decision.title, new Set())}.md`,
    text: `---\n${frontMatter(decision)}---\n\n${body(decision)}`,
  }));
}

function fourDigits(number: number): string {
  return String(number).padStart(4, '0');
}

function frontMatter(decision: Decision): string {
  const people = {
    'decision-makers': names(decision.makers),
    consulted: names(decision.consulted),
    informed: names(decision.informed),
  };
  return stringify(
    {
      status: statusWords(decision, (number) => `ADR-${fourDigits(number)}`),
      ...(decision.date === null ? {} : { date: decision.date }),
      ...Object.fromEntries(Object.entries(people).filter(([, named]) => named.length > 0)),
    },
    { lineWidth: 0 },
  );
}

function body(decision: Decision): string {
  const sections = decisionParts(decision).map(({ title, blocks }) => ({ key: title, title, blocks }));
  return renderMarkdown({
    title: decision.title,
    language: 'en',
    profile: 'full',
    state: decision.status,
    draft: false,
    contentHash: '',
    front: [],
    sections,
  });
}
