import type { ServerResponse } from 'node:http';

/** Headers of every answer, page or not. */
const everywhere = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
} as const;

const oneYearSeconds = 31_536_000;

export function setSecurityHeaders(response: ServerResponse, serverUrl: string): void {
  for (const [name, value] of Object.entries(everywhere)) response.setHeader(name, value);
  if (serverUrl.startsWith('https://')) response.setHeader('strict-transport-security', `max-age=${oneYearSeconds}`);
}

/**
 * What a page may load: its own files and, of scripts, those that carry the nonce and what these load. Nothing inline,
 * nothing from elsewhere. Development needs eval and inline styles for the error overlay of Next.
 */
export function pagePolicy(nonce: string, dev: boolean): string {
  return policy({
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    'style-src': dev ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  });
}

/** Of answers that are not pages; a browser that shows one as a page runs nothing in it. */
export const dataPolicy = policy({ 'default-src': "'none'", 'frame-ancestors': "'none'" });

/** Of images that people added: opened on its own, one is in a place where nothing runs and nothing is of this site. */
export const imagePolicy = policy({ 'default-src': "'none'", 'frame-ancestors': "'none'", sandbox: '' });

/** Of the page that describes the interface: text and one inline style that carries the nonce. */
export function plainPagePolicy(nonce: string): string {
  return policy({
    'default-src': "'none'",
    'style-src': `'nonce-${nonce}'`,
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  });
}

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ');
}
