/** What a box or a file understood of a quantity as typed. */

/** A guess carries a '~' or '≈' before the number; everything else typed is stated. */
export type TypedBasis = 'guess' | 'stated';

/** A reading to choose instead: what the button says, and what it types. */
export interface Offer {
  readonly label: string;
  readonly text: string;
}

export interface Understood {
  readonly ok: true;
  /** Canonical: a fraction for percentages, ms for durations, per second for rates, bytes for sizes. */
  readonly value: number;
  /** What to keep: as typed, with the unit that a bare number in a box stands for. */
  readonly typed: string;
  readonly basis: TypedBasis;
  /** One line that says what was understood. */
  readonly echo: string;
  readonly offers?: readonly Offer[];
}

export interface NotUnderstood {
  readonly ok: false;
  /** One sentence. */
  readonly problem: string;
  readonly offers?: readonly Offer[];
}

export type QuantityReading = Understood | NotUnderstood;

/** In a box a bare number takes the unit of its field; in a file it has to say it. */
export type Source = 'box' | 'file';

export function notUnderstood(problem: string, offers?: readonly Offer[]): NotUnderstood {
  return offers === undefined ? { ok: false, problem } : { ok: false, problem, offers };
}

/** Quotes what was typed, shortened, for a sentence. */
export function quoted(text: string): string {
  return `‘${text.length > 40 ? `${text.slice(0, 39)}…` : text}’`;
}

/** One kind of space, one kind of minus, no space at the ends: what pasting brings is evened out. */
export function tidy(text: string): string {
  return text
    .replace(/[\s\u00a0\u2007\u202f]+/g, ' ')
    .replace(/[\u2212\u2013\uff0d]/g, '-')
    .trim();
}

/** Takes the mark of a guess off the front. */
export function splitGuess(text: string): { basis: TypedBasis; rest: string } {
  const guess = /^[~≈]\s*/.exec(text);
  return guess === null ? { basis: 'stated', rest: text } : { basis: 'guess', rest: text.slice(guess[0].length) };
}
