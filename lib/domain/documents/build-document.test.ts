import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { defaultProfile } from '#lib/domain/checks/profile.ts';
import type { CheckReport, Finding } from '#lib/domain/checks/report.ts';
import type { Json, JsonObject } from '#lib/domain/json.ts';
import { sections } from '#lib/domain/worksheets/all-sections.ts';
import type { Field, Fields, LeafField } from '#lib/domain/worksheets/definition.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { answerAt } from '#lib/domain/worksheets/paths.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { walk } from '#lib/domain/worksheets/walk.ts';
import { buildDocument } from './build-document.ts';
import type { Block, DesignDocument, DocumentProfile } from './document.ts';
import { renderMarkdown } from './markdown.ts';
import { flattened, plainText } from './runs.ts';

const emptyReport: CheckReport = {
  findings: [],
  gaps: [],
  waiting: [],
  passed: [],
  notApplicable: [],
  waived: [],
  profile: defaultProfile,
};

function documentOf(
  draft: Partial<DraftWorksheet>,
  { report = emptyReport, profile = 'full' }: { report?: CheckReport; profile?: DocumentProfile } = {},
): DesignDocument {
  const whole: DraftWorksheet = { format: 'plumbline/v1', title: 'Card fraud', sections: {}, ...draft };
  return buildDocument({ title: whole.title, worksheet: readWorksheet(whole), draft: whole, report, profile });
}

/** The words of one section. */
function shown(document: DesignDocument, key: string): string {
  const section = document.sections.find((candidate) => candidate.key === key);
  return section === undefined ? '' : plainText(flattened(section.blocks));
}

/** A draft in which everything is answered, lists by one item, words by `word`. */
function filled(word: (path: string) => string): DraftWorksheet {
  const values = (fields: Fields, at: string): JsonObject =>
    Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, valueFor(field, `${at}.${key}`, key)]));
  const valueFor = (field: Field, path: string, key: string): Json => {
    if (field.kind === 'list') return [{ id: 'x1', ...values(field.fields, `${path}.x1`) }];
    if (field.kind === 'group') return values(field.fields, path);
    return leafValue(field, word(path), key);
  };
  const drafted = sections.map(({ key, fields }): [string, JsonObject] => [key, values(fields, key)]);
  return { format: 'plumbline/v1', title: word('title'), sections: Object.fromEntries(drafted) };
}

function leafValue(field: LeafField, words: string, key: string): Json {
  switch (field.kind) {
    case 'text':
    case 'markdown':
    case 'person':
      return words;
    case 'yes-no':
      return true;
    case 'choice':
      return key === 'currency' ? 'EUR' : (Object.keys(field.options)[0] ?? '');
    case 'choices':
      return Object.keys(field.options).slice(0, 2);
    case 'date':
      return '2027-06-01';
    case 'reference':
      return 'x1';
    case 'link':
      return 'https://example.org/report';
    case 'duration':
      return '15 min';
    case 'percentage':
      return '0.2 %';
    case 'quantity':
      return field.dimension === 'rate' ? '2.5M/day' : field.dimension === 'bytes' ? '2 GB' : '0.71';
    case 'integer':
    case 'money':
    case 'number':
      return '1';
  }
}

