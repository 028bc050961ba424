import type { Options } from 'mdast-util-from-markdown';
import { LONGEST_FORMULA } from './read-formula.ts';

type Syntax = NonNullable<Options['extensions']>[number];
type Step = (code: number | null) => Step | undefined;

const DOLLAR = 36;
const BACKSLASH = 92;
const isDigit = (code: number | null) => code !== null && code >= 48 && code <= 57;
/** Line ends and tabs have negative codes. */
const isLineEnd = (code: number | null) => code !== null && code <= -3;
const isSpace = (code: number | null) => code === null || code < 0 || code === 32;

/**
 * Text between dollar signs, one or two, as a code span: nothing in it is a mark of Markdown. Pandoc's rule tells money
 * from formulas: no space after the first sign nor before the last, and no digit after the last. The tree calls it inline
 * code; the source at its place begins with a dollar sign.
 */
export const formulaSyntax: Syntax = {
  text: {
    [DOLLAR]: {
      name: 'formula',
      tokenize(effects, ok, nok) {
        let size = 0;
        let length = 0;
        let last: number | null = null;

        const open: Step = (code) => {
          if (code === DOLLAR && size < 2) {
            effects.consume(code);
            size += 1;
            return open;
          }
          effects.exit('codeTextSequence');
          return code === DOLLAR || (size === 1 && isSpace(code)) ? nok(code) : between(code);
        };
        const between: Step = (code) => {
          if (code === null || length > LONGEST_FORMULA) return nok(code);
          if (code === DOLLAR) return length === 0 || (size === 1 && isSpace(last)) ? nok(code) : beforeEnd(code);
          if (isLineEnd(code)) {
            effects.enter('lineEnding');
            step(code);
            effects.exit('lineEnding');
            return between;
          }
          effects.enter('codeTextData');
          return data(code);
        };
        const data: Step = (code) => {
          if (code === null || code === DOLLAR || isLineEnd(code) || length > LONGEST_FORMULA) {
            effects.exit('codeTextData');
            return between(code);
          }
          step(code);
          return code === BACKSLASH ? escaped : data;
        };
        /** What stands after a backslash is not the end, a dollar sign neither. */
        const escaped: Step = (code) => {
          if (code === null || isLineEnd(code)) return data(code);
          step(code);
          return data;
        };
        const beforeEnd: Step = (code) => {
          effects.enter('codeTextSequence');
          return close(code, size);
        };
        const close = (code: number | null, missing: number): Step | undefined => {
          if (missing > 0) {
            if (code !== DOLLAR) return nok(code);
            effects.consume(code);
            return (next) => close(next, missing - 1);
          }
          effects.exit('codeTextSequence');
          effects.exit('codeText');
          return code === DOLLAR || (size === 1 && isDigit(code)) ? nok(code) : ok(code);
        };
        function step(code: number): void {
          effects.consume(code);
          length += 1;
          last = code;
        }

        return (code) => {
          effects.enter('codeText');
          effects.enter('codeTextSequence');
          return open(code);
        };
      },
    },
  },
};
