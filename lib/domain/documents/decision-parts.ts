import type { Decision, DecisionLink, DecisionOption, DecisionPerson } from '#lib/domain/worksheets/decision.ts';
import { weightedScores } from '#lib/domain/decisions/weighted-scores.ts';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';
import type { Block, Inline, TableBlock } from './document.ts';
import { readMarkdown } from './markdown-source.ts';
import { emphasis, paragraph, plainText, runs, text } from './runs.ts';
import { shownDate } from './shown-answer.ts';

/** A decision in the parts of MADR 4 (adr.github.io/madr), each under a heading; headings inside are of depth 1. */
export interface DecisionPart {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** What every record has stands even where it is blank; the other parts are left out then. */
export function decisionParts(decision: Decision): readonly DecisionPart[] {
  const { options, drivers } = decision;
  const parts: readonly DecisionPart[] = [
    { title: 'Context and Problem Statement', blocks: orBlank(readMarkdown(decision.context), 'Not written yet.') },
    { title: 'Decision Drivers', blocks: listOf(drivers.map((driver) => [text(driver)])) },
    {
      title: 'Considered Options',
      blocks: orBlank(listOf(options.map(({ title }) => [text(title)])), 'None was written down.'),
    },
    { title: 'Decision Outcome', blocks: outcome(decision) },
    { title: 'Pros and Cons of the Options', blocks: [...scoreTable(decision), ...options.flatMap(argumentsOf)] },
    { title: 'More Information', blocks: listOf(further(decision)) },
  ];
  return parts.filter(({ blocks }) => blocks.length > 0);
}

/** ‘superseded by 5’; a number as the caller writes it. */
export function statusWords({ status, supersededBy }: Decision, numbered: (number: number) => string): string {
  return supersededBy === null ? status : `${status} by ${numbered(supersededBy)}`;
}

export function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

export function names(people: readonly DecisionPerson[]): readonly string[] {
  return people.map(({ name }) => name);
}

function outcome(decision: Decision): readonly Block[] {
  const chosen = decision.options.find(({ id }) => id === decision.chosen);
  const why = readMarkdown(decision.outcome);
  return [
    ...(chosen === undefined ? orBlank(why, 'Not decided yet.') : chosenBecause(chosen, why)),
    ...under('Consequences', readMarkdown(decision.consequences)),
    ...under('Confirmation', readMarkdown(decision.confirmation)),
  ];
}

/** In the sentence that readers of MADR files look for; a reason that is a sentence of its own stays one. */
function chosenBecause({ title }: DecisionOption, why: readonly Block[]): readonly Block[] {
  const [first, ...rest] = why;
  const chosen = `Chosen option: "${title}"`;
  if (first?.kind !== 'paragraph') return [paragraph([text(`${chosen}.`)]), ...why];
  const isSentence = /^\p{Lu}/u.test(plainText(first.content));
  return [paragraph(runs(`${chosen}${isSentence ? '.' : ', because'} `, first.content)), ...rest];
}

function argumentsOf(option: DecisionOption): readonly Block[] {
  const argued = (word: string, lines: readonly string[]) => lines.map((line) => [text(`${word}, because ${line}`)]);
  const lines = [...argued('Good', option.pros), ...argued('Neutral', option.neutral), ...argued('Bad', option.cons)];
  return under(option.title, [...readMarkdown(option.description), ...listOf(lines)]);
}

/** A row an option; the last column is the mean by weight. */
export function scoreTable(decision: Decision): readonly TableBlock[] {
  const { criteria, options } = decision;
  if (criteria.length === 0 || options.length === 0) return [];
  const means = weightedScores(decision);
  const shown = (score: number | null | undefined): readonly Inline[] => [
    text(score === null || score === undefined ? '–' : formatNumber(Math.round(score * 100) / 100, 'table')),
  ];
  const heads = [...criteria.map(({ name, weight }) => `${name} (× ${formatNumber(weight, 'table')})`), 'By weight'];
  return [
    {
      kind: 'table',
      columns: [
        { label: [text('Option')], align: 'start' },
        ...heads.map((head) => ({ label: [text(head)], align: 'end' as const })),
      ],
      rows: options.map(({ id, title, scores }) => ({
        cells: [[text(title)], ...criteria.map((criterion) => shown(scores[criterion.id])), shown(means.get(id))],
      })),
    },
  ];
}

function further(decision: Decision): readonly (readonly Inline[])[] {
  const { reviewBy, reviewTrigger, tags, supersedes, status, links } = decision;
  const supersession = status === 'proposed' ? 'Is to supersede' : 'Supersedes';
  const lines = [
    ...(reviewBy === null ? [] : [`To be looked at again by ${shownDate(reviewBy)}`]),
    ...(reviewTrigger === '' ? [] : [`To be looked at again when ${reviewTrigger}`]),
    ...(supersedes.length === 0 ? [] : [`${supersession}: ${supersedes.join(', ')}`]),
    ...(tags.length === 0 ? [] : [`Tags: ${tags.join(', ')}`]),
  ];
  return [...lines.map((line) => [text(line)]), ...links.map(linkWords)];
}

function linkWords(link: DecisionLink): readonly Inline[] {
  switch (link.kind) {
    case 'field':
      return runs(`Shapes ${link.label} (`, { kind: 'code', text: link.path }, ')');
    case 'finding':
      return runs(`Answers finding ${link.rule} (`, { kind: 'code', text: link.path }, ')');
    case 'thread':
      return [text(`From thread #${link.number}`)];
    case 'evidence':
      return runs('Rests on evidence ', { kind: 'code', text: link.id });
    case 'revision':
      return [text(`In revision ${link.number}`)];
  }
}

function under(title: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', depth: 1, content: [text(title)] }, ...blocks];
}

function listOf(lines: readonly (readonly Inline[])[]): readonly Block[] {
  const items = lines.map((line) => ({ content: [paragraph(line)] }));
  return items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }];
}

function orBlank(blocks: readonly Block[], words: string): readonly Block[] {
  return blocks.length === 0 ? [paragraph([emphasis(text(words))])] : blocks;
}
