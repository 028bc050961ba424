import { z } from 'zod';
import type { DocumentProfile } from '#lib/domain/documents/document.ts';
import { renderHtml } from '#lib/domain/documents/html/render-html.ts';
import { imageNames } from '#lib/domain/documents/image-names.ts';
import { renderMarkdown } from '#lib/domain/documents/markdown.ts';
import { noImages } from '#lib/domain/images/image.ts';
import { imageNamesIn } from '#lib/domain/images/image-name.ts';
import { writeProjectFile } from '#lib/domain/projects/project-file.ts';
import { orderedFile } from '#lib/domain/worksheets/file-order.ts';
import { writeFile } from '#lib/domain/worksheets/file.ts';
import { pack } from '../exports/packed.ts';
import { renderPdf } from '../exports/pdf.ts';
import type { ProjectGrant } from '../store/grants.ts';
import { readImages } from '../store/images.ts';
import { readHistory } from '../store/project-history.ts';
import { countAttempt } from '../store/rate-limits.ts';
import { documentOf } from '../store/reports.ts';
import { readFileDraft } from '../store/worksheet-files.ts';
import { procedure } from './procedure.ts';
import { inProject } from './schemas.ts';

const ofDocument = inProject.extend({ profile: z.enum(['full', 'executive']).default('full') });
const path = '/workspaces/{workspace}/projects/{project}';

/** The document as it stands, with the images that it shows. */
async function handedOut(grant: ProjectGrant, profile: DocumentProfile) {
  const document = await documentOf(grant, profile);
  return { document, images: await readImages(grant, imageNames(document)) };
}

export const documents = {
  markdown: procedure('project.read')({
    method: 'GET',
    path: `${path}/document.md`,
    summary: 'The design document as Markdown',
    input: ofDocument,
    output: z.file(),
    async handler({ input, grant }) {
      const { document, images } = await handedOut(grant, input.profile);
      const text = renderMarkdown(document, images);
      return new File([text], `${grant.project.slug}.md`, { type: 'text/markdown; charset=utf-8' });
    },
  }),

  html: procedure('project.read')({
    method: 'GET',
    path: `${path}/document.html`,
    summary: 'The design document as one HTML file that needs nothing else',
    input: ofDocument,
    output: z.file(),
    async handler({ input, grant }) {
      const { document, images } = await handedOut(grant, input.profile);
      const text = renderHtml(document, images);
      return new File([text], `${grant.project.slug}.html`, { type: 'text/html; charset=utf-8' });
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
      const { document, images } = await handedOut(grant, input.profile);
      const bytes = await renderPdf(document, images);
      return new File([new Uint8Array(bytes)], `${grant.project.slug}.pdf`, { type: 'application/pdf' });
    },
  }),

  file: procedure('project.read')({
    method: 'GET',
    path: `${path}/worksheet-file`,
    summary: 'The worksheet in the file format, to keep, to check in a pipeline or to bring back',
    input: inProject.extend({
      kind: z.enum(['yaml', 'json']).default('yaml'),
      /** Without, texts name their images all the same: for a repository that would rather not hold them. */
      images: z.stringbool().or(z.boolean()).default(true),
    }),
    output: z.file(),
    async handler({ input, grant }) {
      const draft = await readFileDraft(grant);
      const images = input.images ? await readImages(grant, imageNamesIn(orderedFile(draft))) : noImages;
      const text = writeFile(draft, input.kind, images);
      return new File([text], `${grant.project.slug}.${input.kind}`, { type: `application/${input.kind}` });
    },
  }),

  project: procedure('project.read')({
    method: 'GET',
    path: `${path}/project-file`,
    summary: 'The whole project as one file, with threads, decisions and history, to bring it in elsewhere',
    input: inProject,
    output: z.file(),
    async handler({ grant }) {
      await countAttempt('projectFile', grant.actor.userId);
      const [draft, history] = await Promise.all([readFileDraft(grant), readHistory(grant)]);
      const images = await readImages(grant, imageNamesIn(orderedFile(draft)));
      const bytes = await pack(writeProjectFile(draft, images, history));
      return new File([bytes], `${grant.project.slug}.plumbline`, { type: 'application/gzip' });
    },
  }),
};
