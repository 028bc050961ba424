interface Given {
  readonly types: readonly string[];
  readonly files: ArrayLike<File>;
}

/**
 * The images in what was pasted or dropped. A table copied from a spreadsheet or a text from a word processor brings a
 * picture of itself along: whoever pastes that wants the text.
 */
export function givenImages({ types, files }: Given): File[] {
  return types.includes('text/plain') ? [] : Array.from(files).filter((file) => file.type.startsWith('image/'));
}
