import { shownDate, shownDateTime, type DateStyle } from '#lib/format/dates.ts';

/** An event of the log that one may compare with. */
export interface Moment {
  readonly sequence: number;
  readonly at: Date;
}

interface NamedMoment extends Moment {
  /** Who did what, in a few words. */
  readonly words: string;
}

export interface MomentChoice {
  /** As the address says it. */
  readonly value: string;
  readonly label: string;
}

export interface MomentChoices {
  readonly days: readonly MomentChoice[];
  readonly changes: readonly MomentChoice[];
}

/**
 * What one may choose from: the end of each day on which something changed, and single changes. The moments are given
 * newest first; a day stands for its last.
 */
export function momentChoices(
  quarters: readonly Moment[],
  changes: readonly NamedMoment[],
  dates: DateStyle,
): MomentChoices {
  const days = [...Map.groupBy(quarters, ({ at }) => shownDate(at, dates))];
  return {
    days: days.flatMap(([day, [last]]) => (last === undefined ? [] : [{ value: String(last.sequence), label: day }])),
    changes: changes.map(({ sequence, at, words }) => ({
      value: String(sequence),
      label: `${shownDateTime(at, dates)}, ${words}`,
    })),
  };
}

/** What the address asks for; the beginning where it names no first moment, now where it names no second. */
export interface ChosenMoments {
  readonly from: number;
  readonly to: number | 'draft';
}

/** The two moments that an address names, the older first; undefined where it names none. */
export function chosenMoments(query: { readonly from?: string; readonly to?: string }): ChosenMoments | undefined {
  const from = sequenceOf(query.from);
  if (from === undefined) return undefined;
  const to = sequenceOf(query.to) ?? 'draft';
  return to !== 'draft' && to < from ? { from: to, to: from } : { from, to };
}

function sequenceOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,9}$/.test(text)) return undefined;
  return Number(text);
}
