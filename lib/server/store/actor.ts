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
