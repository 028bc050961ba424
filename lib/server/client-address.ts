import type { IncomingMessage } from 'node:http';

/** The door writes the address of the other side here, over whatever a client may have sent under this name. */
export const clientAddressHeader = 'x-plumbline-client-address';

/** Who is at the other end. Forwarded addresses count only behind a proxy that overwrites the header. */
export function clientAddress(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? request.headers['x-forwarded-for'] : undefined;
  const last = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded)?.split(',').at(-1)?.trim();
  return last || (request.socket.remoteAddress ?? '');
}
