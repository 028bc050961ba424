import { formatDuration } from '#lib/domain/quantities/duration.ts';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';
import type { Worksheet } from './all-sections.ts';
import { valueOf } from './answers.ts';
import { from, type Derived, type Input } from './derivation.ts';

/** What follows where objectives are weighted; without weights nothing does. */
export function objectiveValues({ objectives }: Worksheet): readonly Derived[] {
  const combination = valueOf(objectives.combination);
  if (combination !== 'weighted-loss' && combination !== 'weighted-score') return [];
  const sum = weightSum(objectives);
  return [timeToNewWeight(objectives, combination), ...(sum === undefined ? [] : [sum])];
}

/** A weight within a loss is fixed by training; a weight between scores is a setting. */
function timeToNewWeight(
  { retrainTime }: Worksheet['objectives'],
  combination: 'weighted-loss' | 'weighted-score',
): Derived {
  const isSetting = combination === 'weighted-score';
  return {
    id: 'time-to-new-weight',
    label: 'A new weight takes effect after',
    formula: 'the time to train where the loss is weighted; nothing where scores are',
    beside: isSetting ? ['objectives.combination'] : ['objectives.combination', 'objectives.retrainTime'],
    result: isSetting
      ? { state: 'value', value: 0, shown: 'no training', working: 'no training', leansOnGuess: false }
      : from([['objectives.retrainTime', retrainTime]], ([value], leansOnGuess) => {
          const shown = formatDuration(value, 'table');
          return { state: 'value', value, shown, working: shown, leansOnGuess };
        }),
  };
}

function weightSum({ weights, weightSum: rule }: Worksheet['objectives']): Derived | undefined {
  if (valueOf(rule) !== 'one' || weights.length === 0) return undefined;
  const inputs = weights.map(({ id, alpha }): Input => [`objectives.weights.${id}.alpha`, alpha]);
  return {
    id: 'weight-sum',
    label: 'Weights together',
    formula: 'sum of the weights',
    beside: ['objectives.weights'],
    result: from(inputs, (values, leansOnGuess) => {
      const value = Number(values.reduce((sum, weight) => sum + weight, 0).toPrecision(12));
      const working = values.map((weight) => formatNumber(weight, 'table')).join(' + ');
      return { state: 'value', value, shown: formatNumber(value, 'table'), working, leansOnGuess };
    }),
  };
}
