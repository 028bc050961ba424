import { valueOf } from '#lib/domain/worksheets/answers.ts';
import type { Inline } from '../document.ts';
import { asPhrase, asSentence, lowered } from '../phrases.ts';
import { paragraph, runs } from '../runs.ts';
import type { Passage, Writing, Written } from '../writing.ts';
import { said } from '../writing.ts';

/**
 * The one measure that the model is judged by, in a sentence: 'The model is judged by precision at 60 % recall: 0.71
 * today, 0.90 to ship, 0.80 at least. It stands for fraud loss: every point of precision frees 40 reviews a day.'
 * The table below says the numbers again, beside the others.
 */
function primaryMeasure(writing: Writing): Written | undefined {
  const { items } = writing.worksheet.metrics;
  const primary = items.filter((item) => valueOf(item.kind) === 'model' && valueOf(item.role) === 'primary');
  const [item] = primary;
  if (item === undefined || primary.length > 1) return undefined;
  const at = (key: string) => `metrics.items.${item.id}.${key}`;
  const name = asPhrase(said(writing, at('name')));
  const target = said(writing, at('targetValue'));
  if (name === undefined || target === undefined) return undefined;

  const numbers = [
    counted(said(writing, at('baselineValue')), ' today, '),
    runs(target, ' to ship'),
    counted(said(writing, at('minimumAcceptable')), ' at least', ', '),
  ];
  const split = said(writing, at('measuredOn'));
  const on = asPhrase(split) ?? split;
  const words = runs('The model is judged by ', name, on === undefined ? '' : runs(' on ', on), ': ', ...numbers, '.');
  const stake = whatItMoves(writing, at);
  const used = [...(on === undefined ? [] : [at('measuredOn')]), ...stake.used];
  return { blocks: [paragraph(runs(words, stake.words), `metrics.items.${item.id}`)], used };
}

/** ' It stands for fraud loss (they moved together before): every point of recall is worth €29,000 a year.' */
function whatItMoves(writing: Writing, at: (key: string) => string): { words: readonly Inline[]; used: string[] } {
  const drives = said(writing, at('drives'));
  if (drives === undefined) return { words: [], used: [] };
  const evidence = said(writing, at('drivesEvidence'));
  const mechanism = said(writing, at('mechanism'));
  const words = runs(
    ' It stands for ',
    drives,
    evidence === undefined ? '' : runs(' (', asPhrase(evidence) ?? evidence, ')'),
    mechanism === undefined ? '.' : runs(': ', asSentence(lowered(mechanism))),
  );
  const used = [
    'drives',
    ...(evidence === undefined ? [] : ['drivesEvidence']),
    ...(mechanism === undefined ? [] : ['mechanism']),
  ];
  return { words, used: used.map(at) };
}

function counted(value: readonly Inline[] | undefined, after: string, before = ''): readonly Inline[] {
  return value === undefined ? [] : runs(before, value, after);
}

export const metricsPassages: readonly Passage[] = [{ at: 'items', write: primaryMeasure }];
