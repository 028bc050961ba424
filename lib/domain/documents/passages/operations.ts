import { valueOf } from '#lib/domain/worksheets/answers.ts';
import type { Inline } from '../document.ts';
import { asSentence, uncapped } from '../phrases.ts';
import { paragraph, runs } from '../runs.ts';
import type { Passage, Writing, Written } from '../writing.ts';
import { said, usedOfGroup } from '../writing.ts';

const EXPERIMENT = 'operations.experiment';

/**
 * 'With the same reviews the model lowers the loss by a fifth. Each person is put into one of 2 groups, and results are
 * counted by person; 50 % of the traffic takes part, for at most 56 days. Fraud loss decides.'
 */
function experiment(writing: Writing): Written | undefined {
  if (valueOf(writing.worksheet.operations.rollout)?.includes('ab') !== true) return undefined;
  const used: string[] = [];
  const take = (key: string): readonly Inline[] | undefined => {
    const answer = said(writing, `${EXPERIMENT}.${key}`);
    if (answer !== undefined) used.push(`${EXPERIMENT}.${key}`);
    return answer;
  };
  const [unit, groups] = [take('unit'), take('variants')];
  if (unit === undefined || groups === undefined) return undefined;
  const hypothesis = take('hypothesis');
  const counted = take('analysisUnit');
  const [share, days, metric] = [take('allocation'), take('maxDays'), take('metric')];
  const words = runs(
    hypothesis === undefined ? '' : runs(asSentence(hypothesis), ' '),
    'Each ',
    uncapped(unit),
    ' is put into one of ',
    groups,
    ' groups',
    counted === undefined ? '' : runs(', and results are counted by ', uncapped(counted)),
    share === undefined ? '' : runs('; ', share, ' of the traffic takes part'),
    days === undefined ? '.' : runs(', for at most ', days, '.'),
    metric === undefined ? '' : runs(' ', metric, ' decides.'),
  );
  return {
    blocks: [paragraph(words, EXPERIMENT)],
    used: usedOfGroup(writing, EXPERIMENT, 'launch', used),
  };
}

const RETRAIN = 'operations.retrain';
const CADENCE = `${RETRAIN}.cadence`;
const TRIGGER = `${RETRAIN}.trigger`;
const WINDOW = 'operations.trainingWindow';
const TOLERATED = 'operations.toleratedModelAge';

/** 'A new model is trained every 30 days, set off by a schedule, on the last 365 days. One of 60 days is good enough.' */
function retraining(writing: Writing): Written | undefined {
  const cadence = said(writing, CADENCE);
  if (cadence === undefined) return undefined;
  const [trigger, window, tolerated] = [TRIGGER, WINDOW, TOLERATED].map((path) => said(writing, path));
  const words = runs(
    'A new model is trained every ',
    cadence,
    trigger === undefined ? '' : runs(', set off by ', uncapped(trigger)),
    window === undefined ? '.' : runs(', on the last ', window, '.'),
    tolerated === undefined ? '' : runs(' One of ', tolerated, ' is still good enough.'),
  );
  const ofGroup = [CADENCE, ...(trigger === undefined ? [] : [TRIGGER])];
  const used = [
    ...usedOfGroup(writing, RETRAIN, 'launch', ofGroup),
    ...(window === undefined ? [] : [WINDOW]),
    ...(tolerated === undefined ? [] : [TOLERATED]),
  ];
  return { blocks: [paragraph(words, RETRAIN)], used };
}

export const operationsPassages: readonly Passage[] = [
  { at: 'experiment', write: experiment },
  { at: 'retrain', write: retraining },
];
