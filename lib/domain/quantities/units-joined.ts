import { NARROW_SPACE, NO_BREAK_SPACE } from './format-number.ts';

const SIGN = /^(?:[%‰°€£$¥₪₹₩₺]|(?:ms|s|min|h|d|B|kB|MB|GB|TB|PB|KiB|MiB|GiB|TiB|PiB|k|M|bn)(?![\p{L}\d]))/u;

/** A text in which no line breaks between a number and what it counts: a sign stands close to it, a word does not. */
export function withUnitsJoined(text: string): string {
  return text.replaceAll(/(?<=\d)[ \u00a0\u202f]+(?=[^\d\s])/g, (_space, at: number) => {
    const rest = text.slice(at).trimStart();
    return SIGN.test(rest) ? NARROW_SPACE : NO_BREAK_SPACE;
  });
}
