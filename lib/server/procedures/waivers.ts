import { z } from 'zod';
import { limits } from '#lib/domain/limits.ts';
import { acceptFinding, changeWaiver, withdrawWaiver } from '../store/waivers.ts';
import { procedure } from './procedure.ts';
import { inProject, line, nothing, plainDate } from './schemas.ts';

const path = '/workspaces/{workspace}/projects/{project}/waivers';

const words = {
  reason: line(1, limits.reasonLength, 'Say why this is accepted.'),
  /** The last day on which it is accepted; without one it is until it is withdrawn. */
  expires: plainDate.optional(),
};

const about = {
  /** The rule: MET-06. */
  check: line(1, 20, 'Say which rule.'),
  path: line(1, limits.lineLength, 'Say which field.'),
};

/** The words that were read, so that nobody overwrites what they have not seen. */
const was = z.object({ reason: z.string().max(limits.reasonLength), expires: plainDate.optional() });

export const waivers = {
  accept: procedure('project.edit')({
    method: 'POST',
    path,
    summary: 'Accept a finding as it was read, with the reason; it stands again when a value of it changes',
    input: inProject.extend({
      ...about,
      ...words,
      /** Of the finding, as `findings` tells it. */
      valueHash: z.string().max(64),
    }),
    output: nothing,
    async handler({ input, grant }) {
      const { check, path, valueHash, reason, expires } = input;
      await acceptFinding(grant, { check, path, valueHash }, { reason, expires });
      return {};
    },
  }),

  change: procedure('project.edit')({
    method: 'PATCH',
    path,
    summary: 'Change the reason or the end of a finding that is accepted',
    input: inProject.extend({ ...about, was, ...words }),
    output: nothing,
    async handler({ input, grant }) {
      const { check, path, was, reason, expires } = input;
      await changeWaiver(grant, { check, path, was }, { reason, expires });
      return {};
    },
  }),

  withdraw: procedure('project.edit')({
    method: 'POST',
    path: `${path}/withdraw`,
    summary: 'Withdraw the acceptance of a finding, so that it stands again',
    input: inProject.extend({ ...about, was }),
    output: nothing,
    async handler({ input, grant }) {
      const { check, path, was } = input;
      await withdrawWaiver(grant, { check, path, was });
      return {};
    },
  }),
};
