import type { Inline } from '../document.ts';
import { afterEach, asPhrase, asSentence } from '../phrases.ts';
import { paragraph, runs } from '../runs.ts';
import type { Passage, Writing, Written } from '../writing.ts';
import { said } from '../writing.ts';

const UNIT = 'framing.predictionUnit';
const MOMENT = 'framing.predictionTime';
const OUTPUT = 'framing.output';
const DECISION = 'framing.decision';
const DECIDER = 'framing.decisionMaker';

/**
 * The framing in two sentences: 'For each card payment, at authorisation, the model predicts the probability of fraud.
 * What is done differently: the payment is held.'
 */
function framingSentence(writing: Writing): Written | undefined {
  const prediction = predictionSentence(writing);
  const decision = said(writing, DECISION);
  if (prediction === undefined || decision === undefined) return undefined;
  const decider = said(writing, DECIDER);
  const words = runs(
    prediction,
    ' What is done differently: ',
    asSentence(asPhrase(decision) ?? decision),
    decider === undefined ? '' : runs(' Who decides: ', asPhrase(decider) ?? decider, '.'),
  );
  const used = [UNIT, MOMENT, OUTPUT, DECISION, ...(decider === undefined ? [] : [DECIDER])];
  return { blocks: [paragraph(words, UNIT)], used };
}

/** What is predicted, of what and when: the one sentence that says which project this is. */
export function predictionSentence(writing: Writing): readonly Inline[] | undefined {
  const unit = asPhrase(said(writing, UNIT));
  const moment = asPhrase(said(writing, MOMENT));
  const output = asPhrase(said(writing, OUTPUT));
  if (unit === undefined || moment === undefined || output === undefined) return undefined;
  return runs('For each ', afterEach(unit), ', ', moment, ', the model predicts ', output, '.');
}

export const framingPassages: readonly Passage[] = [{ at: 'isMlJustified', write: framingSentence }];
