import { z } from 'zod';
import { getExample, listExamples } from '../store/examples.ts';
import { procedure } from './procedure.ts';

const exampleId = z.string().max(64);

export const examples = {
  list: procedure('public')({
    method: 'GET',
    path: '/examples',
    summary: 'The filled worksheets that come with the product',
    input: z.object({}),
    output: z.object({ items: z.array(z.object({ id: exampleId, title: z.string() })) }),
    async handler() {
      const all = await listExamples();
      return { items: all.map(({ id, title }) => ({ id, title })) };
    },
  }),

  get: procedure('public')({
    method: 'GET',
    path: '/examples/{id}',
    summary: 'An example as a worksheet file',
    input: z.object({ id: exampleId }),
    output: z.object({ id: exampleId, title: z.string(), text: z.string() }),
    handler: ({ input }) => getExample(input.id),
  }),
};
