import { isProcedure } from '@orpc/server';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { registry } from '../procedures/registry.ts';
import { apiDocument } from './api-document.ts';
import { apiPage } from './api-page.ts';

const document = await apiDocument('http://127.0.0.1:3000');
const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  methods.flatMap((method) => {
    const operation = item?.[method];
    return operation === undefined ? [] : [{ path, method, operation, name: operation.operationId ?? '' }];
  }),
);

describe('the OpenAPI document', () => {
  test('is of version 3.1 and says where, and how one is let in', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.servers).toEqual([{ url: 'http://127.0.0.1:3000/api/v1' }]);
    expect(document.components?.securitySchemes).toMatchObject({ token: { type: 'http', scheme: 'bearer' } });
  });

  test('has every procedure once, under its name', () => {
    const names = Object.entries(registry).flatMap(([noun, verbs]) =>
      Object.entries(verbs).flatMap(([verb, value]) => (isProcedure(value) ? [`${noun}.${verb}`] : [])),
    );
    expect(operations.map((operation) => operation.name).toSorted()).toEqual([...names, 'events.stream'].toSorted());
  });

  test.each(operations)(
    '$name: every parameter of its path is declared, and it has an answer',
    ({ path, operation }) => {
      const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '');
      const declared = (operation.parameters ?? []).flatMap((one) => ('in' in one && one.in === 'path' ? [one] : []));
      expect(declared.map((one) => one.name).toSorted()).toEqual(inPath.toSorted());
      expect(declared.every((one) => one.required === true && one.schema !== undefined)).toBe(true);
      expect(operation.responses?.['200']).toBeDefined();
      expect(operation.summary).toMatch(/^[A-Z].*[^.]$/);
    },
  );

  test('every schema in it is JSON Schema 2020-12, and every reference leads somewhere', () => {
    const ajv = new Ajv2020({ strict: false });
    for (const format of ['uuid', 'email', 'date-time']) ajv.addFormat(format, true);
    const schemas = schemasIn(document.paths).map((schema) => ({ ...schema, components: document.components }));
    expect(schemas.length).toBeGreaterThan(operations.length);
    for (const schema of schemas) expect(() => ajv.compile(schema)).not.toThrow();
  });

  test('nothing in it is a schema that nothing fits', () => {
    expect(JSON.stringify(document)).not.toContain('"not":{}');
  });
});

describe('the page about it', () => {
  const page = apiPage(document, 'nonce-of-a-test');

  test('loads nothing from anywhere and runs nothing', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\sstyle="|\son\w+="/);
    expect(page.match(/<style nonce="nonce-of-a-test">/g)).toHaveLength(1);
  });

  test('shows every operation', () => {
    for (const { method, path } of operations) expect(page).toContain(`<code>${method.toUpperCase()} ${path}</code>`);
  });
});

/** Everything that stands under a key called "schema". */
function schemasIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === 'schema' && typeof inner === 'object' && inner !== null ? [inner] : schemasIn(inner),
  );
}
