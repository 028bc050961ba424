import { fieldAtPath } from '#lib/domain/worksheets/paths.ts';
import type { Block } from './document.ts';
import { readMarkdown } from './markdown-source.ts';
import { flattened, plainText } from './runs.ts';

/**
 * The words of a field as they are read and marked, without the marks of Markdown: what passages of threads are kept
 * and found in. Blocks are parted by line ends; the dots before points are the page's and not part of it.
 */
export function readingText(path: string, typed: string): string {
  return fieldAtPath(path)?.kind === 'markdown' ? wordsOf(readMarkdown(typed)).join('\n') : typed;
}

function wordsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flatMap((item) => wordsOf(item.content));
    if (block.kind === 'quote') return wordsOf(block.content);
    if (block.kind === 'table') {
      const rows = [block.columns.map(({ label }) => label), ...block.rows.map(({ cells }) => cells)];
      return rows.map((cells) => cells.map(plainText).join('\t'));
    }
    return block.kind === 'code' ? [block.text] : [plainText(flattened([block]))];
  });
}
