import { quotedAt, rangeOf, type Quoted } from '#lib/domain/threads/quoted.ts';

interface Written {
  readonly text: string;
  /** Text nodes in their order, with where each begins in the text. */
  readonly nodes: readonly { readonly node: Text; readonly start: number }[];
}

/** What stands in an element; of a row with its question, only the answer. */
function writtenIn(element: Element): Written {
  const root = element.querySelector(':scope > dd') ?? element;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  return { text, nodes };
}

/** The passage of a field on the page, wherever the page tells the field; null where it does not show these words. */
export function rangeOnPage(path: string, quoted: Quoted): Range | null {
  for (const element of document.querySelectorAll(`#main [data-field="${CSS.escape(path)}"]`)) {
    const written = writtenIn(element);
    const found = rangeOf(written.text, quoted);
    const start = found && pointAt(written, found.start);
    const end = found && pointAt(written, found.end - 1);
    if (start === undefined || end === undefined) continue;
    const range = document.createRange();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset + 1);
    return range;
  }
  return null;
}

function pointAt({ nodes }: Written, place: number): { node: Text; offset: number } | undefined {
  const found = nodes.findLast(({ start, node }) => start <= place && node.data.length > 0);
  return found && { node: found.node, offset: place - found.start };
}

/** What is marked in one field, by its words; null where nothing is, or more than one field. */
export function markedPassage(selection: Selection | null): { readonly path: string; readonly passage: Quoted } | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const { commonAncestorContainer: around } = range;
  const element = (around instanceof Element ? around : around.parentElement)?.closest<HTMLElement>(
    '#main [data-field]',
  );
  const path = element?.dataset['field'];
  if (element === null || element === undefined || path === undefined) return null;
  const { text, nodes } = writtenIn(element);
  const inside = nodes.filter(({ node }) => range.intersectsNode(node));
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return null;
  const start = first.start + (first.node === range.startContainer ? range.startOffset : 0);
  const end = last.node === range.endContainer ? last.start + range.endOffset : last.start + last.node.data.length;
  const passage = quotedAt(text, { start, end });
  return passage === undefined ? null : { path, passage };
}
