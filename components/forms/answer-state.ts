import { isJsonObject, type Json } from '#lib/domain/json.ts';

/** How a field stands in the draft, told from the plain JSON that is stored for it. */
export type DraftAnswer =
  | { readonly state: 'blank' }
  | { readonly state: 'answered'; readonly value: Json; readonly evidence?: string }
  | { readonly state: 'unknown'; readonly who: string; readonly by: string }
  | { readonly state: 'not-applicable'; readonly reason: string }
  | { readonly state: 'unreadable'; readonly text: string };

export function draftAnswer(value: Json | undefined): DraftAnswer {
  if (value === undefined || value === null || value === '') return { state: 'blank' };
  if (!isJsonObject(value)) return { state: 'answered', value };
  if (typeof value['unreadable'] === 'string') return { state: 'unreadable', text: value['unreadable'] };
  if (typeof value['notApplicable'] === 'string') return { state: 'not-applicable', reason: value['notApplicable'] };
  const { unknown, evidence } = value;
  if (isJsonObject(unknown)) return { state: 'unknown', who: asText(unknown['who']), by: asText(unknown['by']) };
  if (typeof evidence === 'string') return { state: 'answered', value: value['value'] ?? '', evidence };
  return { state: 'answered', value };
}

/** The text that a box shows for a value: what was typed, or nothing where the field was answered otherwise. */
export function boxText(value: Json | undefined): string {
  const answer = draftAnswer(value);
  if (answer.state === 'unreadable') return answer.text;
  return answer.state === 'answered' ? asText(answer.value) : '';
}

export type TypedMark = 'guess' | 'stated' | 'measured';

/** How a typed quantity is known: a tilde makes a guess, evidence a measurement. */
export function typedMark(value: Json | undefined): TypedMark {
  const answer = draftAnswer(value);
  if (answer.state !== 'answered') return 'stated';
  if (answer.evidence !== undefined) return 'measured';
  return /^\s*[~≈]/.test(asText(answer.value)) ? 'guess' : 'stated';
}

/** The value with a new text, keeping its evidence. */
export function withText(current: Json | undefined, text: string): Json | null {
  if (text.trim() === '') return null;
  const answer = draftAnswer(current);
  return answer.state === 'answered' && answer.evidence !== undefined
    ? { value: text, evidence: answer.evidence }
    : text;
}

function asText(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
