import { expect, it } from 'vitest';
import type { JsonObject } from '#lib/domain/json.ts';
import { sectionWords } from '#test/section-words.ts';

const seen: JsonObject = { id: 'a', mode: 'New fraud is not seen', severity: 3, likelihood: 2, owner: 'Dana' };
const held: JsonObject = { id: 'b', mode: 'A merchant is held', severity: 4, likelihood: '~4', fpOrFn: 'fp' };

function words(...failureModes: JsonObject[]): string {
  return sectionWords('risk', { risk: { failureModes } }, 'launch');
}

it('puts the gravest failure first, with what its place follows from', () => {
  const said = words(seen, held);
  expect(said).toContain('A merchant is held · 4 · 4 · 16 · Not answered yet New fraud is not seen · 3 · 2 · 6 · Dana');
  expect(said).toContain('A merchant is held · A false alarm New fraud is not seen · –');
  expect(said).toContain('Gravest failure 16: A merchant is held');
  expect(said).toContain('It leans on a guess');
});

it('says who is hit where that is said of any', () => {
  expect(words(seen, { ...held, who: 'Merchants' })).toContain('A merchant is held · Merchants · 4 · 4 · 16');
});

it('keeps the order of the worksheet while one of them is not weighed', () => {
  const open = { id: 'c', mode: 'The store is down', severity: 5, likelihood: { unknown: { who: 'Dana' } } };
  const said = words(seen, held, open);
  expect(said.indexOf('New fraud')).toBeLessThan(said.indexOf('A merchant'));
  expect(said).toContain('The store is down · 5 · Not known yet – Dana');
  expect(said).toContain('Gravest failure 16: A merchant is held');
});

it('names stakeholders and people affected by what the overview calls them', () => {
  const overview = {
    stakeholders: [{ id: 'ops', name: 'Fraud operations' }],
    usersAffected: [{ id: 'cards', name: 'Cardholders' }],
  };
  const risk = {
    stakeholderImpacts: [{ id: 'x', stakeholder: 'ops', benefit: 'Fewer reviews', harm: 'Odd cases only' }],
    affectedImpacts: [{ id: 'y', group: 'cards', benefit: 'Less fraud', harm: 'A wait' }],
  };
  const said = sectionWords('risk', { overview, risk }, 'launch');
  expect(said).toContain('Fraud operations · Fewer reviews · Odd cases only');
  expect(said).toContain('Cardholders · Less fraud · A wait');
});
