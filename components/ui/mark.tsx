import { classNames } from './class-names.ts';

/** Severities and what may stand in their place. Each is a shape first; colour only repeats it. */
export type MarkKind = 'error' | 'warning' | 'info' | 'waiting' | 'waived' | 'here';

const COLOURS: Readonly<Record<MarkKind, string>> = {
  error: 'text-error',
  warning: 'text-warning-mark',
  info: 'text-info',
  waiting: 'text-ink-3',
  waived: 'text-ink-3',
  here: 'text-accent',
};

const WORDS: Readonly<Record<MarkKind, string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Info',
  waiting: 'Waiting',
  waived: 'Accepted',
  here: 'You are here',
};

function shape(of: MarkKind) {
  switch (of) {
    case 'error':
      return <path d="M5 1.5h6L14.5 5v6L11 14.5H5L1.5 11V5z" fill="currentColor" />;
    case 'warning':
      return <path d="M8 1.5 15 14.5H1z" fill="currentColor" />;
    case 'info':
      return <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />;
    case 'waiting':
      return (
        <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="2.6 1.72" />
      );
    case 'waived':
      return (
        <>
          <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />
          <path d="M3.5 8h9" stroke="currentColor" strokeWidth="2" />
        </>
      );
    case 'here':
      return <path d="m8 1.5 6.5 6.5L8 14.5 1.5 8z" fill="currentColor" />;
  }
}

interface MarkProps {
  readonly of: MarkKind;
  /** Says the severity aloud; leave out where the word stands beside the shape. */
  readonly named?: boolean;
  readonly className?: string;
}

export function Mark({ of, named = false, className }: MarkProps) {
  const name = named ? { role: 'img', 'aria-label': WORDS[of] } : { 'aria-hidden': true };
  return (
    <svg {...name} viewBox="0 0 16 16" className={classNames('size-4 shrink-0', COLOURS[of], className)}>
      {shape(of)}
    </svg>
  );
}

/** The shape with its word: "▲ Warning". */
export function Severity({ of, className }: Omit<MarkProps, 'named'>) {
  return (
    <span className={classNames('inline-flex items-center gap-1 whitespace-nowrap', className)}>
      <Mark of={of} />
      {WORDS[of]}
    </span>
  );
}
