import { z } from 'zod';
import { stages } from '#lib/domain/worksheets/definition.ts';
import { checkProject } from '../store/reports.ts';
import { procedure } from './procedure.ts';
import { inProject, json, jsonObject } from './schemas.ts';

const finding = z.object({
  /** Rule and the path that it is about first. */
  key: z.string(),
  rule: z.string(),
  version: z.number().int(),
  severity: z.enum(['error', 'warning', 'info']),
  kind: z.enum(['contradiction', 'gap']),
  paths: z.array(z.string()),
  /** The two (or more) answers that contradict each other, as typed. */
  ends: z.array(
    z.object({
      path: z.string(),
      label: z.string(),
      shown: z.string(),
      basis: z.enum(['guess', 'stated', 'measured', 'derived']),
    }),
  ),
  message: z.string(),
  numbers: z.array(
    z.object({
      name: z.string(),
      symbol: z.string().optional(),
      value: z.number().nullable(),
      shown: z.string(),
      path: z.string().optional(),
    }),
  ),
  formula: z.string().optional(),
  remedy: z.object({ label: z.string(), path: z.string().optional(), value: json.optional() }).optional(),
  principle: z.string(),
  source: z.string(),
  leansOnGuess: z.boolean(),
  calculator: z.object({ id: z.string(), input: jsonObject }).optional(),
  /** Hash of the ends as they stand; a waiver that carries it ends when one of them changes. */
  valueHash: z.string(),
  waiver: z
    .object({
      state: z.enum(['accepted', 'expired', 'value-changed']),
      /** What it was written for: a field, or an item and all its fields. */
      path: z.string(),
      reason: z.string(),
      by: z.string(),
      expires: z.string().optional(),
    })
    .optional(),
});

export const checks = {
  run: procedure('project.read')({
    method: 'GET',
    path: '/workspaces/{workspace}/projects/{project}/findings',
    summary: 'Run the design checks on a worksheet as it stands',
    input: inProject.extend({
      stage: z.enum(stages).optional(),
      /** While drafting gaps are only counted; in full those of the stage are findings. */
      mode: z.enum(['draft', 'full']).default('full'),
    }),
    output: z.object({
      findings: z.array(finding),
      gaps: z.array(finding),
      /** Checks that wait for answers. */
      waiting: z.array(z.object({ rule: z.string(), missing: z.array(z.string()) })),
      passed: z.array(z.string()),
      notApplicable: z.array(z.string()),
      waived: z.array(finding),
      /** Every bound that was used. */
      profile: z.record(z.string(), z.number()),
      sequence: z.number().int(),
    }),
    async handler({ input, grant }) {
      return { ...(await checkProject(grant, input.mode, input.stage)), sequence: grant.sequence };
    },
  }),
};
