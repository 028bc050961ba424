import { z } from 'zod';
import { AppError } from '#lib/domain/errors.ts';
import { isDatabaseUp } from '../store/health.ts';
import { procedure } from './procedure.ts';

export const health = {
  get: procedure('public')({
    method: 'GET',
    path: '/health',
    summary: 'Whether this instance can serve: 200, or 503 while it cannot reach its database',
    input: z.object({}),
    output: z.object({ database: z.literal('up') }),
    async handler() {
      if (await isDatabaseUp()) return { database: 'up' as const };
      throw new AppError('unavailable', 'Plumbline cannot reach its database. Try again in a moment.');
    },
  }),
};
