import { valueOf } from '#lib/domain/worksheets/answers.ts';
import { formatOneIn } from '#lib/domain/quantities/percentage.ts';
import type { Inline } from '../document.ts';
import { joined, paragraph, runs, text } from '../runs.ts';
import type { Passage, Writing, Written } from '../writing.ts';
import { said } from '../writing.ts';

const PRODUCTION = 'imbalance.prevalenceProduction';
const TRAIN = 'imbalance.prevalenceTrain';
const TEST = 'imbalance.prevalenceTest';

/** 'Of all cases in production 0.2 % are positive (1 in 500), 50 % in training, 50 % in the test set.' */
function shares(writing: Writing): Written | undefined {
  const production = said(writing, PRODUCTION);
  if (production === undefined) return undefined;
  const oneIn = formatOneIn(valueOf(writing.worksheet.imbalance.prevalenceProduction) ?? 0);
  const train = said(writing, TRAIN);
  const test = said(writing, TEST);
  const others = [
    ...(train === undefined ? [] : [runs(train, ' in training')]),
    ...(test === undefined ? [] : [runs(test, ' in the test set')]),
  ];
  const words = runs(
    'Of all cases in production ',
    production,
    ' are positive',
    oneIn === null ? '' : ` (${oneIn})`,
    others.length === 0 ? '' : '; ',
    joined(others, ', '),
    '.',
  );
  const used = [PRODUCTION, ...(train === undefined ? [] : [TRAIN]), ...(test === undefined ? [] : [TEST])];
  return { blocks: [paragraph(words, PRODUCTION)], used };
}

const COSTS = 'imbalance.costMatrix';

/** Truth against prediction, as everyone knows it. Only where all four are said: a matrix with holes is a list. */
function costMatrix(writing: Writing): Written | undefined {
  const [tp, fp, fn, tn] = ['tp', 'fp', 'fn', 'tn'].map((key) => said(writing, `${COSTS}.${key}`));
  if (tp === undefined || fp === undefined || fn === undefined || tn === undefined) return undefined;
  const label = (words: string): readonly Inline[] => [text(words)];
  return {
    blocks: [
      {
        kind: 'table',
        path: COSTS,
        caption: 'What each outcome costs (gains are negative)',
        columns: [
          { label: label('The case is'), align: 'start' },
          { label: label('Predicted positive'), align: 'end' },
          { label: label('Predicted negative'), align: 'end' },
        ],
        rows: [{ cells: [label('positive'), tp, fn] }, { cells: [label('negative'), fp, tn] }],
      },
    ],
    used: [COSTS],
  };
}

export const imbalancePassages: readonly Passage[] = [
  { at: 'prevalenceProduction', write: shares },
  { at: 'costMatrix', write: costMatrix },
];
