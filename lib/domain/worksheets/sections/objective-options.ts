export const scoreScales = {
  probability: 'Probability',
  zscore: 'Standard score',
  rank: 'Rank',
  raw: 'Raw output of the model',
} as const;
