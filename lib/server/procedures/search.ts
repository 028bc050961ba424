import { z } from 'zod';
import { searchWorkspace } from '../store/search.ts';
import { procedure } from './procedure.ts';
import { inWorkspace, line } from './schemas.ts';

export const search = {
  query: procedure('workspace.read')({
    method: 'GET',
    path: '/workspaces/{workspace}/search',
    summary: 'Find titles and answers in the projects that the caller may see',
    input: inWorkspace.extend({
      query: line(2, 100, 'Type at least two characters.'),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    output: z.object({
      items: z.array(
        z.object({
          project: z.object({ slug: z.string(), title: z.string() }),
          /** `null` when the title matched. */
          section: z.string().nullable(),
          excerpt: z.string(),
        }),
      ),
    }),
    async handler({ input, grant }) {
      return { items: await searchWorkspace(grant, input.query, input.limit) };
    },
  }),
};
