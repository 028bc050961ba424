const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Words of any script and what stands between them; the segmenter never cuts an emoji or an accented letter in two. */
export function words(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
