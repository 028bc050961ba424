import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '#lib/domain/json.ts';
import { limits } from '#lib/domain/limits.ts';
import { arbitraryDraft } from '#test/arbitrary-draft.ts';
import type { DraftWorksheet } from './draft.ts';
import { parseFile, writeFile } from './file.ts';
import { sectionHash } from './hashes.ts';
import { readWorksheet } from './read-worksheet.ts';
import { danglingReferences } from './references.ts';

const head = 'format: plumbline/v1\ntitle: Card fraud\n';

function problemsOf(yaml: string) {
  return parseFile(head + yaml, 'yaml').problems;
}

describe('reading', () => {
  it('reads what people write', () => {
    const { draft, problems } = parseFile(
      `${head}stage: framing
sections:
  overview:
    name: 2024 review
    approverRoles: [product, ML]
    inScope: [Payments on the web, "Payments in the app", Payments on the web]
    outOfScope: { notApplicable: Nothing is left out. }
  framing:
    isMlJustified: yes
    taskType: Quantile_regression
    waitBeforeOutcome: { unknown: { who: 7, by: 2027-01-15 } }
    abstain: false
    baselines:
      - name: Rules
        kind: heuristic
        values: [{ metric: loss, value: 0.4 }]
  metrics:
    items:
      - { name: Loss, id: loss }
      - { name: Loss, targetValue: { value: "0.71", evidence: e1 } }
  business: {}
`,
      'yaml',
    );
    expect(problems).toEqual([]);
    expect(draft).toEqual({
      format: 'plumbline/v1',
      title: 'Card fraud',
      stage: 'framing',
      sections: {
        overview: {
          name: '2024 review',
          approverRoles: ['product', 'ml'],
          inScope: [
            { id: 'payments-on-the-web', text: 'Payments on the web' },
            { id: 'payments-in-the-app', text: 'Payments in the app' },
            { id: 'payments-on-the-web-2', text: 'Payments on the web' },
          ],
          outOfScope: { notApplicable: 'Nothing is left out.' },
        },
        framing: {
          isMlJustified: true,
          taskType: 'quantile-regression',
          waitBeforeOutcome: { unknown: { who: '7', by: '2027-01-15' } },
          abstain: false,
          baselines: [
            { id: 'rules', name: 'Rules', kind: 'heuristic', values: [{ id: 'loss', metric: 'loss', value: 0.4 }] },
          ],
        },
        metrics: {
          items: [
            { id: 'loss', name: 'Loss' },
            { id: 'loss-2', name: 'Loss', targetValue: { value: '0.71', evidence: 'e1' } },
          ],
        },
        business: {},
      },
    });
  });

  it('says where a field stands, or what is around it', () => {
    const { locate } = parseFile(
      `${head}sections:\n  metrics:\n    items:\n      - id: m1\n        name: Loss\n`,
      'yaml',
    );
    expect(locate('metrics.items.m1.name')).toEqual({ line: 7, column: 9 });
    expect(locate('metrics.items.m1.targetValue')).toEqual({ line: 6, column: 9 });
    expect(locate('metrics')).toEqual({ line: 4, column: 3 });
    expect(locate('business.objective')).toBeUndefined();
  });
});

