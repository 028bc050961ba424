/**
 * HTML as it is written. Text and attributes are escaped by whoever makes an element, and nothing else makes one: a
 * string is always text, so that what somebody typed stays text.
 */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Content = Html | string | readonly Content[];

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'meta']);

/** An attribute that is undefined or false is left out; one that is true has no value. */
export function element(name: string, attributes: Attributes = {}, ...content: readonly Content[]): Html {
  let written = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    written += value === true ? ` ${key}` : ` ${key}="${escaped(String(value))}"`;
  }
  return new Html(VOID.has(name) ? `${written}>` : `${written}>${textOf(content)}</${name}>`);
}

export function textOf(content: Content): string {
  if (typeof content === 'string') return escaped(content);
  if (content instanceof Html) return content.text;
  let all = '';
  for (const part of content) all += textOf(part);
  return all;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that no HTML may hold: controls but tab and line end, and two that are none. */
const UNHELD = /[^\P{Control}\t\n]|[\ufffe\uffff]/gu;

/** The five signs that could end a text or an attribute, and what no HTML may hold. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(UNHELD, '\ufffd')
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
