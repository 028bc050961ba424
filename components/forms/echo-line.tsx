'use client';

import { classNames } from '#components/ui/class-names.ts';
import { Mark } from '#components/ui/mark.tsx';
import { withText } from './answer-state.ts';
import type { Echo } from './control.ts';
import { useEditing } from './editing.ts';

/** What was understood of a quantity, or why it was not, with readings to choose instead. Always one line high. */
export function EchoLine({ echo, id, path }: { echo: Echo; id: string; path: string }) {
  const editing = useEditing();
  const use = (text: string) => {
    editing.set(path, withText(editing.valueAt(path), text));
    editing.leave();
  };
  return (
    <p
      id={id}
      className={classNames('flex min-h-4.5 items-start gap-1 text-t-1', echo.problem ? 'text-error' : 'text-ink-3')}
    >
      {echo.problem ? <Mark of="error" className="mt-px" /> : null}
      <span>
        {echo.text}
        {echo.offers.map((offer) => (
          <span key={offer.text}>
            {' · '}
            <button
              type="button"
              className="link"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => use(offer.text)}
            >
              {offer.label}
            </button>
          </span>
        ))}
      </span>
    </p>
  );
}
