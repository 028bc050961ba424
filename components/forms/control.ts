import type { Field, LeafField } from '#lib/domain/worksheets/definition.ts';

/** What every control of the kit is given. */
export interface ControlProps<F extends Field = LeafField> {
  readonly field: F;
  readonly path: string;
  /** Id of the element, which the label points to. */
  readonly id: string;
  /** Ids of the hint and the line under the box. */
  readonly describedBy?: string | undefined;
  /** In a cell of a grid: no frame of its own, lower, and named by its column. */
  readonly cell?: boolean;
  readonly label?: string | undefined;
  /** Outside of its own place, as in a card, where what was understood need not be said again. */
  readonly away?: boolean;
  /** A line about what was understood; the place that shows it has a fixed height. */
  readonly onEcho?: ((echo: Echo) => void) | undefined;
}

export interface Echo {
  readonly text: string;
  readonly problem: boolean;
  readonly offers: readonly { readonly label: string; readonly text: string }[];
  /** Tries what is typed in the cell that speaks, without saving it. */
  readonly onTry?: () => void;
}

export const silence: Echo = { text: '', problem: false, offers: [] };

/** A box in a frame. */
export const boxHeight = 'h-9';

const CELL = 'border-transparent bg-transparent! pl-1.5! text-t-2 disabled:text-ink! focus-visible:-outline-offset-2';

/** A box of one line without edges, which fills a cell. */
export const cellLook = `h-9 text-ellipsis ${CELL}`;

/** A box that grows with its text. */
export const growingLook = 'block field-sizing-content min-h-9 resize-none py-1.5 pointer-coarse:py-2.5';
export const growingCellLook = `${growingLook} ${CELL} pr-1.5!`;

/** Words that stand in a cell as a box would hold them. */
export const cellWordsLook =
  'min-h-9 min-w-0 rounded-control border border-transparent px-1.5 py-1.5 pointer-coarse:min-h-11 pointer-coarse:py-2.5';
