import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { draftOf } from '#components/documents/document-of.ts';
import { QuestionSheet } from '#components/questions/question-sheet.tsx';
import { forPage } from '#components/sessions/for-page.ts';
import { labelAt } from '#lib/domain/checks/words/shown-value.ts';
import { framingLine } from '#lib/domain/documents/framing-line.ts';
import { guidanceAt } from '#lib/domain/worksheets/guidance/all-guidance.ts';
import { fieldAtPath, itemAround, parsePath } from '#lib/domain/worksheets/paths.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { paths } from '#lib/paths.ts';
import { caller } from '#lib/server/procedures/caller.ts';

interface QuestionPageProps {
  readonly params: Promise<{ workspace: string; slug: string; field: string }>;
}

export async function generateMetadata({ params }: QuestionPageProps): Promise<Metadata> {
  const { field } = await params;
  return { title: fieldAtPath(decodeURIComponent(field))?.label ?? 'Not found' };
}

/** An item that was deleted since somebody was asked about it is the sheet’s business; a field that never was is not. */
export default async function QuestionPage({ params }: QuestionPageProps) {
  const { workspace, slug, field } = await params;
  const path = decodeURIComponent(field);
  const place = parsePath(path);
  if (place?.kind !== 'field') notFound();
  const at = { workspace, project: slug };
  const call = await caller();
  const [stored, project, { asked }] = await forPage(
    Promise.all([call.worksheets.get(at), call.projects.get(at), call.questions.get({ ...at, path })]),
    paths.question({ ...at, field: path }),
  );
  const worksheet = readWorksheet(draftOf(stored));
  const guidance = guidanceAt(path);
  return (
    <QuestionSheet
      path={path}
      field={place.field}
      title={labelAt(worksheet, path)}
      section={{ key: place.section.key, title: place.section.title }}
      item={itemAround(path) ?? null}
      project={project.title}
      framing={framingLine(worksheet)}
      guidance={guidance && { why: guidance.why, good: guidance.good }}
      asked={asked}
    />
  );
}
