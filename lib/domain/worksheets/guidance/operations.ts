import type { SectionGuidance } from './field-guidance.ts';
import { operationsExperimentGuidance } from './operations-experiment.ts';
import { operationsRunningGuidance } from './operations-running.ts';

export const operationsGuidance: SectionGuidance = { ...operationsExperimentGuidance, ...operationsRunningGuidance };
