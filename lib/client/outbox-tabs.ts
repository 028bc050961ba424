import type { SaveState } from './kept-ops.ts';
import type { Answered, Hint, Outbox } from './outbox.ts';

/** What the tabs of one person tell each other about what they keep. */
type Word =
  | { readonly kind: 'answered'; readonly answer: Answered }
  /** Told by the tab that sends; the others could not know. */
  | { readonly kind: 'trouble'; readonly state: SaveState }
  | { readonly kind: Hint };

export interface OutboxTabs {
  tell(hint: Hint): void;
  close(): void;
}

/** Keeps the outboxes of one person's tabs in step: one of them sends, all of them say what became of it. */
export function shareWithTabs(user: string, outbox: Outbox): OutboxTabs {
  const channel = new BroadcastChannel(`plumbline-outbox:${user}`);
  const tell = (word: Word) => channel.postMessage(word);
  let hearing = false;
  let told: SaveState | null = null;

  channel.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    if (data.kind === 'answered') {
      hearing = true;
      outbox.hear(data.answer);
      hearing = false;
    } else if (data.kind === 'trouble') outbox.hearOf(data.state);
    else if (data.kind === 'list-changed') void outbox.refresh();
    else if (outbox.sends) outbox.flush();
  });
  const stops = [
    outbox.onAnswer((answer) => {
      if (!hearing) tell({ kind: 'answered', answer });
    }),
    outbox.onChange(() => {
      const { state, sends } = outbox;
      if (!sends || state === told || state.kind === 'saved' || state.kind === 'saving') return;
      told = state;
      tell({ kind: 'trouble', state });
    }),
  ];
  return {
    tell: (kind) => tell({ kind }),
    close() {
      for (const stop of stops) stop();
      channel.close();
    },
  };
}
