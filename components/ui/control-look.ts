import { classNames } from './class-names.ts';

const CONTROL =
  'touch-target w-full rounded-control border border-edge bg-sheet px-2 text-t-2 text-ink hover:border-ink-2 ' +
  'focus-visible:border-accent aria-invalid:border-error [&[readonly]]:bg-sunken disabled:bg-sunken disabled:text-ink-3';

/** The classes of a text box and what resembles one. */
export function controlLook(...more: (string | false | undefined)[]): string {
  return classNames(CONTROL, ...more);
}
