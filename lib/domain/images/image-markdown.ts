/**
 * The line that shows an image in a long text. An empty alternative text says that the image is decoration, and that a
 * reader who cannot see it misses nothing.
 */
export function imageMarkdown(name: string, alternative: string): string {
  return `![${escaped(alternative.replace(/\s+/g, ' ').trim())}](image:${name})`;
}

/** Every mark of Markdown in it is a character and nothing else. */
function escaped(words: string): string {
  return words.replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}