describe('bad input', () => {
  it.each([
    ['sections:\n  business: {objective: "x"', 4, 28, /^This is not valid YAML: /],
    ['sections:\n  business:\n\t- x', 5, 1, /Tabs are not allowed|tab/i],
    ['secions: {}', 3, 1, /^Unknown key ‘secions’. Did you mean sections\?$/],
    ['sections:\n  bussiness: {}', 4, 3, /Did you mean business\?/],
    ['sections:\n  business:\n    objectiv: x', 5, 5, /Did you mean objective\?/],
    ['sections:\n  imbalance:\n    costMatrix: { fp: 1, fq: 2 }', 5, 26, /^Unknown key ‘fq’/],
    ['sections:\n  imbalance:\n    prevalenceProduction: 0.2', 5, 5, /^‘0.2’ has no % sign.$/],
    ['sections:\n  framing:\n    horizon: 90', 5, 5, /^90 what\?$/],
    ['sections:\n  framing:\n    horizon: 3 months', 5, 5, /^A month has no fixed length.$/],
    ['sections:\n  framing:\n    horizon: 15 kg', 5, 5, /^‘kg’ is not a unit of time/],
    ['sections:\n  framing:\n    taskType: binry', 5, 5, /^‘binry’ is not one of the answers.$/],
    ['sections:\n  framing:\n    classes: [{ id: a }, { id: a }]', 5, 26, /^Two items have the id ‘a’.$/],
    ['sections:\n  framing:\n    classes: [{ id: Not OK }]', 5, 5, /^An id is 1 to 32/],
    ['sections:\n  business:\n    deadline: 2027-02-30', 5, 5, /is not a date/],
    ['sections:\n  overview:\n    links: [{ url: "javascript:alert(1)" }]', 5, 15, /is not a web address/],
    ['sections:\n  business:\n    objective: a\n    objective: b', 6, 5, /stands here twice/],
    ['sections:\n  business:\n    __proto__: { polluted: true }', 5, 5, /cannot be a key/],
    ['custom:\n  constructor: { prototype: { polluted: true } }', 4, 3, /cannot be a key/],
    ['custom: &a [x]\nprofile: { y: *a }', 4, 15, /^Aliases are not read/],
    ['custom: !!binary aGk=', 3, 18, /^Tags such as/],
    ['sections: { sampling: { testShare: { value: 1,5 % } } }', 3, 47, /^‘5 %’ has no value: between braces a comma/],
    ['custom: { a: high, if late }', 3, 20, /^‘if late’ has no value/],
    ['stage: frmaing', 3, 1, /^A stage is one of/],
    ['waivers: [{ check: MET-06, path: metrics, by: Lead, raeson: x }]', 3, 1, /‘raeson’|‘reason’/],
    [
      'evidence: [{ id: e1, calculator: x, input: {} }, { id: e1, calculator: x, input: {} }]',
      3,
      1,
      /^Two pieces of evidence/,
    ],
    ['sections:\n  overview:\n    name: "half \\ud83d"', 5, 5, /cannot be stored/],
  ])('%s', (yaml, line, column, message) => {
    const problem = problemsOf(yaml).find((found) => message.test(found.message));
    expect(problem).toMatchObject({ line, column });
  });

  it('reads a reference to nothing, which is for a check to find', () => {
    const yaml =
      'sections:\n  imbalance:\n    minorityClass: fraud\n  framing:\n    classes: [{ id: fruad, name: Fraud }]';
    const { draft, problems, locate } = parseFile(head + yaml, 'yaml');
    expect(problems).toEqual([]);
    const dangling = danglingReferences(readWorksheet(draft));
    expect(dangling).toEqual([{ path: 'imbalance.minorityClass', target: 'class', id: 'fraud', near: 'fruad' }]);
    expect(locate('imbalance.minorityClass')).toEqual({ line: 5, column: 5 });
  });

  it('offers both readings of a bare percentage and of a bare duration', () => {
    const [percentage, duration] = problemsOf(
      'sections:\n  imbalance:\n    prevalenceTest: 0.2\n  framing:\n    horizon: 90\n',
    )
      .map((problem) => problem.suggestion)
      .toSorted((a = '', b = '') => a.localeCompare(b));
    expect(percentage).toBe('0.2 % or 20 %');
    expect(duration).toBe('90 ms or 90 s or 90 min or 90 h');
  });

  it.each([
    ['', /not a worksheet file/],
    ['- a', /not a worksheet file/],
    ['title: x', /first line has to be/],
    ['format: plumbline/v9\ntitle: x', /not known here/],
    ['format: plumbline/v1', /needs a title/],
    ['[', /^This is not valid YAML/],
  ])('%j is no worksheet', (text, message) => {
    expect(parseFile(text, 'yaml').problems[0]?.message).toMatch(message);
  });

  it('takes commas in quotes and in lists, and keys that are empty on purpose', () => {
    const { draft, problems } = parseFile(`${head}custom: { a: "1,5", b: [1,5], c: , d: }`, 'yaml');
    expect(problems).toEqual([]);
    expect(draft.custom).toEqual({ a: '1,5', b: [1, 5], c: null, d: null });
  });

  it('says where JSON breaks, and takes no YAML for it', () => {
    expect(parseFile('{\n  "format": "plumbline/v1",\n  "title": }', 'json').problems).toMatchObject([
      { line: 3, column: 12, message: 'This is not valid JSON: a value is expected here.' },
    ]);
    expect(parseFile(head, 'json').problems[0]?.message).toMatch(/not valid JSON/);
  });

  it('pollutes no prototype', () => {
    const text =
      '{"format":"plumbline/v1","title":"x","__proto__":{"polluted":1},"sections":{"__proto__":{"polluted":1}}}';
    expect(parseFile(text, 'json').problems.length).toBe(2);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('refuses 20 MB before reading it', () => {
    expect(problemsOf(`appendix: ${'x'.repeat(20_000_000)}`)).toEqual([
      { line: 1, column: 1, message: 'A worksheet file takes at most 12 MB.' },
    ]);
  });

  it('refuses ten thousand items and what is nested without end', () => {
    const items = Array.from({ length: 10_000 }, (_, index) => `      - Point ${index}`).join('\n');
    const problems = problemsOf(`sections:\n  overview:\n    inScope:\n${items}\n`);
    expect(problems).toMatchObject([
      { line: 5, column: 5, message: 'A list takes at most 500 items; this has 10000.' },
    ]);
    expect(problemsOf(`custom: ${'['.repeat(30)}${']'.repeat(30)}`)).toMatchObject([
      { message: 'It is nested too deeply.' },
    ]);
    expect(problemsOf(`custom: ${'['.repeat(3_000)}${']'.repeat(3_000)}`)[0]?.message).toMatch(
      /nested too deeply|not valid YAML/,
    );
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('yaml' as const, 'json' as const), (text, kind) => {
        for (const written of [text, `${head}sections:\n  overview: ${text}`]) {
          for (const problem of parseFile(written, kind).problems) expect(problem.line).toBeGreaterThan(0);
        }
      }),
    );
  });
});

