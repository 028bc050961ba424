/** A text with a line put in where the cursor stands, as a paragraph of its own; and where the cursor stands then. */
export function withParagraph(text: string, cursor: number, line: string): { text: string; cursor: number } {
  const before = text.slice(0, cursor).replace(/\s+$/, '');
  const after = text.slice(cursor).replace(/^\s+/, '');
  const upToLine = before === '' ? line : `${before}\n\n${line}`;
  return { text: `${upToLine}\n\n${after}`, cursor: upToLine.length + 2 };
}
