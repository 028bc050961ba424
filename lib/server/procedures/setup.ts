import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#lib/domain/errors.ts';
import { env } from '../env.ts';
import { countAttempt } from '../store/rate-limits.ts';
import { hashSecret } from '../store/secrets.ts';
import { createFirst, isSetUp } from '../store/setup.ts';
import { procedure } from './procedure.ts';
import { email, password, personName, workspaceName } from './schemas.ts';

export const setup = {
  status: procedure('public')({
    method: 'GET',
    path: '/setup',
    summary: 'Whether this installation has its first account, and how one signs in',
    input: z.object({}),
    output: z.object({
      needed: z.boolean(),
      /** Reachable from other machines: set-up asks for the code that was printed at start. */
      codeRequired: z.boolean(),
      demo: z.boolean(),
      mail: z.boolean(),
      identityProvider: z.object({ name: z.string() }).nullable(),
    }),
    async handler() {
      const { setupCode, demo, smtp, oidc } = env();
      return {
        needed: !(await isSetUp()),
        codeRequired: setupCode !== undefined,
        demo,
        mail: smtp !== undefined,
        identityProvider: oidc === undefined ? null : { name: oidc.name },
      };
    },
  }),

  create: procedure('public')({
    method: 'POST',
    path: '/setup',
    summary: 'Make the first account and its workspace; closes for good afterwards',
    input: z.object({
      name: personName,
      email,
      password,
      workspace: workspaceName,
      code: z.string().max(100).optional(),
    }),
    output: z.object({ workspace: z.string() }),
    async handler({ input, grant, request }) {
      await countAttempt('setup', request.address);
      demandCode(input.code);
      const { name, workspace } = input;
      const made = await createFirst(grant, { name, email: input.email, password: input.password }, workspace);
      return { workspace: made.workspace };
    },
  }),
};

function demandCode(code: string | undefined): void {
  const expected = env().setupCode;
  if (expected === undefined) return;
  // Hashing first gives both sides one length, which the comparison in constant time needs.
  const matches = timingSafeEqual(Buffer.from(hashSecret(code?.trim() ?? '')), Buffer.from(hashSecret(expected)));
  if (!matches)
    throw new AppError('forbidden', 'This is not the code that was printed when the server started.', { path: 'code' });
}
