import type { Passage, Writing, Written } from '../writing.ts';
import { said } from '../writing.ts';
import { paragraph, runs } from '../runs.ts';
import { asSentence } from '../phrases.ts';

const OBJECTIVE = 'business.objective';
const OWNER = 'business.objectiveOwner';
const DEADLINE = 'business.deadline';

/** 'Lose €1.2 M a year to fraud instead of €1.9 M. Head of payments owns it; the deadline is 1 Dec 2027.' */
function objective(writing: Writing): Written | undefined {
  const goal = said(writing, OBJECTIVE);
  const owner = said(writing, OWNER);
  if (goal === undefined || owner === undefined) return undefined;
  const deadline = said(writing, DEADLINE);
  const words = runs(
    asSentence(goal),
    ' ',
    owner,
    ' owns it',
    deadline === undefined ? '.' : runs('; the deadline is ', deadline, '.'),
  );
  return {
    blocks: [paragraph(words, OBJECTIVE)],
    used: [OBJECTIVE, OWNER, ...(deadline === undefined ? [] : [DEADLINE])],
  };
}

export const businessPassages: readonly Passage[] = [{ at: 'objective', write: objective }];
