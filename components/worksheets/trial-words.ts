import type { DerivedEntry } from '#lib/client/assessment.ts';
import type { ShownTrial } from '#lib/client/shown-trial.ts';
import type { TrialOutcome } from '#lib/client/trial-outcome.ts';

/** What is tried, within a sentence: a box may be empty. */
export function triedWords(text: string): string {
  return text.trim() === '' ? 'no value' : text.trim();
}

/** What a trial would do, or why that is not said. */
export function effectWords({ problem, outcome }: Pick<ShownTrial, 'problem' | 'outcome'>): string {
  if (problem !== null) return 'It cannot be read yet, so nothing follows from it.';
  if (outcome === 'unknown') return 'What would change cannot be worked out now: the checks do not run.';
  return outcome === null ? 'Working out what would change.' : outcomeWords(outcome);
}

/** "1 finding would go, 2 would come and 1 number would change." */
export function outcomeWords({ goes, comes, changes, derived }: TrialOutcome): string {
  const findings = [
    { count: goes.length, does: 'would go' },
    { count: comes.length, does: 'would come' },
    { count: changes.length, does: 'would read differently' },
  ]
    .filter(({ count }) => count > 0)
    .map(({ count, does }, index) => `${count}${index > 0 ? '' : count === 1 ? ' finding' : ' findings'} ${does}`);
  const numbers = derived.length === 1 ? '1 number would change' : `${derived.length} numbers would change`;
  const said = derived.length === 0 ? findings : [...findings, numbers];
  const last = said.at(-1);
  if (last === undefined) return 'Nothing that is checked or derived would change.';
  return said.length === 1 ? `${last}.` : `${said.slice(0, -1).join(', ')} and ${last}.`;
}

/** A derived value as it is now, beside what it would be. */
export function nowWords(entry: DerivedEntry | null): string {
  switch (entry?.result.state) {
    case undefined:
      return 'not there';
    case 'value':
      return shownWords(entry);
    case 'waits':
    case 'undefined':
      return 'no number';
  }
}

/** "would be 3.1 months", "would wait for Cost to build" */
export function wouldBeWords(entry: DerivedEntry | null): string {
  if (entry === null) return 'would not be there';
  const { result, waitsFor } = entry;
  switch (result.state) {
    case 'value':
      return `would be ${shownWords(entry)}`;
    case 'waits':
      return `would wait for ${waitsFor.join(' and ')}`;
    case 'undefined':
      return `would be no number: ${result.reason}`;
  }
}

function shownWords({ result }: DerivedEntry): string {
  if (result.state !== 'value') return '';
  return result.leansOnGuess ? `${result.shown}, on a guess` : result.shown;
}
