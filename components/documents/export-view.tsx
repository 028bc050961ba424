import { counted } from '#lib/format/counts.ts';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain, PageSection } from '#components/ui/page-main.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import type { DesignDocument } from '#lib/domain/documents/document.ts';
import { renderHtml } from '#lib/domain/documents/html/render-html.ts';
import { imageNames } from '#lib/domain/documents/image-names.ts';
import { renderMarkdown } from '#lib/domain/documents/markdown.ts';
import { writeFile } from '#lib/domain/worksheets/file.ts';
import { paths } from '#lib/paths.ts';
import { documentOf, draftOf, type WorksheetAnswer } from './document-of.ts';
import { ExportFormats } from './export-formats.tsx';

interface ExportViewProps {
  readonly at: { readonly workspace: string; readonly project: string };
  readonly worksheet: WorksheetAnswer;
  readonly timeZone: string;
}

const encoder = new TextEncoder();

/** What would be handed out now, and in which form. */
export function ExportView({ at, worksheet, timeZone }: ExportViewProps) {
  const { document, report } = documentOf(worksheet, timeZone, 'full');
  const executive = documentOf(worksheet, timeZone, 'executive').document;
  const bytesOf = (text: string) => encoder.encode(text).length;
  const draft = draftOf(worksheet);
  const images = new Map(worksheet.images.map((image) => [image.name, image]));
  // Three bytes are four characters.
  const carried = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + Math.ceil((images.get(name)?.size ?? 0) / 3) * 4, 0);
  const sizesOf = (render: (of: DesignDocument) => string) => ({
    full: bytesOf(render(document)) + carried(imageNames(document)),
    executive: bytesOf(render(executive)) + carried(imageNames(executive)),
  });
  const inFile = carried([...images.keys()]);
  const has = (key: string) => document.sections.some((section) => section.key === key);
  const decided = draft.decisions?.length ?? 0;
  return (
    <PageMain width="measure">
      <PageHeading
        title="Export"
        lead="The document as it stands now. The same bytes come from the interface for programs and from the command line."
      />
      <ExportFormats
        at={at}
        sizes={{
          markdown: sizesOf(renderMarkdown),
          html: sizesOf(renderHtml),
          yaml: bytesOf(writeFile(draft, 'yaml')) + inFile,
          json: bytesOf(writeFile(draft, 'json')) + inFile,
        }}
      />
      <PageSection title="What will be in it">
        <ul className="flex flex-col gap-1">
          {document.sections.map((section) => (
            <li key={section.key} className="flex gap-3">
              <span className="w-6 text-right text-ink-3">{section.number}</span>
              <AppLink
                href={
                  section.key === 'open-threads' ? paths.threads(at) : paths.document({ ...at, field: section.key })
                }
                className="hover:text-accent"
              >
                {section.title}
              </AppLink>
            </li>
          ))}
        </ul>
        <p className="mt-3 text-t-1 text-ink-2">
          {report.findings.length === 0
            ? 'No contradiction stands in it.'
            : `${counted(report.findings.length, 'finding', 'findings', 'en-GB')} will stand in it.`}{' '}
          {has('open-questions')
            ? 'Open questions are listed with who finds out and by when.'
            : 'There are no open questions.'}{' '}
          {decided === 0 ? '' : `${counted(decided, 'decision', 'decisions', 'en-GB')} are told with their reasons. `}
          {has('open-threads')
            ? 'Open threads are told with all that was said; the files carry resolved ones too. '
            : ''}
          Blank optional fields are left out; blank needed ones read “Not answered yet”.
        </p>
      </PageSection>
    </PageMain>
  );
}
