import type { Worksheet } from '#lib/domain/worksheets/all-sections.ts';
import { asPhrase } from '../phrases.ts';
import { joined, paragraph, runs } from '../runs.ts';
import type { Passage, Writing, Written } from '../writing.ts';
import { said } from '../writing.ts';

const VERSION = 'labels.guidelineVersion';
const CHANGED = 'labels.guidelineChangedAt';
const LINK = 'labels.guidelineUrl';

/** 'Labels follow version 3.1 of the guideline, last changed on 15 Jul 2025: https://example.org/guideline' */
function guideline(writing: Writing): Written | undefined {
  const version = said(writing, VERSION);
  if (version === undefined) return undefined;
  const changed = said(writing, CHANGED);
  const link = said(writing, LINK);
  const words = runs(
    'Labels follow version ',
    version,
    ' of the guideline',
    changed === undefined ? '' : runs(', last changed on ', changed),
    link === undefined ? '.' : runs(': ', link),
  );
  const used = [VERSION, ...(changed === undefined ? [] : [CHANGED]), ...(link === undefined ? [] : [LINK])];
  return { blocks: [paragraph(words, VERSION)], used };
}

type Agreement = Worksheet['labels']['agreement'][number];

/**
 * One coefficient is a sentence: 'Krippendorff’s alpha is 0.78 (0.72 to 0.83), on 600 items of the frozen month with 3
 * raters.' Several are compared, and a table does that better.
 */
function agreement(writing: Writing): Written | undefined {
  const [only, ...others] = writing.worksheet.labels.agreement;
  if (only === undefined || others.length > 0) return undefined;
  const at = (key: keyof Agreement) => said(writing, `labels.agreement.${only.id}.${key}`);
  const [coefficient, value, from, to] = [at('coefficient'), at('value'), at('ciLo'), at('ciHi')];
  const [items, raters, missing, dataset] = [at('nItems'), at('nRaters'), at('missingPct'), at('dataset')];
  if (coefficient === undefined || value === undefined || from === undefined || to === undefined) return undefined;
  if (items === undefined || !isSaidOrBlank(only)) return undefined;
  const words = runs(
    coefficient,
    ' is ',
    value,
    ' (',
    from,
    ' to ',
    to,
    '), on ',
    items,
    ' items',
    dataset === undefined ? '' : runs(' of ', asPhrase(dataset) ?? dataset),
    raters === undefined ? '' : runs(' with ', raters, ' raters'),
    missing === undefined ? '.' : runs('; ', missing, ' of the ratings are missing.'),
  );
  return { blocks: [paragraph(words, `labels.agreement.${only.id}`)], used: ['labels.agreement'] };
}

/** No answer is lost with the list: what is open or not readable is said by a table only. */
function isSaidOrBlank(answers: Agreement): boolean {
  return [answers.nRaters, answers.missingPct, answers.dataset].every(
    ({ state }) => state === 'answered' || state === 'blank',
  );
}

const RATES = 'labels.labelNoiseRate';
const EVIDENCE = 'labels.noiseEvidence';

/** 'Of all labels 0.024 % are wrong: 0.014 % of the true negatives are labelled positive (measured on …).' */
function noise(writing: Writing): Written | undefined {
  const [overall, fpr, fnr] = ['overall', 'fpr', 'fnr'].map((key) => said(writing, `${RATES}.${key}`));
  const { labelNoiseRate } = writing.worksheet.labels;
  const isWhole = Object.values(labelNoiseRate).every(({ state }) => state === 'answered' || state === 'blank');
  if (overall === undefined || !isWhole) return undefined;
  const rates = [
    ...(fpr === undefined ? [] : [runs(fpr, ' of the true negatives are labelled positive')]),
    ...(fnr === undefined ? [] : [runs(fnr, ' of the true positives are labelled negative')]),
  ];
  const evidence = said(writing, EVIDENCE);
  const words = runs(
    'Of all labels ',
    overall,
    ' are wrong',
    rates.length === 0 ? '' : runs(': ', joined(rates, ', ')),
    evidence === undefined ? '.' : runs(' (', asPhrase(evidence) ?? evidence, ').'),
  );
  return { blocks: [paragraph(words, RATES)], used: [RATES, ...(evidence === undefined ? [] : [EVIDENCE])] };
}

export const labelsPassages: readonly Passage[] = [
  { at: 'guidelineUrl', write: guideline },
  { at: 'agreement', write: agreement },
  { at: 'labelNoiseRate', write: noise },
];
