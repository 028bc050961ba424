import type { SectionGuidance } from './field-guidance.ts';
import { samplingCasesGuidance } from './sampling-cases.ts';
import { samplingSplitGuidance } from './sampling-split.ts';

export const samplingGuidance: SectionGuidance = { ...samplingCasesGuidance, ...samplingSplitGuidance };
