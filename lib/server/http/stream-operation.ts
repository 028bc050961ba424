import type { OpenAPI } from '@orpc/openapi';

const slug = { type: 'string', pattern: '^[a-z0-9-]{1,32}$' } as const;

/** The event stream, which the door answers by itself: oRPC has no word for server-sent events of this kind. */
export const streamOperation = {
  '/workspaces/{workspace}/projects/{project}/stream': {
    get: {
      operationId: 'events.stream',
      tags: ['events'],
      summary: 'What happens in a project, as it happens, as server-sent events',
      parameters: [
        { name: 'workspace', in: 'path', required: true, schema: slug },
        { name: 'project', in: 'path', required: true, schema: slug },
        {
          name: 'after',
          in: 'query',
          description: 'The sequence of the last event that is known; `Last-Event-ID` goes before it.',
          schema: { type: 'integer', minimum: 0 },
        },
      ],
      responses: {
        '200': {
          description:
            'Events, each as JSON. Browsers are told besides who else has the project open, as events named `here`.',
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        },
      },
    },
  },
} as const satisfies OpenAPI.PathsObject;
