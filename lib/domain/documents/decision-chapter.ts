import { valueThenAndNow } from '#lib/domain/decisions/value-then-and-now.ts';
import { storedDecision } from '#lib/domain/worksheets/decision-records.ts';
import type { Decision, DecisionOption } from '#lib/domain/worksheets/decision.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { capitalised, names, scoreTable, statusWords } from './decision-parts.ts';
import type {
  Block,
  DefinitionRow,
  DocumentProfile,
  DocumentSection,
  Inline,
  ListEntry,
  TableBlock,
} from './document.ts';
import { readMarkdown } from './markdown-source.ts';
import { paragraph, runs, text } from './runs.ts';
import { shownDate } from './shown-answer.ts';

/** What was decided and why: each record in full, or a line each. */
export function decisionChapter(draft: DraftWorksheet, profile: DocumentProfile): DocumentSection[] {
  const decisions = (draft.decisions ?? []).map(storedDecision);
  if (decisions.length === 0) return [];
  const blocks = profile === 'full' ? decisions.flatMap((each) => record(each, draft)) : [overview(decisions)];
  return [{ key: 'decisions', title: 'Decisions', blocks }];
}

function record(decision: Decision, draft: DraftWorksheet): Block[] {
  const { number, title, context, drivers, options, outcome, consequences, confirmation } = decision;
  const rows: readonly (readonly [label: string, content: readonly Block[]])[] = [
    ['Status', [line(standing(decision))]],
    ['Context', readMarkdown(context)],
    ['Drivers', listOf(drivers.map((driver) => ({ content: [line(driver)] })))],
    ['Options', listOf(options.map((option) => entry(option, option.id === decision.chosen)))],
    ['Why', readMarkdown(outcome)],
    ['Consequences', readMarkdown(consequences)],
    ['Confirmed by', readMarkdown(confirmation)],
    ['Looked at again', [...lookedAtAgain(decision)]],
    ['Shapes', listOf(shaped(decision, draft))],
  ];
  const filled = rows.filter(([, content]) => content.length > 0);
  return [
    { kind: 'heading', depth: 1, content: [text(`${number}. ${title}`)] },
    { kind: 'definitions', rows: filled.map(([label, content]): DefinitionRow => ({ label, content })) },
    ...scoreTable(decision),
  ];
}

/** 'Accepted on 2 July 2026 by the head of payments. Supersedes decision 1.' */
function standing(decision: Decision): string {
  const { date, makers, supersedes, status } = decision;
  const on = date === null ? '' : `, ${shownDate(date)}`;
  const by = makers.length === 0 ? '' : `, ${names(makers).join(', ')}`;
  const older = supersedes.map((number) => `decision ${number}`).join(', ');
  const takes = older === '' ? '' : ` ${status === 'proposed' ? 'Is to supersede' : 'Supersedes'} ${older}.`;
  return `${capitalised(statusWords(decision, (number) => `decision ${number}`))}${on}${by}.${takes}`;
}

function entry({ title, description, pros, neutral, cons }: DecisionOption, chosen: boolean): ListEntry {
  const name: readonly Inline[] = chosen
    ? runs({ kind: 'strong', content: [text(title)] }, ' (chosen)')
    : [text(title)];
  const said = (word: string, lines: readonly string[]) =>
    lines.map((each) => ({ content: [line(`${word}, because ${each}`)] }));
  const judged = [...said('Good', pros), ...said('Neutral', neutral), ...said('Bad', cons)];
  return { content: [paragraph(name), ...readMarkdown(description), ...listOf(judged)] };
}

function lookedAtAgain({ reviewBy, reviewTrigger }: Decision): readonly Block[] {
  const by = reviewBy === null ? [] : [`by ${shownDate(reviewBy)}`];
  const when = reviewTrigger === '' ? [] : [`when ${reviewTrigger}`];
  const words = [...by, ...when].join(', or ');
  return words === '' ? [] : [line(`${capitalised(words)}.`)];
}

/** The fields that it shaped, and whether they still say what was decided. */
function shaped({ links }: Decision, { sections }: DraftWorksheet): ListEntry[] {
  return links.flatMap((link): ListEntry[] => {
    if (link.kind !== 'field') return [];
    const { state } = valueThenAndNow(link, sections);
    const since = { stands: '', 'moved-away': ': it says something else now', gone: ': it is there no longer' }[state];
    return [{ content: [line(`${link.label}${since}`)] }];
  });
}

function overview(decisions: readonly Decision[]): TableBlock {
  const columns = ['Decision', 'Status', 'Chosen', 'Date'].map((label) => ({
    label: [text(label)],
    align: 'start' as const,
  }));
  const rows = decisions.map(({ number, title, status, options, chosen, date }) => ({
    cells: [
      [text(`${number}. ${title}`)],
      [text(capitalised(status))],
      [text(options.find(({ id }) => id === chosen)?.title ?? '–')],
      [text(date === null ? '–' : shownDate(date))],
    ],
  }));
  return { kind: 'table', columns, rows };
}

function line(words: string): Block {
  return paragraph([text(words)]);
}

function listOf(items: readonly ListEntry[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }];
}
