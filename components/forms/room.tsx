import { classNames } from '#components/ui/class-names.ts';

/** How much still fits; silent until it gets tight. */
export function Room({ length, limit }: { readonly length: number; readonly limit: number }) {
  const left = limit - length;
  if (left > limit / 5 && left > 20) return null;
  return (
    <p className={classNames('text-t-0', left <= 0 ? 'text-error' : 'text-ink-3')}>
      {left <= 0 ? `No more fits: ${limit} characters at most.` : `${left} characters left`}
    </p>
  );
}
