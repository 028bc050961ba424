import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begunCall, callOf, mentionOf, mentionsIn } from './mentions.ts';

const members = [
  { id: 'u1', name: 'Ana' },
  { id: 'u2', name: 'Ana Souza' },
  { id: 'u3', name: 'Zoë de Vries' },
  { id: 'u4', name: 'Li [QA]' },
  { id: 'u5', name: 'Kim Park' },
  { id: 'u6', name: 'Kim  park' },
  { id: 'u7', name: '王芳' },
];

const called = (markdown: string) => mentionsIn(markdown, members).called;

describe('mentionsIn', () => {
  it.each([
    ['a name', 'What do you think, @Ana?', ['u1']],
    ['the longest name', '@Ana Souza knows', ['u2']],
    ['in any case, over a line end', 'ask @ana\nsouza', ['u2']],
    ['with its accents in two parts', '@Zoe\u0308 de Vries', ['u3']],
    ['after a bracket or a quotation mark', '(@Ana) and “@Zoë de Vries”', ['u1', 'u3']],
    ['in another script', '请@王芳看一下', []],
    ['with a space before', '请 @王芳', ['u7']],
    ['each once, in order', '@Zoë de Vries, @Ana, @Zoë de Vries', ['u3', 'u1']],
    ['by its link', `See ${mentionOf({ id: 'u2', name: 'Someone else now' })}.`, ['u2']],
    ['by its link, brackets in the name', `${mentionOf({ id: 'u4', name: 'Li [QA]' })} and @Li [QA]`, ['u4']],
    ['in bold', '**@Ana** and *@Zoë de Vries*', ['u1', 'u3']],
  ])('calls %s', (_what, markdown, expected) => {
    expect(called(markdown)).toEqual(expected);
  });

  it.each([
    ['an address', 'write to x@Ana or mail@ana.example'],
    ['an escaped sign', '\\@Ana'],
    ['a longer name', '@Anabel and @Ana_2'],
    ['code in a line', '`@Ana` and ``a ` @Ana``'],
    ['a block of code', '```\n@Ana\n```\nor\n~~~~\n@Ana\n~~~\n@Ana'],
    ['the link of a stranger', '[@Ana](member:u99)'],
    ['another link', '[@Ana](https://example.org)'],
    ['a lone sign', '@ @@ @'],
  ])('calls nobody in %s', (_what, markdown) => {
    expect(called(markdown)).toEqual([]);
  });

  it('reads on after code that is not closed', () => {
    expect(called('a ` b @Ana')).toEqual(['u1']);
    expect(called('` a\n\n@Ana `')).toEqual(['u1']);
    expect(called('```\ncode\n```\n@Ana')).toEqual(['u1']);
  });

  it('says whom it did not find, and who may be meant', () => {
    expect(mentionsIn('@Kim Park and @Bob, [@Eve \\[x\\]](member:u99)', members)).toEqual({
      called: [],
      unclear: ['Kim Park'],
      nobody: ['Bob', 'Eve [x]'],
    });
  });

  it('finds every member by the link that the page makes, wherever it stands', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .map((text) => text.replace(/[\n\r`]/g, ' '));
    const prose = fc.constantFrom('', 'Words. ', '- point ', '**bold** ', 'x@y ');
    fc.assert(
      fc.property(name, prose, prose, (person, before, after) => {
        const member = { id: '0190-ab', name: person };
        fc.pre(person.trim() !== '');
        expect(mentionsIn(`${before}${mentionOf(member)} ${after}`, [member]).called).toEqual(['0190-ab']);
      }),
    );
  });

  it('is not held up by a text of nothing but marks', () => {
    const many = Array.from({ length: 1_000 }, (_, at) => ({ id: `m${at}`, name: `Name ${at}` }));
    expect(mentionsIn('@'.repeat(10_000), many).called).toEqual([]);
    expect(mentionsIn('@Name 7 '.repeat(1_200), many).called).toEqual(['m7']);
    expect(mentionsIn('` `` ```x '.repeat(1_000), many).called).toEqual([]);
  });
});

describe('a name that is being typed', () => {
  it.each([
    ['Ask @', { at: 4, typed: '' }],
    ['Ask @an', { at: 4, typed: 'an' }],
    ['Ask @Ana Li', { at: 4, typed: 'Ana Li' }],
    ['(@Ana ', { at: 1, typed: 'Ana ' }],
    ['@Jean-Luc', { at: 0, typed: 'Jean-Luc' }],
    ['Ask @Ana Lima about', null],
    ['ana@example.org', null],
    ['a \\@ana', null],
    ['Ask @7', null],
    ['nobody', null],
    ['', null],
  ])('in %j', (before, begun) => {
    expect(begunCall(before)).toEqual(begun);
  });

  it('is found again as the person who was chosen', () => {
    const [ana] = members;
    if (ana === undefined) throw new Error('There are members.');
    expect(mentionsIn(`Ask ${callOf(ana, members)} now`, members).called).toEqual([ana.id]);
    for (const kim of members.filter(({ name }) => name === 'Kim Park')) {
      expect(mentionsIn(`Ask ${callOf(kim, members)} now`, members).called).toEqual([kim.id]);
    }
  });
});
