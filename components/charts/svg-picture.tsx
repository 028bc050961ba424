import type { SvgLook, SvgNode, SvgStroke, SvgTree } from '#lib/domain/charts/svg-tree.ts';

const LOOKS: Readonly<Record<SvgLook, string>> = {
  label: 'fill-ink',
  note: 'fill-ink-2',
  axis: 'fill-edge',
  heat: 'fill-series-1',
  frame: 'fill-none stroke-hairline',
  first: 'fill-series-1',
  second: 'fill-series-2',
};

const STROKES: Readonly<Record<SvgStroke, string>> = {
  axis: 'fill-none stroke-edge',
  reference: 'fill-none stroke-ink-3',
  first: 'fill-none stroke-series-1',
  second: 'fill-none stroke-series-2',
};

/** Draws what the domain has laid out: from 640 px on, and not for screen readers, which get its table. */
export function SvgPicture({ tree }: { tree: SvgTree }) {
  return (
    <svg viewBox={`0 0 ${tree.width} ${tree.height}`} aria-hidden className="w-full font-sans text-t-0 max-sm:hidden">
      {tree.nodes.map((node, index) => (
        <Part key={index} node={node} />
      ))}
    </svg>
  );
}

function Part({ node }: { node: SvgNode }) {
  switch (node.kind) {
    case 'rectangle': {
      const { x, y, width, height, strength } = node;
      return <rect {...{ x, y, width, height }} fillOpacity={strength} className={LOOKS[node.look]} />;
    }
    case 'text':
      return (
        <text x={node.x} y={node.y} textAnchor={node.anchor} className={LOOKS[node.look]}>
          {node.text}
        </text>
      );
    case 'path': {
      const isSeries = node.stroke === 'first' || node.stroke === 'second';
      return (
        <path
          d={node.path}
          className={STROKES[node.stroke]}
          strokeWidth={isSeries ? 2 : 1}
          strokeDasharray={node.stroke === 'reference' ? '4 3' : undefined}
          strokeLinejoin="round"
        />
      );
    }
    case 'dot':
      return <circle cx={node.x} cy={node.y} r="4" className={`${LOOKS[node.look]} stroke-page`} strokeWidth="2" />;
  }
}
