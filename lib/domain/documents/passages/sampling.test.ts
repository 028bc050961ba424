import { expect, it } from 'vitest';
import type { JsonObject } from '#lib/domain/json.ts';
import { sectionWords } from '#test/section-words.ts';

const words = (sampling: JsonObject): string => sectionWords('sampling', { sampling });

it('says in a sentence how the test is kept apart', () => {
  const cut = { splitMethod: 'group-time', timeColumn: 'authorised_at', groupKey: 'card_hash', gap: '92 d' };
  const whole = words(cut);
  expect(whole).toContain(
    'The test is cut by group and time: cases are ordered by authorised_at and tied together by card_hash, with a gap of 92 days between training and test.',
  );
  expect(whole).not.toContain('What ties cases together');
  expect(words({ splitMethod: 'predefined' })).toContain('The test is cut as given from outside.');
});

it('leaves what a sentence does not say to the rows', () => {
  expect(words({ splitMethod: 'time', timeColumn: { unknown: { who: 'Data engineer' } } })).toContain(
    'The test is cut by time. Splits Not answered yet Column that orders cases in time Not known yet – Data engineer',
  );
  // No gap is asked for where time does not divide.
  expect(words({ splitMethod: 'random', gap: '1 d' })).not.toContain('gap');
});

it('sets the sample against the population, where both are known', () => {
  const both = words({ sampleSize: '510,300', populationSize: '12,160,000' });
  expect(both).toContain('The sample has 510,300 cases out of a population of 12,160,000 cases.');
  expect(both).not.toContain('Size of the population');
  expect(words({ sampleSize: '510,300' })).toContain('Size of the sample 510,300 cases');
});
