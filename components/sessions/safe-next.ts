import { paths } from '#lib/paths.ts';

const BASE = 'http://here.invalid';

/**
 * Where to go after signing in: the page that was asked for, if it is one of ours, else home.
 * An address that leads elsewhere (`//evil.example`, `https:…`, `/\evil.example`) would turn the sign-in page into a
 * springboard for phishing.
 */
export function safeNext(next: string | undefined): string {
  if (next === undefined || !next.startsWith('/')) return paths.home();
  const url = URL.parse(next, BASE);
  // A browser takes what begins with two slashes for another machine, and `/.//evil.example` is that once it was read.
  if (url === null || url.origin !== BASE || url.pathname.startsWith('//')) return paths.home();
  return `${url.pathname}${url.search}${url.hash}`;
}
