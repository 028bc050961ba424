import { z } from 'zod';
import { calculators as all } from '#lib/domain/calculators/all-calculators.ts';
import { AppError } from '#lib/domain/errors.ts';
import type { JsonObject } from '#lib/domain/json.ts';
import { procedure } from './procedure.ts';
import { jsonObject } from './schemas.ts';

const described = z.object({
  id: z.string(),
  title: z.string(),
  question: z.string(),
  input: jsonObject,
  sources: z.array(z.string()),
});

export const calculators = {
  list: procedure('public')({
    method: 'GET',
    path: '/calculators',
    summary: 'The calculators, with the JSON Schema of what each takes',
    input: z.object({}),
    output: z.object({ items: z.array(described) }),
    handler: () => ({ items: all.map(describe) }),
  }),

  run: procedure('public')({
    method: 'POST',
    path: '/calculators/{id}',
    summary: 'Compute; nothing is stored',
    input: z.object({ id: z.string().max(64), input: jsonObject }),
    output: z.object({ output: jsonObject, interpretation: z.array(z.string()) }),
    handler: ({ input }) => compute(input.id, input.input),
  }),
};

function describe({ id, title, question, input, sources }: (typeof all)[number]) {
  return { id, title, question, input: jsonObject.parse(z.toJSONSchema(input)), sources: [...sources] };
}

/** @throws AppError not-found, bad-input with the path of the value that can't be used */
function compute(id: string, given: JsonObject) {
  const calculator = all.find((one) => one.id === id);
  if (calculator === undefined) throw new AppError('not-found', 'There is no such calculator.', { path: 'id' });
  const input = calculator.input.safeParse(given);
  if (!input.success) {
    const [issue] = input.error.issues;
    throw new AppError('bad-input', issue?.message ?? 'This cannot be computed.', {
      path: issue?.path.join('.') ?? '',
    });
  }
  const output = calculator.compute(input.data);
  return { output: jsonObject.parse(output), interpretation: [...calculator.interpretation(input.data, output)] };
}
