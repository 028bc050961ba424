import { expect, test } from 'vitest';
import { stageReached } from './stage-reached.ts';

test('a worksheet of which nothing is answered is at its first stage', () => {
  expect(stageReached({ overview: {} })).toBe('framing');
});

test('the last stage of which anything is answered is the one being worked on', () => {
  expect(stageReached({ overview: { name: 'Card fraud' } })).toBe('framing');
  expect(stageReached({ overview: { name: 'Card fraud' }, imbalance: { threshold: '0.2' } })).toBe('design');
});

test('a question of the framing stays one in the sections of later stages', () => {
  expect(stageReached({ sampling: { splitMethod: 'time' }, risk: { sensitiveUse: 'none' } })).toBe('framing');
  expect(stageReached({ risk: { sensitiveUse: 'none', redress: 'A letter.' } })).toBe('launch');
});
