import { threadKinds, threadStates, type ThreadKind, type ThreadState } from '#lib/domain/threads/thread.ts';

/** What an address asks for of the list of threads. */
export interface ThreadView {
  readonly state: ThreadState | undefined;
  readonly kind: ThreadKind | undefined;
  /** Key of a section. */
  readonly section: string | undefined;
  readonly mine: boolean;
  readonly unread: boolean;
  readonly blocking: boolean;
}

/** One choice of those that exclude each other in use: whose, unread, blocking. */
export const ONLY = { mine: 'that I take part in', unread: 'with something new', blocking: 'that block' } as const;

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What an address does not say, or says wrongly, is left at its usual. */
export function readThreadView(query: Query, sections: readonly string[]): ThreadView {
  const { state, kind, section, only } = query;
  const asked = (name: keyof typeof ONLY) => query[name] === 'true' || only === name;
  return {
    state: threadStates.find((known) => known === state),
    kind: threadKinds.find((known) => known === kind),
    section: sections.find((known) => known === section),
    mine: asked('mine'),
    unread: asked('unread'),
    blocking: asked('blocking'),
  };
}

export function isNarrowed({ state, kind, section, mine, unread, blocking }: ThreadView): boolean {
  return state !== undefined || kind !== undefined || section !== undefined || mine || unread || blocking;
}
