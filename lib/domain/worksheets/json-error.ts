const space = /[ \t\n\r]*/y;
/** In pieces: an expression for a whole string exhausts the stack of the engine over some megabytes. */
const pieceOfString = /[ !#-[\]-\uffff]{1,1000}|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'end';

/**
 * Where a text stops being JSON (RFC 8259), as an offset, and what was expected there; null for valid JSON. The
 * engine's own message names the place only sometimes, and each engine in other words.
 */
export function jsonError(text: string): { offset: number; expected: string } | null {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return false;
    at += found[0].length;
    return true;
  };
  const takeSign = (sign: string): boolean => {
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  };
  const takeString = (): boolean => {
    const start = at;
    if (!takeSign('"')) return false;
    while (take(pieceOfString));
    if (takeSign('"')) return true;
    at = start;
    return false;
  };
  const closed = (): Expected => (open.length === 0 ? 'end' : ', or end');

  for (;;) {
    take(space);
    if (expected === 'end') return at === text.length ? null : { offset: at, expected: 'the end' };
    const next = step();
    if (next === null) return { offset: at, expected: inWords(expected) };
    expected = next;
  }

  function step(): Expected | null {
    if (expected === ':') return takeSign(':') ? 'value' : null;
    if (expected === ', or end') return afterMember();
    if (expected === 'key' || expected === 'key or }') {
      if (expected === 'key or }' && takeSign('}')) return close();
      return takeString() ? ':' : null;
    }
    if (expected === 'value or ]' && takeSign(']')) return close();
    if (takeSign('{')) return opened('{', 'key or }');
    if (takeSign('[')) return opened('[', 'value or ]');
    return takeString() || take(scalar) ? closed() : null;
  }

  function opened(sign: string, next: Expected): Expected {
    open.push(sign);
    return next;
  }

  function close(): Expected {
    open.pop();
    return closed();
  }

  function afterMember(): Expected | null {
    const inObject = open.at(-1) === '{';
    if (takeSign(',')) return inObject ? 'key' : 'value';
    return takeSign(inObject ? '}' : ']') ? close() : null;
  }

  function inWords(wanted: Expected): string {
    if (wanted === ', or end') return open.at(-1) === '{' ? 'a comma or }' : 'a comma or ]';
    return wanted === ':' ? 'a colon' : `a ${wanted}`;
  }
}
