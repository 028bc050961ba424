import { readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, relative } from 'node:path';
import send from 'send';

/** Where pages ask for the scripts and styles of the build. */
const PREFIX = '/_next/static/';

/** The forms in which the build keeps a file, the smaller first. */
const FORMS = [
  { encoding: 'br', suffix: '.br' },
  { encoding: 'gzip', suffix: '.gz' },
] as const;

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

export type AnswerStatic = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Answers for the scripts and styles of the production build with what the build has compressed, which is smaller than
 * what could be compressed for each reader anew, and costs nothing. Their names change with what they say, so that
 * browsers keep them for good.
 * @param folder holds what stands under `/_next/static/`
 * @returns the answer; it is false for all that the build has not compressed, which somebody else has to answer
 */
export function staticFiles(folder: string): AnswerStatic {
  const known = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name))),
  );
  return (request, response) => {
    const path = URL.parse(request.url ?? '', 'http://any')?.pathname ?? '';
    if (!path.startsWith(PREFIX) || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    const file = path.slice(PREFIX.length);
    const type = TYPES[file.slice(file.lastIndexOf('.') + 1)];
    const form = FORMS.find(({ encoding, suffix }) => takes(request, encoding) && known.has(file + suffix));
    if (type === undefined || form === undefined) return false;
    send(request, file + form.suffix, {
      root: folder,
      immutable: true,
      maxAge: '1y',
      acceptRanges: false,
      index: false,
    })
      .on('headers', (headers: ServerResponse) => {
        headers.setHeader('content-type', type);
        headers.setHeader('content-encoding', form.encoding);
        headers.setHeader('vary', 'accept-encoding');
      })
      .pipe(response);
    return true;
  };
}

function takes({ headers }: IncomingMessage, encoding: string): boolean {
  const offers = (headers['accept-encoding'] ?? '').split(',');
  return offers.some((offer) => {
    const [name = '', ...parameters] = offer.split(';').map((part) => part.trim());
    return name.toLowerCase() === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
