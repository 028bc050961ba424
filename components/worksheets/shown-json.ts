import { draftAnswer } from '#components/forms/answer-state.ts';
import { isJsonArray, isJsonObject, type Json } from '#lib/domain/json.ts';

const LONGEST = 200;

/** A draft value in words, for conflicts and the history: what people typed, not how it is stored. */
export function shownJson(value: Json | null): string {
  const answer = draftAnswer(value ?? undefined);
  switch (answer.state) {
    case 'blank':
      return 'nothing';
    case 'unknown':
      return ['Not known yet', answer.who, answer.by].filter(Boolean).join(', ');
    case 'not-applicable':
      return answer.reason === '' ? 'Does not apply' : `Does not apply: ${answer.reason}`;
    case 'unreadable':
      return answer.text;
    case 'answered':
      return shorten(plain(answer.value));
  }
}

function plain(value: Json): string {
  if (value === true) return 'Yes';
  if (value === false) return 'No';
  if (isJsonArray(value)) return value.map(plain).join(', ');
  if (!isJsonObject(value)) return String(value);
  const parts = Object.entries(value).filter(([key]) => key !== 'id');
  return parts.map(([, part]) => shownJson(part)).join(', ') || 'a new item';
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
