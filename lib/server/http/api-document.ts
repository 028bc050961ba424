import { OpenAPIGenerator, type OpenAPI } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { registry } from '../procedures/registry.ts';
import { streamOperation } from './stream-operation.ts';

const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });

let made: Promise<OpenAPI.Document> | undefined;

/** The REST interface as OpenAPI 3.1, made once from the registry itself, so that it can't say anything else. */
export function apiDocument(serverUrl: string): Promise<OpenAPI.Document> {
  made ??= generate(serverUrl);
  return made;
}

async function generate(serverUrl: string): Promise<OpenAPI.Document> {
  const document = await generator.generate(registry, {
    info: {
      title: 'Plumbline',
      version: '1',
      description:
        'Everything that the product can do. Programs send an API token as `Authorization: Bearer plumb_…`; make one under Account. Errors are `{ code, message, data }`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${serverUrl}/api/v1` }],
    security: [{ token: [] }],
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A personal API token' } },
    },
    tags: Object.keys(registry).map((name) => ({ name })),
  });
  for (const [path, item] of Object.entries(document.paths ?? {})) tagByNoun(path, item);
  document.paths = { ...document.paths, ...streamOperation };
  return document;
}

/** Operations are named `noun.verb` after the registry; the noun groups them. */
function tagByNoun(path: string, item: OpenAPI.PathItemObject | undefined): void {
  for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
    const operation = item?.[method];
    if (operation === undefined) continue;
    const noun = operation.operationId?.split('.')[0];
    if (noun === undefined) throw new Error(`${method} ${path} has no name`);
    operation.tags = [noun];
  }
}
