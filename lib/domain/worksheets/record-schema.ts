import * as z from 'zod';
import type { JsonObject } from '#lib/domain/json.ts';
import type { DraftProblem } from './draft-schema.ts';

/** What is wrong with one record of a list in a file: where it stands, and by which name people find it. */
export function recordProblems(
  error: z.ZodError | undefined,
  { list, at, name }: { readonly list: string; readonly at: number; readonly name: string },
): DraftProblem[] {
  return (error?.issues ?? []).map(({ path, message }) => {
    const within = path.map(String);
    const place = within.length === 0 ? '' : `, ${within.join('.')}`;
    return { path: [list, at, ...within].join('.'), message: `${name}${place}: ${message}` };
  });
}

/** A record as JSON Schema, as somebody writes it in a file. */
export function publishedSchema(record: z.ZodType): JsonObject {
  const { $schema: _, ...schema } = z.toJSONSchema(record, { io: 'input', unrepresentable: 'any' });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a JSON Schema is JSON
  return JSON.parse(JSON.stringify(schema)) as JsonObject;
}
