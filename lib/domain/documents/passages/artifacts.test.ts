import { expect, it } from 'vitest';
import type { JsonObject } from '#lib/domain/json.ts';
import { sectionWords } from '#test/section-words.ts';

const words = (rollback: JsonObject): string => sectionWords('artifacts', { artifacts: { rollback } });

it('says how one goes back, once all of it is known', () => {
  const rollback = { keptVersions: 3, timeToRollBack: '10 min', tested: true };
  expect(words(rollback)).toContain('Going back takes 10 min; 3 versions are kept. It has been tried.');
  expect(words({ ...rollback, tested: false })).toContain('It has never been tried.');
  expect(words({ ...rollback, tested: { unknown: {} } })).toContain('Tried out: Not known yet');
});
