import { dataAccessGuidance } from './data-access.ts';
import { dataFeatureGuidance } from './data-features.ts';
import { dataProvenanceGuidance } from './data-provenance.ts';
import type { SectionGuidance } from './field-guidance.ts';

export const dataGuidance: SectionGuidance = {
  ...dataAccessGuidance,
  ...dataProvenanceGuidance,
  ...dataFeatureGuidance,
};
