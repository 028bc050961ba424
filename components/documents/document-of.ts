import { runChecks } from '#lib/domain/checks/run-checks.ts';
import { buildDocument } from '#lib/domain/documents/build-document.ts';
import type { DesignDocument, DocumentProfile } from '#lib/domain/documents/document.ts';
import type { CheckReport } from '#lib/domain/checks/report.ts';
import type { NamedImage } from '#components/images/shown-images.tsx';
import type { JsonObject } from '#lib/domain/json.ts';
import { FORMAT, type DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { valuesOf } from '#components/worksheets/section-values.ts';
import { todayIn } from '#components/worksheets/today-in.ts';

/** What the page of a project is given of its worksheet. */
export interface WorksheetAnswer {
  readonly title: string;
  readonly sections: Readonly<Record<string, { readonly value: JsonObject }>>;
  readonly rest: JsonObject;
  /** Those that the texts name and the project has. */
  readonly images: readonly NamedImage[];
  readonly sequence: number;
}

export interface BuiltDocument {
  readonly document: DesignDocument;
  readonly report: CheckReport;
}

export function draftOf({ title, rest, sections }: WorksheetAnswer): DraftWorksheet {
  return { ...rest, format: FORMAT, title, sections: valuesOf(sections) };
}

/** The document that every export hands out, for the page. */
export function documentOf(worksheet: WorksheetAnswer, timeZone: string, profile: DocumentProfile): BuiltDocument {
  const draft = draftOf(worksheet);
  const read = readWorksheet(draft);
  const report = runChecks(read, { today: todayIn(timeZone), mode: 'full' });
  return { document: buildDocument({ title: draft.title, worksheet: read, draft, report, profile }), report };
}
