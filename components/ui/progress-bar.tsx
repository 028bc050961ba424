interface ProgressBarProps {
  /** Names it to screen readers; the words that change stand beside it. */
  readonly label: string;
  readonly done: number;
  /** Null where nobody knows. */
  readonly of: number | null;
}

/** How much is done of what takes a while: the browser's own element in our colours. */
export function ProgressBar({ label, done, of }: ProgressBarProps) {
  return (
    <progress
      aria-label={label}
      max={of ?? undefined}
      value={of === null ? undefined : done}
      className="h-1 w-full appearance-none rounded-control bg-sunken forced-colors:appearance-auto [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:rounded-control [&::-webkit-progress-bar]:bg-hairline [&::-webkit-progress-value]:rounded-control [&::-webkit-progress-value]:bg-accent"
    />
  );
}
