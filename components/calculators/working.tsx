import { CopyButton } from '#components/ui/copy-button.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { type SqlByDialect, dialects } from '#lib/domain/calculators/count-sql.ts';

const DIALECT_NAMES = { bigquery: 'BigQuery', snowflake: 'Snowflake', spark: 'Spark', postgres: 'Postgres' } as const;

interface WorkingProps {
  readonly formula: string;
  readonly sources: readonly string[];
  readonly sql: SqlByDialect | undefined;
}

/** What stands behind a result: the formula, where it comes from, and the query that counts its inputs. */
export function Working({ formula, sources, sql }: WorkingProps) {
  return (
    <div className="mt-8 flex flex-col gap-8">
      <section>
        <h2 className="font-serif text-t-4">Formula</h2>
        <p className="mt-2 max-w-measure font-code text-t-1 leading-relaxed">{formula}</p>
      </section>
      <section>
        <h2 className="font-serif text-t-4">Sources</h2>
        <ul className="mt-2 flex max-w-measure flex-col gap-1 text-ink-2">
          {sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </section>
      {sql ? (
        <section>
          <h2 className="font-serif text-t-4">Counting the inputs where the data lives</h2>
          {dialects.map((dialect) => (
            <Disclosure key={dialect} className="mt-2 max-w-measure" summary={DIALECT_NAMES[dialect]}>
              <pre className="my-2 border-l border-hairline pl-3 font-code text-t-1 whitespace-pre-wrap">
                {sql[dialect]}
              </pre>
              <CopyButton text={sql[dialect]} size="compact" label="Copy the query" />
            </Disclosure>
          ))}
        </section>
      ) : null}
    </div>
  );
}
