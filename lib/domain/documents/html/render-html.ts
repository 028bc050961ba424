import type { DesignDocument, DocumentSection } from '#lib/domain/documents/document.ts';
import { noImages, type Images } from '#lib/domain/images/image.ts';
import { element, Html, textOf, type Content } from './element.ts';
import { blocks } from './html-blocks.ts';
import { htmlStyle } from './html-style.ts';

/** Nothing is loaded and nothing runs: images lie in the file, and there is no script. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * The document as one HTML file that needs nothing else: to be mailed, kept beside code, and opened without a network.
 * Same document, same bytes.
 */
export function renderHtml(document: DesignDocument, images: Images = noImages): string {
  const { title, state, sections, front, contentHash, language } = document;
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    element('title', {}, `${title} – ${state}`),
    new Html(`<style>${htmlStyle}</style>`),
  );
  const body = element(
    'body',
    {},
    element('header', {}, element('h1', {}, title), element('p', { class: 'state' }, state), blocks(front, images)),
    contents(sections),
    element(
      'main',
      {},
      sections.map((section) => chapter(section, images)),
    ),
    element('footer', {}, 'Content ', element('code', {}, contentHash)),
  );
  return `<!doctype html>\n${textOf(element('html', { lang: language }, head, '\n', body))}\n`;
}

function contents(sections: readonly DocumentSection[]): Content {
  if (sections.length === 0) return '';
  const entries = sections.map(({ key, number, title }) =>
    element('li', {}, numbered(number), element('a', { href: `#${key}` }, title)),
  );
  return element('nav', { 'aria-label': 'Contents' }, element('ol', {}, entries));
}

function chapter({ key, number, title, blocks: content }: DocumentSection, images: Images): Content {
  const heading = element('h2', { id: key }, number === undefined ? '' : numbered(number), title);
  return ['\n', element('section', { 'aria-labelledby': key }, heading, blocks(content, images))];
}

function numbered(number: number | undefined): Html {
  return element('span', { class: 'number' }, number === undefined ? '' : `${number} `);
}
