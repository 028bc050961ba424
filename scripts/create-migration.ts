// node scripts/create-migration.ts <name>
// Writes prisma/migrations/<time>_<name>/migration.sql with what the schema in prisma/schema has and the migrations lack.
// Needs no network and no database of yours: it replays the migrations in a cluster that lives as long as the script.
import { schemaDifference, writeMigration } from '#lib/server/migrations/draft-migration.ts';
import { startTemporaryPostgres } from '#lib/server/postgres/temporary.ts';

const name = process.argv[2] ?? '';
if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name)) {
  console.error('Give the migration a name in lower case, for example: node scripts/create-migration.ts add_tokens');
  process.exit(78);
}

const postgres = await startTemporaryPostgres();
try {
  const script = await schemaDifference(postgres.administratorUrl('postgres'));
  if (script === '') console.log('The migrations already lead to this schema.');
  else console.log(`Wrote ${await writeMigration(name, script, new Date())}`);
} finally {
  await postgres.stop();
}
