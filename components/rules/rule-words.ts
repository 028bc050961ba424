import type { FindingKind } from '#lib/domain/checks/report.ts';
import { sectionByKey } from '#lib/domain/worksheets/all-sections.ts';
import { fieldAtPath } from '#lib/domain/worksheets/paths.ts';

/** What the letters before a rule's number stand for. */
const FAMILIES: Readonly<Record<string, string>> = {
  BIZ: 'Business',
  FRM: 'Framing',
  MET: 'Metrics',
  OBJ: 'Objectives',
  SRC: 'Data sources',
  FLW: 'Dataflow',
  SMP: 'Sampling',
  LBL: 'Labels',
  IMB: 'Errors and imbalance',
  GEN: 'Generative systems',
  LAT: 'Serving',
  VER: 'Versions',
  OPS: 'Operations',
  RSK: 'Risk',
  XRF: 'Between sections',
  TXT: 'Wording',
};

export function familyOf(rule: string): string {
  const letters = rule.split('-')[0] ?? rule;
  return FAMILIES[letters] ?? letters;
}

export const KIND_SENTENCES: Readonly<Record<FindingKind, string>> = {
  contradiction:
    'Speaks up when answers contradict each other. While one of them is missing it waits, and says for which.',
  gap: 'Speaks up when something needed was not said, once a review of its stage is asked for.',
};

/** "Metrics › Target" for the definition's path `metrics.items.targetValue`; nothing for a section that is not there. */
export function readWords(path: string): string | undefined {
  const [key = '', ...rest] = path.split('.');
  const section = sectionByKey(key)?.title;
  if (section === undefined) return undefined;
  const field = fieldAtPath(rest.reduce(stepInto, key));
  return rest.length === 0 ? section : `${section} › ${field?.label ?? rest.join(' › ')}`;
}

/** A field of a list's items is found at any item; which one makes no difference to its label. */
function stepInto(path: string, key: string): string {
  return fieldAtPath(path)?.kind === 'list' ? `${path}.any.${key}` : `${path}.${key}`;
}
