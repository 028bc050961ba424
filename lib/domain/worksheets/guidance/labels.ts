import type { SectionGuidance } from './field-guidance.ts';
import { labelAgreementGuidance } from './label-agreement.ts';
import { labelOriginGuidance } from './label-origin.ts';

export const labelsGuidance: SectionGuidance = { ...labelOriginGuidance, ...labelAgreementGuidance };
