import { businessRules } from './business-rules.ts';
import { framingRules } from './framing-rules.ts';
import type { RuleDefinition } from './rule.ts';

/** Every rule, by family, in the order of the sections they are about. */
export const families: readonly RuleDefinition[] = [...businessRules, ...framingRules];
