'use client';

import { latePart } from '#components/forms/late.tsx';

/** What a page shows of threads, in one piece: in several it would be shipped more than once. */
export const ThreadPart = latePart(async () => (await import('./thread-part.tsx')).ThreadPart);
