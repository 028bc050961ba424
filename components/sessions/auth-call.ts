const AUTH = '/api/auth';

/**
 * Speaks with the authentication route the way its own client does: a token against forged requests first, then JSON.
 * Answers with the address to go on to. The library's client would add 10 KB to every page, and a schema library 26,
 * for two fields of an answer of our own.
 *
 * @throws TypeError when the server does not answer
 */
export async function authCall(action: string, values: Readonly<Record<string, string>>): Promise<URL> {
  const csrf = await fetch(`${AUTH}/csrf`, { headers: { accept: 'application/json' } });
  const csrfToken = textAt(await csrf.json(), 'csrfToken');
  const answer = await fetch(`${AUTH}/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...values, csrfToken, json: 'true' }),
  });
  return new URL(textAt(await answer.json(), 'url'), location.href);
}

function textAt(answer: unknown, key: string): string {
  const value: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, key) : undefined;
  if (typeof value !== 'string') throw new TypeError(`The answer has no ${key}.`);
  return value;
}
