/** The warehouses that the queries are written for. */
export const dialects = ['bigquery', 'snowflake', 'spark', 'postgres'] as const;
export type Dialect = (typeof dialects)[number];

export type SqlByDialect = Readonly<Record<Dialect, string>>;

/** What differs between the warehouses in a query that counts. */
export interface CountSyntax {
  /** How a table is named. */
  readonly table: (name: string) => string;
  /** Number of rows for which the condition holds. */
  readonly countWhere: (condition: string) => string;
  /** The calendar day of an instant. */
  readonly day: (column: string) => string;
  /** Seconds between the first and the last instant of the rows. */
  readonly secondsSpanned: (column: string) => string;
  /** The value below which a share of the rows lies. */
  readonly quantile: (column: string, share: number) => string;
}

const syntax: Readonly<Record<Dialect, CountSyntax>> = {
  bigquery: {
    table: (name) => `\`project.dataset.${name}\``,
    countWhere: (condition) => `COUNTIF(${condition})`,
    day: (column) => `DATE(${column})`,
    secondsSpanned: (column) => `TIMESTAMP_DIFF(MAX(${column}), MIN(${column}), MILLISECOND) / 1000`,
    quantile: (column, share) => `APPROX_QUANTILES(${column}, 1000)[OFFSET(${Math.round(1000 * share)})]`,
  },
  snowflake: {
    table: (name) => `database.schema.${name}`,
    countWhere: (condition) => `COUNT_IF(${condition})`,
    day: (column) => `TO_DATE(${column})`,
    secondsSpanned: (column) => `DATEDIFF('millisecond', MIN(${column}), MAX(${column})) / 1000`,
    quantile: (column, share) => `PERCENTILE_CONT(${share}) WITHIN GROUP (ORDER BY ${column})`,
  },
  spark: {
    table: (name) => `catalog.schema.${name}`,
    countWhere: (condition) => `count_if(${condition})`,
    day: (column) => `to_date(${column})`,
    secondsSpanned: (column) => `(unix_millis(MAX(${column})) - unix_millis(MIN(${column}))) / 1000`,
    quantile: (column, share) => `percentile(${column}, ${share})`,
  },
  postgres: {
    table: (name) => `schema.${name}`,
    countWhere: (condition) => `COUNT(*) FILTER (WHERE ${condition})`,
    day: (column) => `${column}::date`,
    secondsSpanned: (column) => `EXTRACT(EPOCH FROM MAX(${column}) - MIN(${column}))`,
    quantile: (column, share) => `percentile_cont(${share}) WITHIN GROUP (ORDER BY ${column})`,
  },
};

/** The same query in every dialect. */
export function sqlByDialect(query: (write: CountSyntax) => string): SqlByDialect {
  return {
    bigquery: query(syntax.bigquery),
    snowflake: query(syntax.snowflake),
    spark: query(syntax.spark),
    postgres: query(syntax.postgres),
  };
}
