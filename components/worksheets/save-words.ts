import type { SaveState } from '#lib/client/kept-ops.ts';
import type { SaveKind } from '#components/ui/save-state.tsx';
import { shownTime, type DateStyle } from '#lib/format/dates.ts';

/** The few words beside the title. */
export function saveWords(state: SaveState, dates: DateStyle): { readonly kind: SaveKind; readonly words: string } {
  switch (state.kind) {
    case 'saved':
      return { kind: 'saved', words: state.at === null ? 'Saved' : `Saved ${shownTime(state.at, dates)}` };
    case 'saving':
      return { kind: 'saving', words: 'Saving' };
    case 'offline':
      return { kind: 'offline', words: `Offline, ${state.kept} kept` };
    case 'not-saved':
      return { kind: 'failed', words: 'Not saved' };
    case 'signed-out':
      return { kind: 'signed-out', words: 'Signed out' };
  }
}
