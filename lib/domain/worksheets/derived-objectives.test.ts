import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#lib/domain/json.ts';
import { derivedBeside } from './derived.ts';
import { readWorksheet } from './read-worksheet.ts';

function worksheet(sections: Record<string, JsonObject>) {
  return readWorksheet({ format: 'plumbline/v1', title: 'T', sections });
}

describe('what follows from objectives', () => {
  const at = 'objectives.combination';
  const time = (objectives: JsonObject) => derivedBeside(worksheet({ objectives }), at).map(({ result }) => result);

  it('is the time of a training where the loss is weighted, and none where scores are', () => {
    expect(time({ combination: 'weighted-loss', retrainTime: '~3 d' })).toEqual([
      { state: 'value', value: 259_200_000, shown: '3\u202fd', working: '3\u202fd', leansOnGuess: true },
    ]);
    expect(time({ combination: 'weighted-loss' })).toEqual([{ state: 'waits', missing: ['objectives.retrainTime'] }]);
    expect(time({ combination: 'weighted-score' })).toMatchObject([{ value: 0, shown: 'no training' }]);
    expect(time({ combination: 'constrained' })).toEqual([]);
  });

  it('is the sum of weights that have to add up to 1', () => {
    const weights = ['0.1', '0.2', '0.6'].map((alpha, index) => ({ id: `w${index}`, alpha }));
    const sum = (objectives: JsonObject) =>
      derivedBeside(
        worksheet({ objectives: { combination: 'weighted-loss', weights, ...objectives } }),
        'objectives.weights',
      );
    expect(sum({ weightSum: 'one' })).toMatchObject([{ result: { value: 0.9, working: '0.1 + 0.2 + 0.6' } }]);
    expect(sum({ weightSum: 'free' })).toEqual([]);
  });
});
