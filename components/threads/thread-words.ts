/** Who is not told although the text calls them; '' where everybody is. */
export function untoldWords({
  unclear,
  nobody,
}: {
  readonly unclear: readonly string[];
  readonly nobody: readonly string[];
}) {
  const sentences = [
    ...nobody.map((name) => `Nobody here is called ‘${name}’, so nobody was told.`),
    ...unclear.map((name) => `Several people are called ‘${name}’; none of them was told.`),
  ];
  return sentences.join(' ');
}

export function countWords(count: number): string {
  return count === 1 ? '1 comment' : `${count} comments`;
}
