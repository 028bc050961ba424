'use client';

import { classNames } from '#components/ui/class-names.ts';
import { Mark } from '#components/ui/mark.tsx';
import { withText } from './answer-state.ts';
import type { Echo } from './control.ts';
import { useEditing } from './editing.ts';

/** What was understood of a quantity, or why it was not, with readings to choose instead. Always one line high. */
export function EchoLine({ echo, id, path }: { echo: Echo; id: string; path: string }) {
  const editing = useEditing();
  const take = (text: string) => {
    const tried = editing.trial.shown;
    if (tried?.path === path) {
      tried.type(text);
      return;
    }
    editing.set(path, withText(editing.valueAt(path), text));
    editing.leave();
  };
  const offered = [
    ...echo.offers.map(({ label, text }) => ({ label, onTake: () => take(text) })),
    ...(echo.onTry === undefined ? [] : [{ label: 'Try without saving', onTake: echo.onTry }]),
  ];
  return (
    <p
      id={id}
      className={classNames('flex min-h-4.5 items-start gap-1 text-t-1', echo.problem ? 'text-error' : 'text-ink-3')}
    >
      {echo.problem ? <Mark of="error" className="mt-px" /> : null}
      <span>
        {echo.text}
        {offered.map(({ label, onTake }, index) => (
          <span key={label}>
            {index > 0 || echo.text !== '' ? ' · ' : null}
            <button type="button" className="link" onMouseDown={(event) => event.preventDefault()} onClick={onTake}>
              {label}
            </button>
          </span>
        ))}
      </span>
    </p>
  );
}