/** The same value with its keys the other way round, as a database may hand it back. */
function shuffled(value: Json): Json {
  if (isJsonArray(value)) return value.map(shuffled);
  return isJsonObject(value) ? shuffledObject(value) : value;
}

function shuffledObject(value: JsonObject): JsonObject {
  const members = Object.entries(value).toReversed();
  return Object.fromEntries(members.map(([key, member]) => [key, shuffled(member)]));
}

function shuffledDraft({ sections, title, format, ...rest }: DraftWorksheet): DraftWorksheet {
  const reversed = Object.entries(sections).toReversed();
  return {
    ...rest,
    sections: Object.fromEntries(reversed.map(([key, section]) => [key, shuffledObject(section)])),
    title,
    format,
  };
}

// Random drafts of the whole definition take their time on a busy machine.
describe('writing', { timeout: 60_000 }, () => {
  it.each(['yaml', 'json'] as const)('gives the same bytes after reading, whatever the texts: %s', (kind) => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const written = writeFile(draft, kind);
        const { draft: read, problems } = parseFile(written, kind);
        expect(problems).toEqual([]);
        expect(writeFile(read, kind)).toBe(written);
        expect(read).toEqual(draft);
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const other = shuffledDraft(draft);
        expect(writeFile(other, 'yaml')).toBe(writeFile(draft, 'yaml'));
        for (const [key, section] of Object.entries(draft.sections)) {
          expect(sectionHash(other.sections[key] ?? {})).toBe(sectionHash(section));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('puts keys in the order of the definition, sections of answers first things first', () => {
    const draft: DraftWorksheet = {
      sections: { business: { objective: 'x', problemStatement: 'a\nb\n' }, overview: { oneLiner: 'y', name: 'z' } },
      waivers: [{ by: 'Lead', reason: 'r', path: 'metrics', check: 'MET-06' }],
      title: 'T',
      format: 'plumbline/v1',
    };
    expect(writeFile(draft, 'yaml')).toBe(
      [
        'format: plumbline/v1',
        'title: T',
        'sections:',
        '  overview:',
        '    name: z',
        '    oneLiner: y',
        '  business:',
        '    problemStatement: |',
        '      a',
        '      b',
        '    objective: x',
        'waivers:',
        '  - check: MET-06',
        '    path: metrics',
        '    reason: r',
        '    by: Lead',
        '',
      ].join('\n'),
    );
  });

  it('reads any draft into a worksheet without unreadable answers but those marked so', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const marked = JSON.stringify(draft.sections).split('"unreadable":').length - 1;
        const read = JSON.stringify(readWorksheet(draft), (_, value: unknown) =>
          value instanceof Map ? [...value] : value,
        );
        const found = read.split('"state":"unreadable"').length - 1;
        // A group marked as a whole answers for each of its fields.
        expect(found > 0).toBe(marked > 0);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['yaml', `custom:\n${' - a\n'.repeat(limits.fileValues)}`],
    ['yaml', `custom: ${'['.repeat(limits.fileValues + 1)}`],
    ['json', `{"custom": [${'0,'.repeat(limits.fileValues)}0]}`],
  ] as const)('refuses %s with more lines and values than it can read in good time', (kind, text) => {
    expect(parseFile(text, kind).problems).toMatchObject([{ message: expect.stringContaining('lines and values') }]);
  });
});
