import type { SvgLook, SvgNode, SvgStroke, SvgTree } from '#lib/domain/charts/svg-tree.ts';
import { element, type Html } from './element.ts';

/** What a part of a picture is for: a text, a shape or a line. */
export type SvgUse = SvgLook | 'reference' | 'line';

type Attributes = Readonly<Record<string, string | number>>;

/** A picture of the domain as SVG; what each part looks like is its document's business. */
export function svg({ width, height, nodes }: SvgTree, look: (use: SvgUse) => Attributes, more: Attributes = {}): Html {
  const frame = { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', ...more };
  return element(
    'svg',
    frame,
    nodes.map((node) => part(node, look)),
  );
}

function part(node: SvgNode, look: (use: SvgUse) => Attributes): Html {
  switch (node.kind) {
    case 'rectangle': {
      const { x, y, width, height, strength } = node;
      const opacity = strength === undefined ? {} : { 'fill-opacity': strength };
      return element('rect', { x, y, width, height, ...opacity, ...look(node.look) });
    }
    case 'text':
      return element('text', { x: node.x, y: node.y, 'text-anchor': node.anchor, ...look(node.look) }, node.text);
    case 'path':
      return element('path', { d: node.path, ...look(lineUse(node.stroke)) });
    case 'dot':
      return element('circle', { cx: node.x, cy: node.y, r: 4, ...look(node.look) });
  }
}

function lineUse(stroke: SvgStroke): SvgUse {
  return stroke === 'axis' || stroke === 'reference' ? stroke : 'line';
}
