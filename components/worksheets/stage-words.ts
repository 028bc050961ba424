import { stageNames, type Stage } from '#lib/domain/worksheets/definition.ts';

/** The question that each stage of review settles. */
export const STAGE_QUESTIONS: Readonly<Record<Stage, string>> = {
  framing: 'Framing: should we, and what exactly?',
  design: 'Design: can it be built and measured?',
  launch: 'Launch: may it run?',
};

/** Once no gap is left. A question that is not known yet is open, and not missing. */
export function nothingMissing(stage: Stage): string {
  return `Nothing is missing for ${stageNames[stage]}`;
}

/** 'Needed for the framing review', or nothing for what may stay blank. */
export function neededWords(needed: boolean, stage: Stage): string | null {
  return needed ? `Needed for the ${stage} review` : null;
}
