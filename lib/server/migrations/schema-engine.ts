import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { oncePerProcess } from '../process-wide.ts';

export interface OpenSchemaEngine {
  readonly engine: SchemaEngine;
  readonly close: () => Promise<void>;
}

export interface SchemaEngineOptions {
  readonly databaseUrl: string;
  readonly schema?: SchemasContainer;
  /** Runs a script of several statements; without it the script runs in one transaction of its own. */
  readonly runScript?: (script: string) => Promise<void>;
}

/** The engine's filters name tables that others manage; there are none. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/**
 * Prisma's schema engine, compiled to WebAssembly, talking to PostgreSQL through our own driver: the binary that Prisma's
 * command line would download is not needed, so migrations work with no network.
 */
export async function openSchemaEngine(options: SchemaEngineOptions): Promise<OpenSchemaEngine> {
  const pool = newPool(options.databaseUrl);
  const prisma = new PrismaPg(pool);
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: prisma.provider,
    adapterName: prisma.adapterName,
    connect: async () => adapt(await prisma.connect(), pool, options.runScript),
    connectToShadowDb: () => connectToShadow(options.databaseUrl, pool),
  };
  const Engine = await loadEngine();
  const engine = await Engine.new(
    { datamodels: options.schema?.files.map(({ path, content }) => [path, content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  return {
    engine,
    close: async () => {
      engine.free();
      await pool.end();
    },
  };
}

/** The package's script holds one instance for the whole process, so a second one must not be put under a first in use. */
function loadEngine(): Promise<typeof SchemaEngine> {
  return oncePerProcess('schema engine', instantiate);
}

/** The package's own entry imports the .wasm file as a module, which Node does not do without a flag. */
async function instantiate(): Promise<typeof SchemaEngine> {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(join(dirname(script), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': Object.fromEntries(Object.entries(engineModule)),
  });
  engineModule.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start === 'function') Reflect.apply(start, undefined, []);
  return engineModule.SchemaEngine;
}

function newPool(connectionString: string): pg.Pool {
  // The engine holds an advisory lock on a pooled connection, so none may be closed for being idle.
  const pool = new pg.Pool({
    connectionString,
    max: 2,
    idleTimeoutMillis: 0,
    application_name: 'plumbline migrations',
  });
  pool.on('error', () => {});
  return pool;
}

/**
 * The engine's catalogue queries select columns of the type "char", which Prisma's adapter for JavaScript refuses; and
 * since PostgreSQL 18 the catalogue lists NOT NULL among the constraints, where the engine expects none.
 */
const CATALOGUE_REPAIRS: readonly (readonly [from: RegExp, to: string])[] = [
  [/constr\.contype AS constraint_type/, 'constr.contype::text AS constraint_type'],
  [/con1\.confdeltype,/, 'con1.confdeltype::text AS confdeltype,'],
  [/con1\.confupdtype,/, 'con1.confupdtype::text AS confupdtype,'],
  [/contype NOT IN \('p', 'u', 'f'\)/, "contype NOT IN ('p', 'u', 'f', 'n')"],
];

/** Prisma's adapter cuts a script at every semicolon, through function bodies, and commits the pieces one by one. */
function adapt(
  adapter: SqlDriverAdapter,
  pool: pg.Pool,
  runScript: (script: string) => Promise<void> = async (script) => {
    await pool.query(script);
  },
): SqlDriverAdapter {
  const queryRaw = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
    executeScript: runScript,
    queryRaw: (query: Parameters<typeof queryRaw>[0]) => {
      const sql = CATALOGUE_REPAIRS.reduce((text, [from, to]) => text.replace(from, to), query.sql);
      return queryRaw({ ...query, sql });
    },
  });
}

/** An empty database beside the given one, to replay the migrations in; dropped when the engine has looked at it. */
async function connectToShadow(databaseUrl: string, pool: pg.Pool): Promise<SqlDriverAdapter> {
  const name = `plumbline_shadow_${randomUUID().replaceAll('-', '')}`;
  await pool.query(`CREATE DATABASE ${name}`);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  const shadow = newPool(url.href);
  const adapter = adapt(await new PrismaPg(shadow).connect(), shadow);
  return Object.assign(adapter, {
    dispose: async () => {
      await shadow.end();
      await pool.query(`DROP DATABASE ${name}`);
    },
  });
}
