import pg from 'pg';
import { expect, inject, test, vi } from 'vitest';
import { emptyDatabase, testDatabase } from '#test/database.ts';
import { pushSchema, schemaDifference } from './draft-migration.ts';

vi.setConfig({ testTimeout: 30_000 });

/** Everything that the catalogue says about our tables, one line each. */
const CATALOGUE = `
  SELECT concat_ws(' ', 'column', table_name, column_name, udt_name, datetime_precision, is_nullable, column_default) AS line
    FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL
  SELECT concat_ws(' ', 'index', indexdef) FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL
  SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
  UNION ALL
  SELECT concat_ws(' ', 'enum', typname, string_agg(enumlabel, ',' ORDER BY enumsortorder))
    FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY typname
  UNION ALL
  SELECT concat_ws(' ', 'extension', extname) FROM pg_extension
  ORDER BY 1`;

async function catalogue(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ line: string }>(CATALOGUE).finally(() => client.end());
  return rows.map(({ line }) => line).filter((line) => !line.includes('_prisma_migrations'));
}

test('the migrations lead to the tables that the schema describes', async () => {
  const [migrated, pushed] = [await testDatabase(), await emptyDatabase()];
  await pushSchema(pushed.url);
  const lines = await catalogue(migrated.url);
  expect(lines.length).toBeGreaterThan(100);
  expect(lines).toEqual(await catalogue(pushed.url));
});

test('there is nothing left to migrate', async () => {
  expect(await schemaDifference(inject('administratorUrl'))).toBe('');
});
