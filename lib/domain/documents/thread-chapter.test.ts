import { describe, expect, it } from 'vitest';
import { runChecks } from '#lib/domain/checks/run-checks.ts';
import type { JsonObject } from '#lib/domain/json.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { buildDocument } from './build-document.ts';
import { contentHash } from './content-hash.ts';
import type { DocumentProfile } from './document.ts';
import { renderHtml } from './html/render-html.ts';
import { renderMarkdown } from './markdown.ts';

const at = '2026-11-25T23:30:00.000Z';
const passage = { exact: 'honest people wait', position: { start: 0, end: 18 } };

function draftWith(threads: readonly JsonObject[], problem = 'honest people wait for days'): DraftWorksheet {
  const sections = { business: { problemStatement: problem } };
  return { format: 'plumbline/v1', title: 'Card fraud', sections, threads };
}

function documentOf(draft: DraftWorksheet, profile: DocumentProfile = 'full') {
  const worksheet = readWorksheet(draft);
  const report = runChecks(worksheet, { today: '2026-11-26', mode: 'full' });
  return buildDocument({ title: draft.title, worksheet, draft, report, profile });
}

function chapter(draft: DraftWorksheet, profile: DocumentProfile = 'full'): string {
  const [, after] = renderMarkdown(documentOf(draft, profile)).split('## Open threads\n\n');
  return after?.split('\n## ')[0]?.trim() ?? '';
}

const onPassage: JsonObject = {
  number: 41,
  kind: 'question',
  anchor: { kind: 'passage', path: 'business.problemStatement', label: 'What hurts', passage },
  comments: [
    { by: 'Analyst', at, text: 'How *long*?' },
    { by: 'Clerk', at: '2026-11-26T08:00:00.000Z', deleted: at },
  ],
};

describe('open threads in a document', () => {
  it('are told with their quote and all that was said', () => {
    expect(chapter(draftWith([onPassage]))).toBe(
      [
        '> **Question #41.** Business objective › What hurts, and whom',
        '>',
        '> > honest people wait',
        '>',
        '> The answer has changed since.',
        '>',
        '> **Analyst**, 25 Nov 2026',
        '>',
        '> How *long*?',
        '>',
        '> **Clerk**, 26 Nov 2026: this comment was deleted.',
      ].join('\n'),
    );
  });

  it('are never lost when their words or their place are gone', () => {
    expect(chapter(draftWith([onPassage], 'Something else.'))).toContain(
      '> > honest people wait\n>\n> These words are gone.',
    );
    const onItem = { kind: 'item', path: 'metrics.items.m1', label: 'Metrics › Precision' };
    const said = chapter(draftWith([{ number: 2, anchor: onItem, comments: [{ at, text: 'Why?' }] }]));
    expect(said).toContain('What it was started on is gone: Metrics › Precision.');
    expect(said).toContain('**former member**');
  });

  it('are a line each in the executive profile', () => {
    const long = { number: 3, blocking: true, comments: [{ at, text: `# Why\n\n${'word '.repeat(60)}` }] };
    const rows = chapter(draftWith([onPassage, long]), 'executive').split('\n');
    expect(rows).toHaveLength(4);
    expect(rows[2]).toContain('| How long? |');
    expect(rows[3]).toMatch(/#3 Note, blocking *\| The whole document *\| Why word .{80,120} … *\|$/);
  });

  it('are counted in front, and resolved ones are left out', () => {
    const resolved = { ...onPassage, number: 42, resolved: { by: 'Analyst', at } };
    const said = renderMarkdown(documentOf(draftWith([onPassage, resolved])));
    expect(said).toContain('1 open thread');
    expect(said).not.toContain('#42');
    expect(chapter(draftWith([resolved]))).toBe('');
  });

  it('are no part of what the hash is of', () => {
    expect(contentHash(draftWith([onPassage]))).toBe(contentHash(draftWith([])));
  });

  it('bring no markup of their own', () => {
    const text = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) #let x = 1';
    const by = '<b>Analyst</b>';
    const document = documentOf(draftWith([{ number: 1, comments: [{ by, at, text }] }]));
    const html = renderHtml(document);
    expect(html).toContain('&lt;b&gt;Analyst');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('href="javascript');
    expect(renderMarkdown(document)).not.toContain('](javascript:');
  });
});
