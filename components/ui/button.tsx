import { type ComponentProps, type ElementType, useId } from 'react';

import { type ButtonLook, type ButtonSize, buttonLook } from './button-look.ts';
import { classNames } from './class-names.ts';

interface Look {
  readonly look?: ButtonLook;
  readonly size?: ButtonSize;
}

interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled' | 'type'>, Look {
  readonly type?: 'button' | 'submit';
  /**
   * Why the button can't be used now. There is no `disabled` without a reason: the button stays in the tab order,
   * and says the reason on hover, on focus, and to screen readers.
   */
  readonly disabledReason?: string | undefined;
  /** The action is under way: the button keeps its width and can't be pressed twice. */
  readonly pending?: boolean;
}

export function Button({ look, size, disabledReason, pending, className, type = 'button', ...rest }: ButtonProps) {
  const reasonId = useId();
  if (disabledReason === undefined) {
    return (
      <button
        {...rest}
        type={type === 'submit' && !pending ? 'submit' : 'button'}
        onClick={pending ? undefined : rest.onClick}
        aria-busy={pending || undefined}
        className={buttonLook(look, size, className)}
      />
    );
  }
  const { onClick: _unused, ...inert } = rest;
  return (
    <span className="group relative inline-flex">
      <button
        {...inert}
        type="button"
        aria-disabled
        aria-describedby={reasonId}
        className={buttonLook(look, size, className)}
      />
      <span
        id={reasonId}
        role="tooltip"
        className={classNames(
          'pointer-events-none absolute top-full left-0 z-10 mt-1 hidden w-max max-w-64 rounded-control bg-ink px-2 py-1 text-t-1 text-sheet',
          // At the right edge of a narrow screen there is no room beside the button.
          'group-focus-within:block group-hover:block max-sm:fixed max-sm:inset-x-4 max-sm:top-auto max-sm:bottom-16 max-sm:w-auto max-sm:max-w-none',
        )}
      >
        {disabledReason}
      </span>
    </span>
  );
}

type LinkButtonProps<As extends ElementType> = Look & { readonly as?: As } & Omit<ComponentProps<As>, 'as' | 'size'>;

/** A link that looks like a button. `as` takes the link component of a router; without it, it is a plain link. */
export function LinkButton<As extends ElementType = 'a'>({ as, look, size, className, ...rest }: LinkButtonProps<As>) {
  const Link: ElementType = as ?? 'a';
  return <Link {...rest} className={buttonLook(look, size, className)} />;
}
