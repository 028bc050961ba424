import { classNames } from '#components/ui/class-names.ts';

const MARKS = {
  guess: { sign: '≈', word: 'a guess' },
  measured: { sign: '●', word: 'measured' },
  derived: { sign: 'ƒ', word: 'derived' },
} as const;

/** How a number is known, in a slot of its own 16 px, so that digits align. Stated is the plain case without a mark. */
export function BasisMark({ of, className }: { of: keyof typeof MARKS | 'stated'; className?: string }) {
  const mark = of === 'stated' ? null : MARKS[of];
  return (
    <span className={classNames('inline-block w-4 text-center text-t-0 text-ink-2', className)}>
      {mark === null ? null : (
        <>
          <span aria-hidden>{mark.sign}</span>
          <span className="sr-only">({mark.word})</span>
        </>
      )}
    </span>
  );
}
