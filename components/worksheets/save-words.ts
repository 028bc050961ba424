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

/** The sentence that goes with it: state, reason, way out. Null while all is well. */
export function saveSentence(state: SaveState, now: number): string | null {
  switch (state.kind) {
    case 'offline':
      return state.kept === 0
        ? 'You are offline. What you type is kept in this browser and sent when the connection is back.'
        : `You are offline. ${changes(state.kept)} kept in this browser and will be sent when the connection is back.`;
    case 'not-saved': {
      const seconds = Math.max(1, Math.ceil((state.retryAt - now) / 1000));
      return `Not saved: the server does not answer. ${changes(state.kept)} kept in this browser; trying again in ${seconds}\u202fs.`;
    }
    case 'signed-out':
      return 'You were signed out. Your changes are kept. Sign in here to send them.';
    case 'saved':
    case 'saving':
      return null;
  }
}

function changes(count: number): string {
  return count === 1 ? '1 change is' : `${count} changes are`;
}
