import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { ShownImages } from '#components/images/shown-images.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { OwnerLine } from '#components/worksheets/section-owner.tsx';
import { WorksheetShell } from '#components/worksheets/worksheet-shell.tsx';
import type { DesignDocument, DocumentSection } from '#lib/domain/documents/document.ts';
import { sections as definedSections } from '#lib/domain/worksheets/all-sections.ts';
import { isBegun } from '#lib/domain/worksheets/begun.ts';
import { valuesOf } from '#components/worksheets/section-values.ts';
import { paths } from '#lib/paths.ts';
import { Blocks } from './blocks.tsx';
import { CarriedBlocks } from './carried-blocks.tsx';
import { documentOf, type WorksheetAnswer } from './document-of.ts';
import { KeepFresh } from './keep-fresh.tsx';

interface ReadDocumentProps {
  readonly at: { readonly workspace: string; readonly project: string };
  readonly worksheet: WorksheetAnswer;
  readonly timeZone: string;
  /** Key of the one section to show; the whole document without it. */
  readonly only?: string;
}

/** The design document on the page: the very blocks that the exports write. */
export function ReadDocument({ at, worksheet, timeZone, only }: ReadDocumentProps) {
  const { document } = documentOf(worksheet, timeZone, 'full');
  const shown = document.sections.filter(({ key }) => only === undefined || key === only);
  const begun = isBegun(valuesOf(worksheet.sections));
  return (
    <WorksheetShell mode="read">
      <KeepFresh sequence={worksheet.sequence} />
      <ShownImages images={worksheet.images}>
        <article>
          {only === undefined ? <Front document={document} /> : <WholeLink at={at} />}
          {!begun && only === undefined ? (
            <EmptyState
              action={
                <LinkButton
                  as={AppLink}
                  look="primary"
                  href={paths.write({ ...at, section: definedSections[0]?.key ?? '' })}
                >
                  Write
                </LinkButton>
              }
            >
              Nothing is written yet. The document grows from the answers, section by section.
            </EmptyState>
          ) : (
            shown.map((section) => <Chapter key={section.key} section={section} at={at} alone={only !== undefined} />)
          )}
        </article>
      </ShownImages>
    </WorksheetShell>
  );
}

function Front({ document }: { readonly document: DesignDocument }) {
  return (
    <header className="border-b border-hairline pb-6">
      <h1 className="font-serif text-t-6">{document.title}</h1>
      <Blocks blocks={document.front} />
    </header>
  );
}

function WholeLink({ at }: Pick<ReadDocumentProps, 'at'>) {
  return (
    <p className="screen-only text-t-1">
      <AppLink href={paths.document(at)} className="link">
        Whole document
      </AppLink>
    </p>
  );
}

/** What is no part of the document, and comes into sight with the pointer or the keyboard. */
const ON_APPROACH =
  'opacity-0 group-focus-within/chapter:opacity-100 group-hover/chapter:opacity-100 pointer-coarse:opacity-100';

interface ChapterProps {
  readonly section: DocumentSection;
  readonly at: ReadDocumentProps['at'];
  readonly alone: boolean;
}

function Chapter({ section, at, alone }: ChapterProps) {
  const Title = alone ? 'h1' : 'h2';
  const editable = section.number !== undefined;
  return (
    <section aria-labelledby={section.key} className="group/chapter pt-8">
      <header className="flex flex-wrap items-baseline gap-x-3">
        <Title id={section.key} tabIndex={-1} className="scroll-mt-24 font-serif text-t-5">
          {section.number === undefined ? null : <span className="mr-3 font-normal text-ink-3">{section.number}</span>}
          {section.title}
        </Title>
        {editable ? (
          <>
            <AppLink
              href={paths.write({ ...at, section: section.key })}
              className={`link screen-only text-t-1 sm:ml-auto ${ON_APPROACH}`}
            >
              Write<span className="sr-only">: {section.title}</span>
            </AppLink>
            <OwnerLine section={section.key} title={section.title} whileNobody={ON_APPROACH} />
          </>
        ) : null}
      </header>
      <CarriedBlocks text={JSON.stringify(section.blocks)} />
    </section>
  );
}
