import type { Json } from '#lib/domain/json.ts';
import { isQuantity, type Field, type ListField } from '#lib/domain/worksheets/definition.ts';
import { boxText } from './answer-state.ts';
import { headingOf, wordsOf } from './item-words.ts';
import type { DraftItem } from './list-items.ts';

/** A summary field as a column: its classes hold its width, and hide it in a list too narrow for it. */
export interface GridColumn {
  readonly key: string;
  readonly field: Field;
  readonly size: string;
}

/** In quarters of a rem, as the spacing of the page is counted. */
interface Width {
  /** It is never narrower. */
  readonly least: number;
  /** With so much, most of what it holds stands on one line; what the list has left goes where most is missing. */
  readonly wish: number;
}

/** Marks and menu, the last cell of a row. */
const LAST_CELL = 13;
/** Two buttons; the browser's own box for a date. */
const YES_NO = 21;
const DATE = 32;
const SHORTEST_NUMBER = 18;
/** A number longer than this is rare enough to be cut, with an ellipsis. */
const LONGEST_NUMBER = 40;
/** Words break where they are longer. */
const LONGEST_WORD = 34;
/** Beyond this a text is read on two lines as well as on one. */
const LONGEST_LINE = 96;
/** While nothing is written. */
const BLANK: Width = { least: 24, wish: 56 };

/** Padding beside the words of a heading and a text, beside a choice with its arrow, beside a number with its mark. */
const ROOM = 4.5;
const ARROW_ROOM = 8;
const MARK_ROOM = 8.5;
/** Size of type, in the same unit. */
const HEADING_SIZE = 3;
const CELL_SIZE = 3.75;

/**
 * The columns of a list, wide enough for the longest word above them and in them, numbers for the longest number. Where
 * all of that does not fit, columns are dropped from the last on; what they hold is on the item's page.
 */
export function gridColumns(
  list: ListField,
  items: readonly DraftItem[],
  valueAt: (path: string) => Json | undefined,
): readonly GridColumn[] {
  let together = LAST_CELL;
  return list.summary.flatMap((key): GridColumn[] => {
    const field = list.fields[key];
    if (field === undefined) return [];
    const { least, wish } = widthOf(field, wordsIn(field, key, items, valueAt));
    const base = stepFrom(BASES, Math.max(least, headingWidth(field)));
    together += base[0];
    const grow = stepFrom(GROWS, (wish - base[0]) / 2);
    const hidden = key === list.nameField ? [] : [stepFrom(HIDDEN_BELOW, together / 4)[1]];
    return [{ key, field, size: [base[1], grow[1], ...hidden].join(' ') }];
  });
}

function wordsIn(
  field: Field,
  key: string,
  items: readonly DraftItem[],
  valueAt: (path: string) => Json | undefined,
): readonly string[] {
  // Of numbers only what is typed: other answers are words, and wrap.
  const say = isQuantity(field) ? boxText : wordsOf(field, valueAt);
  return items.map((item) => say(item.value[key])).filter((words) => words !== '');
}

function widthOf(field: Field, words: readonly string[]): Width {
  if (field.kind === 'yes-no') return { least: YES_NO, wish: YES_NO };
  if (field.kind === 'date') return { least: DATE, wish: DATE };
  if (isQuantity(field)) {
    const longest = Math.max(0, ...words.map(textWidth)) * CELL_SIZE + MARK_ROOM;
    const least = Math.min(Math.max(SHORTEST_NUMBER, longest), LONGEST_NUMBER);
    return { least, wish: least };
  }
  if (words.length === 0) return BLANK;
  const room = field.kind === 'choice' || field.kind === 'reference' ? ARROW_ROOM : ROOM;
  const wide = words.map(textWidth).toSorted((a, b) => a - b);
  const most = wide[Math.floor((wide.length - 1) * 0.8)] ?? 0;
  return {
    least: Math.min(longestWord(words) * CELL_SIZE + room, LONGEST_WORD),
    wish: Math.min(most * CELL_SIZE + room, LONGEST_LINE),
  };
}

function headingWidth(field: Field): number {
  return longestWord([headingOf(field)]) * HEADING_SIZE + (isQuantity(field) ? MARK_ROOM : ROOM);
}

function longestWord(texts: readonly string[]): number {
  return Math.max(0, ...texts.flatMap((text) => text.split(/[\s/-]+/)).map(textWidth));
}

const NARROW = /[ijlftrI.,:;|()'’\s]/gu;
const BROAD = /[mwMW%@—]/gu;

/** Width of a text in Source Sans 3, in its size: three kinds of letters are near enough to never be too little. */
function textWidth(text: string): number {
  const narrow = text.match(NARROW)?.length ?? 0;
  const broad = text.match(BROAD)?.length ?? 0;
  return narrow * 0.34 + broad * 0.85 + (text.length - narrow - broad) * 0.56;
}

type Step = readonly [number, string];

/** The first step that is enough, or else the last. Classes are written out, since styles are made of words in the source. */
function stepFrom(steps: readonly [Step, ...Step[]], width: number): Step {
  return steps.find(([at]) => at >= width) ?? steps.at(-1) ?? steps[0];
}

const BASES: readonly [Step, ...Step[]] = [
  [18, 'basis-18'],
  [19, 'basis-19'],
  [20, 'basis-20'],
  [21, 'basis-21'],
  [22, 'basis-22'],
  [23, 'basis-23'],
  [24, 'basis-24'],
  [25, 'basis-25'],
  [26, 'basis-26'],
  [27, 'basis-27'],
  [28, 'basis-28'],
  [29, 'basis-29'],
  [30, 'basis-30'],
  [31, 'basis-31'],
  [32, 'basis-32'],
  [33, 'basis-33'],
  [34, 'basis-34'],
  [36, 'basis-36'],
  [38, 'basis-38'],
  [40, 'basis-40'],
];

const GROWS: readonly [Step, ...Step[]] = [
  [1, 'grow-1'],
  [2, 'grow-2'],
  [3, 'grow-3'],
  [4, 'grow-4'],
  [6, 'grow-6'],
  [8, 'grow-8'],
  [10, 'grow-10'],
  [12, 'grow-12'],
  [16, 'grow-16'],
  [20, 'grow-20'],
  [24, 'grow-24'],
  [30, 'grow-30'],
  [36, 'grow-36'],
];

const HIDDEN_BELOW: readonly [Step, ...Step[]] = [
  [20, '@max-[20rem]:hidden'],
  [24, '@max-[24rem]:hidden'],
  [26, '@max-[26rem]:hidden'],
  [28, '@max-[28rem]:hidden'],
  [30, '@max-[30rem]:hidden'],
  [31, '@max-[31rem]:hidden'],
  [32, '@max-[32rem]:hidden'],
  [33, '@max-[33rem]:hidden'],
  [34, '@max-[34rem]:hidden'],
  [35, '@max-[35rem]:hidden'],
  [36, '@max-[36rem]:hidden'],
  [37, '@max-[37rem]:hidden'],
  [38, '@max-[38rem]:hidden'],
  [39, '@max-[39rem]:hidden'],
  [40, '@max-[40rem]:hidden'],
  [41, '@max-[41rem]:hidden'],
  [42, '@max-[42rem]:hidden'],
  [43, '@max-[43rem]:hidden'],
  [44, '@max-[44rem]:hidden'],
  [45, '@max-[45rem]:hidden'],
  [46, '@max-[46rem]:hidden'],
  [47, '@max-[47rem]:hidden'],
  [48, '@max-[48rem]:hidden'],
  [49, '@max-[49rem]:hidden'],
];
