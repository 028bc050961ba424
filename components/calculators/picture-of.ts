import { logarithmicSteps } from '#components/charts/curve-geometry.ts';

import { confusions } from './confusions.ts';
import { latencyDrawings } from './latency-pictures.ts';
import {
  type Again,
  type Draw,
  type Input,
  type Output,
  type Picture,
  POINTS,
  count,
  curveOver,
  drawn,
  numberIn,
  percent,
  wholeSteps,
} from './picture.ts';

/** The picture of a result, drawn from the calculator itself; null where there is nothing to draw. */
export function pictureOf(id: string, input: Input, output: Output, again: Again): Picture | null {
  return Object.hasOwn(DRAWINGS, id) ? (DRAWINGS[id]?.(input, output, again) ?? null) : null;
}

const DRAWINGS: Readonly<Record<string, Draw>> = {
  ...latencyDrawings,

  'proportion-interval': (_, output) => {
    const estimate = numberIn(output, 'estimate');
    const rows = [
      { label: 'Wilson', ends: output['wilson'] },
      { label: 'Clopper–Pearson', ends: output['clopperPearson'] },
    ].flatMap(({ label, ends }) => (isInterval(ends) ? [{ label, low: ends[0], high: ends[1] }] : []));
    const [first] = rows;
    if (estimate === null || first === undefined) return null;
    const answer = `${percent(estimate)}, and the truth between ${percent(first.low)} and ${percent(first.high)}.`;
    return { kind: 'intervals', intervals: { title: 'How well is the share known?', answer, estimate, rows } };
  },

  'rare-group': (input, output, again) => {
    const n = numberIn(input, 'n');
    const share = numberIn(output, 'probabilityAtLeast');
    if (n === null || n < 1 || share === null) return null;
    const most = Math.max(10, 3 * n, 1.5 * (numberIn(output, 'nForAtLeast') ?? 0));
    const population = numberIn(input, 'population');
    const steps = wholeSteps(1, Math.min(most, population ?? most));
    const curve = curveOver(again, 'n', 'probabilityAtLeast', steps);
    const confidence = numberIn(input, 'confidence');
    return drawn(
      curve,
      'count',
      { x: n, y: share },
      {
        title: 'How does the chance grow with the sample?',
        answer: `A sample of ${count(n)} holds enough with a chance of ${percent(share)}.`,
        xLabel: 'Sample',
        yLabel: 'Chance',
        reference: confidence === null ? undefined : { share: confidence, label: `${percent(confidence)} wanted` },
      },
    );
  },

  'sample-size-proportions': (input, output, again) => {
    const n = numberIn(output, 'nPerGroup');
    const power = numberIn(output, 'power');
    if (n === null || power === null || input['effect'] === undefined) return null;
    const wanted = numberIn(input, 'power');
    const steps = wholeSteps(Math.max(2, n / 30), 4 * n);
    const curve = curveOver(again, 'n', 'power', steps, { power: undefined });
    return drawn(
      curve,
      'count',
      { x: n, y: power },
      {
        title: 'How does the power grow with the cases?',
        answer: `${count(n)} a group find the change with a chance of ${percent(power)}.`,
        xLabel: 'Cases a group',
        yLabel: 'Power',
        reference: wanted === null ? undefined : { share: wanted, label: `${percent(wanted)} wanted` },
      },
    );
  },

  imbalance: (input, output, again) => {
    const prevalence = numberIn(input, 'prevalence');
    const ppv = numberIn(output, 'ppv');
    if (prevalence === null || prevalence <= 0 || prevalence >= 1 || ppv === null) return null;
    const steps = logarithmicSteps(Math.min(0.001, prevalence / 3), Math.max(0.5, prevalence), POINTS);
    const curve = curveOver(again, 'prevalence', 'ppv', steps);
    return drawn(
      curve,
      'share',
      { x: prevalence, y: ppv },
      {
        title: 'How much of what is flagged is real, at other shares of positives?',
        answer: `At ${percent(prevalence)} it is ${percent(ppv)}.`,
        xLabel: 'Share of positives',
        yLabel: 'Precision',
      },
    );
  },

  'label-agreement': (_, output) => {
    const figure = confusions(output['categories'], output['labelPairs']);
    return figure === null ? null : { kind: 'drawn', ...figure };
  },

  'label-noise': (input, output, again) => {
    const errorRate = numberIn(output, 'errorRate');
    const read = numberIn(output, 'observedAccuracy') === null ? 'accuracyCeiling' : 'observedAccuracy';
    const accuracy = numberIn(output, read);
    if (errorRate === null || errorRate === 0 || accuracy === null) return null;
    const without = { falsePositiveRate: undefined, falseNegativeRate: undefined, prevalence: undefined };
    const steps = logarithmicSteps(Math.min(0.001, errorRate), Math.max(0.5, errorRate), POINTS);
    const ceiling = read === 'accuracyCeiling';
    return drawn(
      curveOver(again, 'errorRate', read, steps, without),
      'share',
      { x: errorRate, y: accuracy },
      {
        title: `What does ${ceiling ? 'a model that is always right' : 'this model'} score at other shares of wrong labels?`,
        answer: `With ${percent(errorRate)} of the labels wrong it scores ${percent(accuracy)}.`,
        xLabel: 'Wrong labels',
        yLabel: 'Measured accuracy',
      },
    );
  },
};

function isInterval(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((end) => typeof end === 'number');
}
