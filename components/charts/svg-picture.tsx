import type { SvgLook, SvgNode, SvgTree } from '#lib/domain/charts/svg-tree.ts';

const LOOKS: Readonly<Record<SvgLook, string>> = {
  label: 'fill-ink',
  note: 'fill-ink-2',
  axis: 'fill-edge',
  heat: 'fill-series-1',
  frame: 'fill-none stroke-hairline',
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
  if (node.kind === 'rectangle') {
    const { x, y, width, height, strength } = node;
    return <rect {...{ x, y, width, height }} fillOpacity={strength} className={LOOKS[node.look]} />;
  }
  return (
    <text x={node.x} y={node.y} textAnchor={node.anchor} className={LOOKS[node.look]}>
      {node.text}
    </text>
  );
}
