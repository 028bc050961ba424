import type { SectionGuidance } from './field-guidance.ts';
import { framingDecisionGuidance } from './framing-decision.ts';
import { framingTruthGuidance } from './framing-truth.ts';

export const framingGuidance: SectionGuidance = { ...framingDecisionGuidance, ...framingTruthGuidance };
