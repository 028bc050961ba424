import { z } from 'zod';
import { calculatorById, calculators as all } from '#lib/domain/calculators/all-calculators.ts';
import type { Calculator } from '#lib/domain/calculators/calculator.ts';
import { runCalculator } from '#lib/domain/calculators/run-calculator.ts';
import { procedure } from './procedure.ts';
import { jsonObject } from './schemas.ts';

const sql = z.record(z.string(), z.string());

export const calculators = {
  list: procedure('public')({
    method: 'GET',
    path: '/calculators',
    summary: 'The calculators, with the JSON Schema of what each takes',
    input: z.object({}),
    output: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          question: z.string(),
          formula: z.string(),
          sources: z.array(z.string()),
          /** JSON Schema of the input. */
          input: jsonObject,
          /** Input that makes sense without knowing anything. */
          example: jsonObject,
        }),
      ),
    }),
    handler: () => ({ items: all.map(described) }),
  }),

  run: procedure('public')({
    method: 'POST',
    path: '/calculators/{id}',
    summary: 'Compute; nothing is stored',
    input: z.object({ id: z.string().max(64), input: jsonObject }),
    output: z.object({
      calculator: z.string(),
      /** With the defaults filled in. */
      input: jsonObject,
      output: jsonObject,
      /** What the numbers mean, one sentence an entry. */
      interpretation: z.array(z.string()),
      formula: z.string(),
      sources: z.array(z.string()),
      /** Queries that reduce raw rows to the input. */
      sql: sql.optional(),
    }),
    handler({ input }) {
      const run = runCalculator(calculatorById(input.id), input.input);
      return {
        ...run,
        input: jsonObject.parse(run.input),
        output: jsonObject.parse(run.output),
        sql: run.sql && sql.parse(run.sql),
      };
    },
  }),
};

function described({ id, title, question, formula, sources, input, example }: Calculator) {
  const schema = jsonObject.parse(z.toJSONSchema(input, { io: 'input' }));
  return { id, title, question, formula, sources, input: schema, example: jsonObject.parse(example) };
}
