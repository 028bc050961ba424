import type { SaveState } from '#lib/client/kept-ops.ts';

const TROUBLES = {
  'no-answer': 'the server does not answer',
  failing: 'something is wrong at the server',
  busy: 'the server has too much to do',
} as const;

export interface SaveSentence {
  /** Without its full stop, since a countdown may follow. */
  readonly words: string;
  /** Moves every second, so that it is nothing to be read out. */
  readonly countdown: string;
}

/** State, reason, way out. Null while all is well. `durable`: whether what is kept outlives the tab. */
export function saveSentence(state: SaveState, now: number, durable: boolean): SaveSentence | null {
  const kept = durable ? 'kept in this browser' : 'kept in this tab, which has to stay open,';
  switch (state.kind) {
    case 'offline':
      return still(
        state.kept === 0
          ? `You are offline. What you type is ${kept} and sent when the connection is back`
          : `You are offline. ${changes(state.kept)} ${kept} and will be sent when the connection is back`,
      );
    case 'not-saved': {
      const seconds = Math.max(1, Math.ceil((state.retryAt - now) / 1000));
      return {
        words: `Not saved: ${TROUBLES[state.why]}. ${changes(state.kept)} ${kept.replace(/,$/, '')}`,
        countdown: `; trying again in ${seconds}\u202fs`,
      };
    }
    case 'signed-out': {
      const who = state.somebodyElse ? 'Somebody else is signed in here now.' : 'You were signed out.';
      const where = durable ? '' : ' in this tab, which has to stay open';
      return still(`${who} Your changes are kept${where}. Sign in here to send them`);
    }
    case 'saved':
    case 'saving':
      return null;
  }
}

function still(words: string): SaveSentence {
  return { words, countdown: '' };
}

function changes(count: number): string {
  return count === 1 ? '1 change is' : `${count} changes are`;
}
