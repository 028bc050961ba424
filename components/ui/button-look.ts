import { classNames } from './class-names.ts';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'regular' | 'compact';

const BASE =
  'touch-target inline-flex items-center justify-center gap-2 rounded-control border font-semibold whitespace-nowrap ' +
  'no-underline transition-colors duration-[120ms] ease-out aria-disabled:border-hairline aria-disabled:bg-transparent ' +
  'aria-disabled:text-ink-3';

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  primary: 'border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover',
  secondary: 'border-edge bg-sheet text-ink hover:border-accent hover:text-accent',
  quiet: 'border-transparent bg-transparent text-accent hover:bg-accent-soft hover:text-accent-hover',
  danger: 'border-error bg-sheet text-error hover:bg-error-soft',
};

const SIZES: Readonly<Record<ButtonSize, string>> = {
  regular: 'h-9 px-4 text-t-2',
  compact: 'h-7.5 px-2 text-t-1',
};

/** The classes of a button, for elements that act as one without being one. */
export function buttonLook(look: ButtonLook = 'secondary', size: ButtonSize = 'regular', className?: string): string {
  return classNames(BASE, LOOKS[look], SIZES[size], className);
}
