'use client';

import type { ShownTrial } from '#lib/client/shown-trial.ts';
import { usePanel } from './panel-state.ts';
import { shownJson } from './shown-json.ts';
import { TrialActions } from './trial-actions.tsx';
import { effectWords } from './trial-words.ts';
import { useWorksheet } from './worksheet-context.ts';

/** Under the box in which a value is tried: that it is not saved, what stands, what would change, and how to end it. */
export function TrialRow({ trial }: { readonly trial: ShownTrial }) {
  const { store, current } = useWorksheet();
  const panel = usePanel();
  const { path } = trial;
  const show = () => {
    current.follow(path);
    panel.show('field');
  };
  return (
    <div className="my-1 flex flex-wrap items-center gap-x-4 gap-y-1 border-l-2 border-dashed border-ink-2 pl-3 text-t-1">
      <p id={`${path}.trial`}>
        <span className="font-semibold">Trying – not saved.</span>{' '}
        <span className="text-ink-2">Saved: {shownJson(store.valueAt(path) ?? null)}.</span>
      </p>
      <TrialActions trial={trial} keys />
      <p className="w-full text-ink-2">
        {effectWords(trial)}{' '}
        <button type="button" className="link lg:hidden" onClick={show}>
          Show
        </button>
      </p>
    </div>
  );
}
