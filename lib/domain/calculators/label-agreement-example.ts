/** The labels that four observers gave twelve units, a dot where one gave none: Krippendorff's own example (2011). */
const LABELS = {
  A: '1 2 3 3 2 1 4 1 2 . . .',
  B: '1 2 3 3 2 2 4 1 2 5 . .',
  C: '. 3 3 3 2 3 4 2 2 5 1 3',
  D: '1 2 3 3 2 4 4 1 2 5 1 .',
} as const;

export const exampleRatings = Object.entries(LABELS).flatMap(([annotator, labels]) =>
  labels.split(' ').flatMap((label, unit) => (label === '.' ? [] : [{ item: String(unit + 1), annotator, label }])),
);
