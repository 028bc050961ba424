'use client';

import { latePart } from '#components/forms/late.tsx';

/** What a page shows of a trial, in one piece: in several it would be shipped more than once. */
export const TrialPart = latePart(async () => (await import('./trial-part.tsx')).TrialPart);
