/** Periods that rates and money are counted by. A year is 365 days and a month its twelfth, as in a budget. */
export const periods = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;

export type Period = (typeof periods)[number];

const DAY = 86_400;

export const periodSeconds: Readonly<Record<Period, number>> = {
  second: 1,
  minute: 60,
  hour: 3_600,
  day: DAY,
  week: 7 * DAY,
  month: (365 * DAY) / 12,
  year: 365 * DAY,
};

const periodWords: Readonly<Record<string, Period>> = {
  s: 'second',
  sec: 'second',
  second: 'second',
  min: 'minute',
  minute: 'minute',
  h: 'hour',
  hr: 'hour',
  hour: 'hour',
  d: 'day',
  day: 'day',
  w: 'week',
  wk: 'week',
  week: 'week',
  mo: 'month',
  month: 'month',
  y: 'year',
  yr: 'year',
  year: 'year',
  annum: 'year',
};

/** Reads '/day', 'per day' or 'a day'. Answers null when the text does not name a period. */
export function readPeriod(text: string): Period | null {
  const word = /^(?:\/|per|an?|each|every)\s*([a-z]+)$/i.exec(text)?.[1]?.toLowerCase();
  return word !== undefined && Object.hasOwn(periodWords, word) ? (periodWords[word] ?? null) : null;
}

/** 'a day', 'an hour'; 'per second', because 'a second' reads as a time. */
export function perPeriod(period: Period): string {
  if (period === 'second') return 'per second';
  return period === 'hour' ? 'an hour' : `a ${period}`;
}
