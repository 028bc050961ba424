import { z } from 'zod';
import { renderMarkdown } from '#lib/domain/documents/markdown.ts';
import { writeFile } from '#lib/domain/worksheets/file.ts';
import { renderPdf } from '../exports/pdf.ts';
import { countAttempt } from '../store/rate-limits.ts';
import { documentOf } from '../store/reports.ts';
import { readDraft } from '../store/worksheet-files.ts';
import { procedure } from './procedure.ts';
import { inProject } from './schemas.ts';

const ofDocument = inProject.extend({ profile: z.enum(['full', 'executive']).default('full') });
const path = '/workspaces/{workspace}/projects/{project}';

export const documents = {
  markdown: procedure('project.read')({
    method: 'GET',
    path: `${path}/document.md`,
    summary: 'The design document as Markdown',
    input: ofDocument,
    output: z.file(),
    async handler({ input, grant }) {
      const text = renderMarkdown(await documentOf(grant, input.profile));
      return new File([text], `${grant.project.slug}.md`, { type: 'text/markdown; charset=utf-8' });
    },
  }),

  pdf: procedure('project.read')({
    method: 'GET',
    path: `${path}/document.pdf`,
    summary: 'The design document as PDF',
    input: ofDocument,
    output: z.file(),
    async handler({ input, grant }) {
      await countAttempt('pdf', grant.actor.userId);
      const bytes = await renderPdf(await documentOf(grant, input.profile));
      return new File([new Uint8Array(bytes)], `${grant.project.slug}.pdf`, { type: 'application/pdf' });
    },
  }),

  file: procedure('project.read')({
    method: 'GET',
    path: `${path}/worksheet-file`,
    summary: 'The worksheet in the file format, to keep, to check in a pipeline or to bring back',
    input: inProject.extend({ kind: z.enum(['yaml', 'json']).default('yaml') }),
    output: z.file(),
    async handler({ input, grant }) {
      const text = writeFile(await readDraft(grant), input.kind);
      return new File([text], `${grant.project.slug}.${input.kind}`, { type: `application/${input.kind}` });
    },
  }),
};
