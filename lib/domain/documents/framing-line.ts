import type { Worksheet } from '#lib/domain/worksheets/all-sections.ts';
import { predictionSentence } from './passages/framing.ts';
import { plainText } from './runs.ts';
import { said, type Writing } from './writing.ts';

/**
 * What a worksheet is about, in one line, for whoever sees only one question of it: the framing where it makes a
 * sentence, else the line that the project says of itself.
 */
export function framingLine(worksheet: Worksheet): string | undefined {
  const writing: Writing = { worksheet, profile: 'executive', stage: 'framing', derived: [], used: new Set() };
  const line = predictionSentence(writing) ?? said(writing, 'overview.oneLiner');
  return line === undefined ? undefined : plainText(line);
}