describe('the document of a worksheet', () => {
  test.each(['binary', 'generation'])('says every word that was answered: %s', (taskType) => {
    const words = new Map<string, string>();
    const whole = filled((path) => {
      const word = `word${words.size}x`;
      words.set(path, word);
      return word;
    });
    const framing = { ...whole.sections['framing'], taskType };
    const draft = { ...whole, sections: { ...whole.sections, framing } };
    const worksheet = readWorksheet(draft);
    const said = renderMarkdown(documentOf(draft));
    const asked: string[] = [];
    walk(worksheet, ({ path, field, applies }) => {
      if (!applies) return 'skip';
      const answer = answerAt(worksheet, path);
      const isWords = field.kind === 'text' || field.kind === 'markdown' || field.kind === 'person';
      if (isWords && answer?.state === 'answered') asked.push(path);
      return 'descend';
    });
    expect(asked.length).toBeGreaterThan(40);
    // The title of the project is the name of the worksheet, and stands above all.
    const missing = asked.filter((path) => path !== 'overview.name' && !said.includes(words.get(path) ?? '?'));
    expect(missing).toEqual([]);
  });

  test('is the same, byte for byte, and knows its content by a hash', () => {
    const draft = filled((path) => path);
    expect(renderMarkdown(documentOf(draft))).toBe(renderMarkdown(documentOf(structuredClone(draft))));
    const { contentHash } = documentOf(draft);
    expect(contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(documentOf({ ...draft, waivers: [], custom: {} }).contentHash).toBe(contentHash);
    const open = { business: { whyNow: { unknown: {} } } };
    expect(documentOf({ sections: open }).contentHash).not.toBe(documentOf({ sections: { business: {} } }).contentHash);
    expect(documentOf({ ...draft, title: 'other' }).contentHash).not.toBe(contentHash);
  });

  test('tells blank, unknown, unreadable and not applicable apart', () => {
    const business = {
      objective: 'Lose less',
      problemStatement: { unknown: { who: 'Fraud data scientist', by: '2026-12-12' } },
      whyNow: { notApplicable: 'it always hurt' },
      buildCost: { unreadable: 'abt 15' },
      currentProcess: { unknown: {} },
    };
    const document = documentOf({ stage: 'framing', sections: { business } });
    const words = shown(document, 'business');
    expect(words).toContain('What hurts, and whom Not known yet – Fraud data scientist, by 12 Dec 2026');
    expect(words).toContain('What happens today Not known yet ');
    expect(words).toContain('Who owns the objective Not answered yet');
    expect(words).toContain('Cost to build abt 15');
    expect(words).toContain('Does not apply • Why now – it always hurt');
    expect(words).not.toContain('Root cause');
    expect(renderMarkdown(document)).toContain('**Cost to build.** “abt 15” *(not readable)*');
    expect(shown(document, 'open-questions')).toBe(
      'Business objective › What hurts, and whom · Fraud data scientist · 12 Dec 2026 Business objective › What happens today · – · –',
    );
    expect(plainText(flattened(document.front))).toContain('2 open questions');
  });

  test('misses answers of the stage that is asked for, and of no later one', () => {
    const binary = { framing: { taskType: 'binary' } };
    expect(shown(documentOf({ stage: 'framing', sections: binary }), 'imbalance')).not.toContain('Share of positives');
    expect(shown(documentOf({ stage: 'design', sections: binary }), 'imbalance')).toContain(
      'Share of positives in production Not answered yet',
    );
  });

  test('puts sections that cannot apply into one line', () => {
    const document = documentOf({ sections: { framing: { taskType: 'ranking' } } });
    expect(shown(document, 'does-not-apply')).toBe('Class imbalance and error costs.');
    expect(document.sections.map((section) => section.key)).not.toContain('imbalance');
  });

  test('sets quantities properly and marks how they are known', () => {
    const document = documentOf({
      sections: {
        business: {
          currency: 'EUR',
          buildCost: '180000',
          runCostPerMonth: '~€12k',
          valuePerAbstain: '-€2',
          volumePerPeriod: '2500000/day',
        },
        framing: { decisionDeadline: 'PT15M' },
      },
    });
    const said = renderMarkdown(document);
    expect(said).toContain('**Cost to build.** €180,000\n');
    expect(said).toContain('**Cost to run.** €12k a month\u202f≈\n');
    expect(said).toContain('**How often it happens.** 2,500,000/day\n');
    expect(said).toContain('**Value of one case left to people.** −€2\n');
    expect(said).toContain('15\u00a0minutes\n');
  });

  test('shows what follows from the answers, with the formula and the numbers in it', () => {
    const business = { currency: 'EUR', volumePerPeriod: '1000/day', gainPerCase: '~€2' };
    const said = renderMarkdown(documentOf({ sections: { business } }));
    expect(said).toContain('**Expected benefit a year.** €730,000\u202fƒ\n');
    expect(said).toContain('cases a year × gain per case = 365,000 × €2. It leans on a guess.\n');
    expect(said).not.toContain('Pays back after');
  });

  test('names what references point at', () => {
    const items: JsonObject[] = [
      {
        id: 'm1',
        name: 'Precision',
        kind: 'model',
        role: 'primary',
        targetValue: '0.9',
        drives: 'm2',
        mechanism: 'fewer reviews',
      },
      { id: 'm2', name: 'Fraud loss', kind: 'business' },
    ];
    expect(shown(documentOf({ sections: { metrics: { items } } }), 'metrics')).toContain(
      'The model is judged by Precision: 0.9 to ship. It stands for Fraud loss: fewer reviews.',
    );
  });

  test('gives executives what matters, without details of items', () => {
    const draft = filled((path) => path);
    const full = renderMarkdown(documentOf(draft));
    const executive = renderMarkdown(documentOf(draft, { profile: 'executive' }));
    expect(executive.length).toBeLessThan(full.length * 0.6);
    expect(executive).toContain('business.objective');
    expect(executive).not.toContain('business.whyNow');
  });
});

describe('findings', () => {
  const finding: Finding = {
    key: 'MET-13:metrics.items.m1.targetValue',
    rule: 'MET-13',
    version: 1,
    severity: 'warning',
    kind: 'contradiction',
    paths: ['metrics.items.m1.targetValue', 'imbalance.prevalenceProduction'],
    ends: [
      { path: 'metrics.items.m1.targetValue', label: 'Target', shown: '0.90', basis: 'stated' },
      { path: 'imbalance.prevalenceProduction', label: 'Live share', shown: '0.2\u202f%', basis: 'guess' },
    ],
    message: 'The target will read 0.018 when live.',
    numbers: [{ name: 'prevalence', symbol: 'π', value: 0.002, shown: '0.2\u202f%' }],
    formula: 'odds = π/(1−π)',
    principle: 'A measure read at one prevalence reads another at the next',
    source: 'Elkan 2001',
    leansOnGuess: true,
    valueHash: '00',
  };

  test('show both ends, the numbers and the formula', () => {
    const document = documentOf(
      {},
      { report: { ...emptyReport, findings: [finding, { ...finding, kind: 'gap' }], passed: ['BIZ-01'] } },
    );
    const words = shown(document, 'findings');
    expect(words).toContain('1 contradiction. 1 gap; 0 checks wait for answers, 1 passes.');
    expect(words).toContain('The target will read 0.018 when live. Target · 0.90 Live share · 0.2\u202f%');
    expect(words).toContain(
      'odds = π/(1−π), with π = 0.2\u202f%. A measure read at one prevalence reads another at the next. Source: Elkan 2001.',
    );
    expect(renderMarkdown(document)).toContain('> **Warning MET-13.** The target will read 0.018 when live.');
    expect(renderMarkdown(document)).toContain('| Live share | 0.2\u202f%\u202f≈ |');
  });

  test('that were accepted stay, with reason, name and end', () => {
    const words = { reason: 'Pilot only.', by: 'Head of payments', expires: '2027-06-01' };
    const waiver = { state: 'accepted', path: 'metrics.items.m1', ...words } as const;
    const accepted = shown(
      documentOf({}, { report: { ...emptyReport, waived: [{ ...finding, waiver }] } }),
      'findings',
    );
    expect(accepted).toContain('No contradiction between the answers given, 1 accepted finding.');
    expect(accepted).toContain('Pilot only. (Head of payments, until 1 Jun 2027)');
    const expired = { ...finding, waiver: { ...waiver, state: 'expired' } } as const;
    expect(shown(documentOf({}, { report: { ...emptyReport, findings: [expired] } }), 'findings')).toContain(
      'No longer accepted, its time is over: Pilot only. (Head of payments, until 1 Jun 2027)',
    );
  });

  test('say which bounds somebody moved', () => {
    const profile = { ...defaultProfile, 'MET-01.rare': 0.01 };
    expect(shown(documentOf({}, { report: { ...emptyReport, profile } }), 'about')).toContain(
      'MET-01.rare 0.01, not 0.05: ',
    );
    expect(shown(documentOf({}), 'about')).toContain('Bounds of the checks The defaults.');
  });
});

test.each([
  '<script>alert(1)</script>',
  '*a* _b_ `c` ~~d~~',
  '[x](javascript:alert(1)) ![y](https://example.org/y.png)',
  '# h',
  '| a | b |',
  '#let x = 1; $y$',
  'שלום',
  '欺诈 🚨',
])('%j in every text is text in the Markdown', (words) => {
  const kinds = new Set<string>();
  const collect = (node: Nodes): void => {
    kinds.add(node.type);
    if ('children' in node) node.children.forEach(collect);
  };
  const long = /[*_`~[\]#|]/.test(words);
  // Marks in long texts mean what they say; there the words are only what Markdown makes of them.
  const draft = filled((path) => (long && isLongText(path) ? 'plain' : words));
  const said = renderMarkdown(documentOf(draft));
  collect(fromMarkdown(said, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  expect(
    [...kinds].filter((kind) => ['html', 'image', 'code', 'inlineCode', 'delete', 'definition'].includes(kind)),
  ).toEqual(['inlineCode']);
  expect(said).not.toContain('](javascript:');
});

const longTexts = new Set(sections.flatMap(({ key, fields }) => longTextsOf(fields, key)));

function longTextsOf(fields: Fields, at: string): string[] {
  return Object.entries(fields).flatMap(([key, field]): string[] => {
    const path = `${at}.${key}`;
    if (field.kind === 'list') return longTextsOf(field.fields, `${path}.x1`);
    if (field.kind === 'group') return longTextsOf(field.fields, path);
    return field.kind === 'markdown' ? [path] : [];
  });
}

function isLongText(path: string): boolean {
  return longTexts.has(path);
}

test('levels of headings are never skipped', () => {
  const document = documentOf(filled((path) => path));
  for (const { blocks } of document.sections) {
    const depths = blocks.flatMap((block: Block) => (block.kind === 'heading' ? [block.depth] : []));
    expect(depths.every((depth, index) => depth === 1 || index > 0)).toBe(true);
  }
});
