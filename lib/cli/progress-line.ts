import { type OnProgress, progressInWords } from '#lib/domain/calculators/progress.ts';

/** Standard error, as far as it matters here. */
interface Terminal {
  /** Undefined for a file and a pipe, which get no progress. */
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface ProgressLine {
  readonly show: OnProgress;
  /** To be called before anything else is written. */
  readonly clear: () => void;
}

const FROM_MS = 500;
const EVERY_MS = 100;
const EMPTY_LINE = '\r\u001b[K';

/**
 * One line of a terminal that says how far something has come, once that takes a while. Ctrl-C needs no more than what
 * it does anyway: it ends the process at once, and nothing is written before all is computed.
 */
export function progressLine(terminal: Terminal, now: () => number): ProgressLine {
  let next = now() + FROM_MS;
  let isShown = false;
  return {
    show(progress) {
      if (terminal.isTTY !== true || now() < next) return;
      next = now() + EVERY_MS;
      isShown = true;
      terminal.write(EMPTY_LINE + progressInWords(progress));
    },
    clear() {
      if (isShown) terminal.write(EMPTY_LINE);
      isShown = false;
    },
  };
}
