import { describe, expect, test } from 'vitest';
import { limits } from '#lib/domain/limits.ts';
import { exampleImages, imagesOf } from '#test/example-images.ts';
import type { DraftWorksheet } from './draft.ts';
import { parseFile, writeFile } from './file.ts';

const { png, gif } = exampleImages;

const draft: DraftWorksheet = {
  format: 'plumbline/v1',
  title: 'Trial',
  sections: { overview: { summary: `![now](image:${png.name})` }, business: { whyNow: `![then](image:${gif.name})` } },
};

const images = imagesOf(gif, png);

describe.each(['yaml', 'json'] as const)('a %s file', (kind) => {
  test('carries the images that its texts name, and gives them back byte for byte', () => {
    const written = writeFile(draft, kind, images);
    const read = parseFile(written, kind);
    expect(read.problems).toEqual([]);
    expect(read.draft).toEqual(draft);
    expect(read.images).toEqual(images);
    expect(writeFile(read.draft, kind, read.images)).toBe(written);
  });

  test('without them can be read all the same', () => {
    const read = parseFile(writeFile(draft, kind), kind);
    expect([read.problems, read.images.size, read.draft]).toEqual([[], 0, draft]);
  });

  test('leaves out what no text names', () => {
    const { business: _, ...sections } = draft.sections;
    expect(writeFile({ ...draft, sections }, kind, images)).not.toContain(gif.data);
  });

  test('stays as large as can be read again: what does not fit is only named', () => {
    const large = { ...png, data: 'A'.repeat(limits.carriedImageCharacters - gif.data.length + 4) };
    const written = writeFile(draft, kind, new Map([...images, [png.name, large]]));
    expect(written).not.toContain(gif.data);
    expect(written.length).toBeLessThan(limits.fileBytes);
    expect(parseFile(written, kind).problems).toMatchObject([{ message: expect.stringContaining('larger than 5') }]);
  });
});

const problemsOf = (name: string, data: string) =>
  parseFile(`format: plumbline/v1\ntitle: Trial\nimages:\n  - name: ${name}\n    data: ${data}\n`, 'yaml').problems;

test.each([
  ['another image than its name says', gif.name, png.data, 'Its data is another image than its name says.'],
  ['what is not base64', png.name, `${png.data}=`, 'Its data is not base64.'],
  ['an SVG', png.name, Buffer.from('<svg onload="alert(1)">').toString('base64'), 'An SVG can hold scripts'],
  ['a name that could be a path', '../../x', png.data, '32 hexadecimal digits'],
])('%s is a problem with a place', (_what, name, data, words) => {
  expect(problemsOf(name, data)).toMatchObject([{ line: 3, message: expect.stringContaining(words) }, ...rest(name)]);
});

/** A name of the wrong shape does not fit its image either. */
function rest(name: string): object[] {
  return name.includes('/') ? [{ message: expect.stringContaining('another image') }] : [];
}
