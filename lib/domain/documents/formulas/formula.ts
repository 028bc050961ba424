/**
 * A formula as a tree, for the page (MathML), for paper (Typst's mathematics) and for Markdown. Renderers build from it;
 * none of them is ever handed what somebody typed as source.
 */
export type Formula =
  | { readonly kind: 'row'; readonly parts: readonly Formula[] }
  | { readonly kind: 'number'; readonly text: string }
  /** A variable in italics, or a name of several letters, set upright. */
  | { readonly kind: 'name'; readonly text: string; readonly upright: boolean }
  | { readonly kind: 'operator'; readonly text: string }
  /** A sum or a function like max. Where the formula stands alone, its scripts are limits above and below. */
  | { readonly kind: 'large'; readonly text: string; readonly limits: boolean }
  | { readonly kind: 'text'; readonly text: string }
  /** In ems. */
  | { readonly kind: 'space'; readonly width: number }
  | { readonly kind: 'fraction'; readonly over: Formula; readonly under: Formula }
  | { readonly kind: 'root'; readonly of: Formula; readonly degree?: Formula }
  | { readonly kind: 'scripts'; readonly base: Formula; readonly sub?: Formula; readonly sup?: Formula }
  | { readonly kind: 'accent'; readonly mark: AccentMark; readonly over: Formula }
  /** Brackets that grow with what they hold; an empty one is none. */
  | { readonly kind: 'fenced'; readonly open: string; readonly close: string; readonly content: Formula }
  /** Rows of cells, all of one length, within brackets that grow with them. */
  | { readonly kind: 'matrix'; readonly form: MatrixForm; readonly rows: readonly (readonly Formula[])[] };

/** By TeX's names: without brackets, with a pair of them, or cases behind a brace, whose cells begin at the left. */
export type MatrixForm = 'matrix' | 'pmatrix' | 'bmatrix' | 'Bmatrix' | 'vmatrix' | 'Vmatrix' | 'cases';

export type AccentMark = 'hat' | 'bar' | 'tilde' | 'vec' | 'dot';

/** What a command of TeX stands for. */
export type Symbol =
  | { readonly kind: 'name'; readonly text: string; readonly upright: boolean }
  | { readonly kind: 'operator'; readonly text: string }
  | { readonly kind: 'large'; readonly text: string; readonly limits: boolean }
  | { readonly kind: 'space'; readonly width: number };
