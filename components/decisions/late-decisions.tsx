'use client';

import { latePart } from '#components/forms/late.tsx';

export const FieldDecisions = latePart(async () => (await import('./field-decisions.tsx')).FieldDecisions);
