const NUMBER = /[-−]?(?:\d[\d,\u202f]*(?:\.\d+)?|\.\d+)/;

/**
 * Moves the last digit of the first number in a typed quantity, and leaves everything around it as it was typed:
 * `~80 ms` up is `~81 ms`, `0.20 %` up is `0.21 %`. `tenfold` moves the digit before it. Text without a number is
 * returned unchanged.
 */
export function nudge(typed: string, direction: 1 | -1, tenfold: boolean): string {
  const found = NUMBER.exec(typed);
  if (found === null) return typed;
  const [shown] = found;
  const plain = shown.replaceAll(/[,\u202f]/g, '').replace('−', '-');
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
  const step = direction * (tenfold ? 10 : 1);
  const scaled = Math.round(Number(plain) * 10 ** decimals) + step;
  if (!Number.isSafeInteger(scaled)) return typed;
  const digits = (scaled / 10 ** decimals).toFixed(decimals);
  const grouped = shown.includes(',') ? withThousands(digits) : digits;
  const signed = shown.startsWith('−') ? grouped.replace('-', '−') : grouped;
  return typed.slice(0, found.index) + signed + typed.slice(found.index + shown.length);
}

function withThousands(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
