import type { SvgTree } from '#lib/domain/charts/svg-tree.ts';
import { svg, type SvgUse } from '#lib/domain/documents/html/svg.ts';

const INK = { fill: '#1D1B18' };
const SECOND_INK = { fill: '#4F4B44' };
/** The colours of the template. Its fonts set the words. */
const PRINTED: Readonly<Record<SvgUse, Readonly<Record<string, string>>>> = {
  label: INK,
  note: SECOND_INK,
  first: { fill: '#0A6266' },
  second: { fill: '#3B5570' },
  heat: { fill: '#3B5570' },
  frame: { fill: 'none', stroke: '#BDB7A9' },
  line: { fill: 'none', stroke: '#68645A' },
  axis: { fill: 'none', stroke: '#BDB7A9' },
  reference: { fill: 'none', stroke: '#A3211B', 'stroke-dasharray': '4 3' },
};

/** A drawing as SVG that the template reads as an image: with its colours in it, and the name of a font of the template. */
export function printedDrawing(drawing: SvgTree): string {
  const { width, height } = drawing;
  const more = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    'font-family': `'Source Sans 3'`,
    'font-size': 12,
  };
  return svg(drawing, (use) => PRINTED[use], more).text;
}
