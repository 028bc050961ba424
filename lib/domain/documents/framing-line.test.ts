import { expect, it } from 'vitest';
import type { JsonObject } from '#lib/domain/json.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { framingLine } from './framing-line.ts';

const lineOf = (sections: Record<string, JsonObject>) =>
  framingLine(readWorksheet({ format: 'plumbline/v1', title: 'Fraud', sections }));

const framing = {
  predictionUnit: 'card payment',
  predictionTime: 'At authorisation',
  output: 'the probability of fraud',
};

it('is the framing in one sentence', () => {
  expect(lineOf({ framing })).toBe(
    'For each card payment, at authorisation, the model predicts the probability of fraud.',
  );
});

it('is what the project says of itself until the framing makes a sentence, and nothing before', () => {
  const overview = { oneLiner: 'Hold payments that are fraud.' };
  expect(lineOf({ overview, framing: { predictionUnit: 'card payment' } })).toBe('Hold payments that are fraud.');
  expect(lineOf({})).toBeUndefined();
});
