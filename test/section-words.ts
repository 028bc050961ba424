import { defaultProfile } from '#lib/domain/checks/profile.ts';
import { buildDocument } from '#lib/domain/documents/build-document.ts';
import { flattened, plainText } from '#lib/domain/documents/runs.ts';
import type { Stage } from '#lib/domain/worksheets/definition.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';

/** What the document says in one of the sections of a draft, as words with plain spaces. */
export function sectionWords(key: string, sections: DraftWorksheet['sections'], stage: Stage = 'framing'): string {
  const draft: DraftWorksheet = { format: 'plumbline/v1', title: 'Card fraud', stage, sections };
  const nothing = { findings: [], gaps: [], waiting: [], passed: [], notApplicable: [], waived: [] };
  const document = buildDocument({
    title: draft.title,
    worksheet: readWorksheet(draft),
    draft,
    report: { ...nothing, profile: defaultProfile },
    profile: 'full',
  });
  const section = document.sections.find((candidate) => candidate.key === key);
  return section === undefined ? '' : plainText(flattened(section.blocks)).replaceAll(/[\u00a0\u202f]/g, ' ');
}
