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

/** A box in a frame, and the lower one without edges that fills a cell. */
export const boxHeight = 'h-9';
export const cellLook =
  'h-7.5 border-transparent bg-transparent! px-1.5 text-t-2 disabled:text-ink! disabled:[&+svg]:hidden focus-visible:-outline-offset-2';

/** The list's arrow takes less room in a cell. */
export const cellSelectLook = `${cellLook} pr-5! [&+svg]:right-0.5`;
