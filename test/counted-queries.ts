import pg from 'pg';

/** One statement as it went over the wire. */
export interface SentQuery {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Everything that goes to Postgres while the work runs, by Prisma or by hand: both send through the pg client, whose
 * `query` is the one gate. Words to other instances go out after an answer, together with those of others: they belong
 * to no work and are left out.
 */
export async function queriesDuring(work: () => Promise<unknown>): Promise<SentQuery[]> {
  const sent: SentQuery[] = [];
  const original: unknown = Reflect.get(pg.Client.prototype, 'query');
  if (typeof original !== 'function') throw new Error('pg has another gate now');
  const counting = function (this: pg.Client, ...given: unknown[]): unknown {
    const [first, second] = given;
    const values: unknown = typeof first === 'string' ? second : Reflect.get(Object(first), 'values');
    sent.push({
      text: typeof first === 'string' ? first : String(Reflect.get(Object(first), 'text')),
      values: Array.isArray(values) ? values : [],
    });
    return Reflect.apply(original, this, given);
  };
  Reflect.set(pg.Client.prototype, 'query', counting);
  try {
    await work();
  } finally {
    Reflect.set(pg.Client.prototype, 'query', original);
  }
  return sent.filter(({ text }) => !text.includes('pg_notify'));
}
