/** Who is asking: a person, through a browser session or one of their tokens. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly via: Via;
}

export type Via =
  | { readonly kind: 'session'; readonly sessionId: string }
  | { readonly kind: 'token'; readonly tokenId: string; readonly scope: 'read' | 'write' };

/** Somebody who holds the id of a session. Whether the session still holds is asked together with the first right. */
export interface SessionClaim {
  readonly sessionId: string;
}

/** Who comes to the guard: a known person, somebody with a claim, or nobody. */
export type Caller = Actor | SessionClaim | null;

export function isClaim(caller: Actor | SessionClaim): caller is SessionClaim {
  return 'sessionId' in caller;
}
