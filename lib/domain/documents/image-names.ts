import type { Block, DesignDocument } from './document.ts';

/** The images that a document shows, in the order of reading, each once. */
export function imageNames(document: DesignDocument): readonly string[] {
  const blocks = [...document.front, ...document.sections.flatMap((section) => section.blocks)];
  return [...new Set(blocks.flatMap(namesIn))];
}

function namesIn(block: Block): string[] {
  switch (block.kind) {
    case 'image':
      return [block.name];
    case 'definitions':
      return block.rows.flatMap((row) => row.content.flatMap(namesIn));
    case 'list':
      return block.items.flatMap((item) => item.content.flatMap(namesIn));
    case 'quote':
    case 'callout':
      return block.content.flatMap(namesIn);
    case 'heading':
    case 'paragraph':
    case 'table':
    case 'code':
    case 'figure':
    case 'formula':
    case 'note':
    case 'divider':
      return [];
  }
}
