/** What a part of a picture is for; the page gives each its colours, so that a picture names none. */
export type SvgLook = 'label' | 'note' | 'axis' | 'heat' | 'frame' | 'first' | 'second';

/** What a line is for: an axis, something to compare with, or one of two series. */
export type SvgStroke = 'axis' | 'reference' | 'first' | 'second';

type Anchor = 'start' | 'middle' | 'end';

/** A part of a picture, in units of its view box. */
export type SvgNode =
  | {
      readonly kind: 'rectangle';
      readonly look: SvgLook;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** From 0, clear, to 1. */
      readonly strength?: number;
    }
  | {
      readonly kind: 'text';
      readonly look: SvgLook;
      readonly x: number;
      /** Of the baseline. */
      readonly y: number;
      readonly anchor: Anchor;
      readonly text: string;
    }
  | {
      readonly kind: 'path';
      readonly stroke: SvgStroke;
      /** The `d` of an SVG path. */
      readonly path: string;
    }
  | {
      /** The dot of a value on a line. */
      readonly kind: 'dot';
      readonly look: SvgLook;
      readonly x: number;
      readonly y: number;
    };

/** A picture as numbers and words: the page, an export and a test draw or read the same. */
export interface SvgTree {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly SvgNode[];
}

/** Of every picture: the measure of the sheet in pixels. */
export const WIDTH = 680;

/** A name in a picture. */
export function labelAt(x: number, y: number, anchor: Anchor, text: string): SvgNode {
  return { kind: 'text', look: 'label', x, y, anchor, text };
}

/** A number or a remark beside what it is about. */
export function noteAt(x: number, y: number, anchor: Anchor, text: string): SvgNode {
  return { kind: 'text', look: 'note', x, y, anchor, text };
}

/** A text of at most so many letters: of a longer one the beginning. */
export function shortened(text: string, most: number): string {
  const letters = Array.from(text);
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}

/** A tenth of a unit is finer than a screen shows. */
export function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}
