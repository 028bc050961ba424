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
}

const syntax: Readonly<Record<Dialect, CountSyntax>> = {
  bigquery: {
    table: (name) => `\`project.dataset.${name}\``,
    countWhere: (condition) => `COUNTIF(${condition})`,
    day: (column) => `DATE(${column})`,
  },
  snowflake: {
    table: (name) => `database.schema.${name}`,
    countWhere: (condition) => `COUNT_IF(${condition})`,
    day: (column) => `TO_DATE(${column})`,
  },
  spark: {
    table: (name) => `catalog.schema.${name}`,
    countWhere: (condition) => `count_if(${condition})`,
    day: (column) => `to_date(${column})`,
  },
  postgres: {
    table: (name) => `schema.${name}`,
    countWhere: (condition) => `COUNT(*) FILTER (WHERE ${condition})`,
    day: (column) => `${column}::date`,
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
