import type { Inline } from '../document.ts';
import { asPhrase } from '../phrases.ts';
import { joined, paragraph, runs } from '../runs.ts';
import type { Passage, Writing, Written } from '../writing.ts';
import { said } from '../writing.ts';

const METHOD = 'sampling.splitMethod';
const TIME = 'sampling.timeColumn';
const GROUP = 'sampling.groupKey';
const GAP = 'sampling.gap';

/**
 * How the test is kept apart, in a sentence: 'The test is cut by group and time: cases are ordered by authorised_at and
 * tied together by card_hash, with a gap of 92 days between training and test.'
 */
function split(writing: Writing): Written | undefined {
  const method = asPhrase(said(writing, METHOD));
  if (method === undefined) return undefined;
  const [time, group, gap] = [TIME, GROUP, GAP].map((path) => said(writing, path));
  const ties = [
    ...(time === undefined ? [] : [runs('ordered by ', time)]),
    ...(group === undefined ? [] : [runs('tied together by ', group)]),
  ];
  const words = runs(
    'The test is cut ',
    method,
    ties.length === 0 ? '' : runs(': cases are ', joined(ties, ' and ')),
    gap === undefined ? '' : runs(', with a gap of ', gap, ' between training and test'),
    '.',
  );
  const used = [METHOD, ...pathsOf([TIME, time], [GROUP, group], [GAP, gap])];
  return { blocks: [paragraph(words, METHOD)], used };
}

const SIZE = 'sampling.sampleSize';
const POPULATION = 'sampling.populationSize';

/** 'The sample has 510,300 of 12,160,000 cases.' Each alone is a row. */
function sample(writing: Writing): Written | undefined {
  const size = said(writing, SIZE);
  const population = said(writing, POPULATION);
  if (size === undefined || population === undefined) return undefined;
  const words = runs('The sample has ', size, ' out of a population of ', population, '.');
  return { blocks: [paragraph(words, SIZE)], used: [SIZE, POPULATION] };
}

function pathsOf(...said: readonly (readonly [path: string, words: readonly Inline[] | undefined])[]): string[] {
  return said.flatMap(([path, words]) => (words === undefined ? [] : [path]));
}

export const samplingPassages: readonly Passage[] = [
  { at: 'sampleSize', write: sample },
  { at: 'splitMethod', write: split },
];
