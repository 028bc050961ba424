import type { Passage } from '../writing.ts';
import { said } from '../writing.ts';

/** The name is the document's title and the one line stands under it, so neither is said again. */
export const overviewPassages: readonly Passage[] = [
  {
    at: 'name',
    write: (writing) => ({
      blocks: [],
      used: ['overview.name', 'overview.oneLiner'].filter((path) => said(writing, path) !== undefined),
    }),
  },
];
