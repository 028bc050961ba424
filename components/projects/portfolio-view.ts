import { stages, type Stage } from '#lib/domain/worksheets/definition.ts';

export const SORTS = {
  changed: 'Changed last',
  title: 'Name',
  findings: 'Most findings',
  questions: 'Most open questions',
  due: 'Due first',
} as const;

export const HAVING = {
  errors: 'with errors',
  findings: 'with findings',
  questions: 'with open questions',
  overdue: 'overdue',
} as const;

export type Sort = keyof typeof SORTS;
export type Having = keyof typeof HAVING;

/** What somebody wants to see of the portfolio, as the address says it. */
export interface PortfolioView {
  readonly title: string;
  readonly archived: boolean;
  readonly stage: Stage | undefined;
  readonly having: Having | undefined;
  readonly sort: Sort;
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What an address does not say, or says wrongly, is left at its usual. */
export function readView(query: Query): PortfolioView {
  const one = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    title: one('title').trim().slice(0, 120),
    archived: one('archived') === 'true',
    stage: stages.find((stage) => stage === one('stage')),
    having: keyOf(HAVING, one('having')),
    sort: keyOf(SORTS, one('sort')) ?? 'changed',
  };
}

export function isNarrowed({ title, stage, having }: PortfolioView): boolean {
  return title !== '' || stage !== undefined || having !== undefined;
}

function keyOf<K extends string>(words: Readonly<Record<K, string>>, key: string): K | undefined {
  const known: (word: string) => word is K = (word): word is K => Object.hasOwn(words, word);
  return known(key) ? key : undefined;
}
