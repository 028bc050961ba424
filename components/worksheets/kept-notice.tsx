'use client';

import { latePart } from '#components/forms/late.tsx';

/** Edits that this browser keeps, on pages of no project: after the page, since few have any. */
export const KeptNotice = latePart(async () => (await import('./kept-elsewhere.tsx')).KeptElsewhere);
