import type { Decision } from '#lib/domain/worksheets/decision.ts';
import { sectionHash } from '#lib/domain/worksheets/hashes.ts';
import { plainJson } from './content-hash.ts';
import { capitalised, decisionParts, names, statusWords } from './decision-parts.ts';
import type { Block, DefinitionRow, DesignDocument, DocumentSection } from './document.ts';
import { paragraph, text } from './runs.ts';
import { shownDate } from './shown-answer.ts';

/** All decisions of a project as one document, in the order of their numbers; any renderer writes it. */
export function decisionLog(title: string, decisions: readonly Decision[]): DesignDocument {
  const inOrder = decisions.toSorted((one, other) => one.number - other.number);
  return {
    title,
    language: 'en',
    profile: 'full',
    state: 'Decisions',
    draft: false,
    contentHash: sectionHash({ decisions: plainJson(inOrder) ?? [] }),
    front: inOrder.length === 0 ? [paragraph([text('No decision is recorded.')])] : [],
    sections: inOrder.map(section),
  };
}

function section(decision: Decision): DocumentSection {
  const parts = decisionParts(decision).flatMap(({ title, blocks }): Block[] => [
    { kind: 'heading', depth: 1, content: [text(title)] },
    ...blocks.map((block): Block => (block.kind === 'heading' ? { ...block, depth: 2 } : block)),
  ]);
  return {
    key: `decision-${decision.number}`,
    number: decision.number,
    title: decision.title,
    blocks: [{ kind: 'definitions', rows: facts(decision) }, ...parts],
  };
}

function facts(decision: Decision): readonly DefinitionRow[] {
  const rows: readonly (readonly [label: string, words: string])[] = [
    ['Status', capitalised(statusWords(decision, (number) => `decision ${number}`))],
    ['Date', decision.date === null ? '' : shownDate(decision.date)],
    ['Decided by', names(decision.makers).join(', ')],
    ['Consulted', names(decision.consulted).join(', ')],
    ['Informed', names(decision.informed).join(', ')],
  ];
  return rows
    .filter(([, words]) => words !== '')
    .map(([label, words]) => ({ label, content: [paragraph([text(words)])] }));
}
