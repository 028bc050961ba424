import type { SectionGuidance } from './field-guidance.ts';
import { servingAnswersGuidance } from './serving-answers.ts';
import { servingGenerationGuidance } from './serving-generation.ts';
import { servingLoadGuidance } from './serving-load.ts';
import { servingSpeedGuidance } from './serving-speed.ts';

export const servingGuidance: SectionGuidance = {
  ...servingSpeedGuidance,
  ...servingLoadGuidance,
  ...servingGenerationGuidance,
  ...servingAnswersGuidance,
};
