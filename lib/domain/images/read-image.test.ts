import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '#lib/domain/limits.ts';
import { exampleImages } from '#test/example-images.ts';
import { readImage } from './read-image.ts';

const problemOf = (bytes: Uint8Array) => {
  const reading = readImage(bytes);
  return reading.ok ? null : reading.problem;
};

const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test.each(Object.entries(exampleImages))('%s is told by its bytes', (_name, { type, width, height, size, bytes }) => {
  expect(readImage(bytes)).toEqual({ ok: true, facts: { type, width, height, size } });
});

describe('a JPEG from a camera held upright', () => {
  // Exif with one entry, the orientation, in either order of bytes.
  const little = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0];
  const big = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0];

  test.each([
    ['little end first', little],
    ['big end first', big],
  ])('is as high as it says it is wide: %s', (_name, tiff) => {
    const exif = [...ascii('Exif\0\0'), ...tiff];
    const plain = exampleImages.jpeg.bytes;
    const turned = new Uint8Array([
      ...plain.subarray(0, 2),
      0xff,
      0xe1,
      0,
      exif.length + 2,
      ...exif,
      ...plain.subarray(2),
    ]);
    expect(readImage(turned)).toMatchObject({ ok: true, facts: { width: 5, height: 7 } });
  });
});

test.each([
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  '\u00ef\u00bb\u00bf<?xml version="1.0"?>\n<!-- a drawing -->\n<SVG >',
])('an SVG is refused with the reason: %j', (text) => {
  expect(problemOf(ascii(text))).toBe(
    'An SVG can hold scripts and load from elsewhere, so it is not kept. Save it as PNG.',
  );
});

test.each(['', 'GIF', '%PDF-1.7', 'BM000000', '\0\0\0\u0018ftypavif', 'RIFF0000WAVE', '<html><img></html>'])(
  '%j is no image that can be kept',
  (text) => {
    expect(problemOf(ascii(text))).toBe('This is not an image that can be kept. Use PNG, JPEG, WebP or GIF.');
  },
);

test('the name and the ending of a file are not believed, since nobody asks for them', () => {
  expect(readImage(ascii('GIF89a'))).toEqual({ ok: false, problem: 'The image is damaged: it has no size.' });
});

describe('a small file that would be a large picture is refused', () => {
  const pngOf = (width: number, height: number) => {
    const bytes = exampleImages.png.bytes.slice();
    new DataView(bytes.buffer).setUint32(16, width);
    new DataView(bytes.buffer).setUint32(20, height);
    return bytes;
  };

  test('by its side', () => {
    expect(problemOf(pngOf(limits.imageSide, 1))).toBeNull();
    expect(problemOf(pngOf(limits.imageSide + 1, 1))).toMatch(/side of more than 16000 pixels/);
    expect(problemOf(pngOf(1, 0xffffffff))).toMatch(/side of more than/);
  });

  test('by its area', () => {
    expect(problemOf(pngOf(5_000, 5_000))).toBeNull();
    expect(problemOf(pngOf(5_000, 5_001))).toMatch(/more than 25 million pixels/);
  });

  test('without any', () => {
    expect(problemOf(pngOf(0, 5))).toMatch(/no size/);
  });
});

test('bytes beyond the limit are refused whatever they are', () => {
  expect(problemOf(new Uint8Array(limits.imageBytes + 1))).toMatch(/larger than 5\u202FMB/);
});

test('no bytes at all throw, cut off anywhere or changed at random', () => {
  const heads = fc.constantFrom(...Object.values(exampleImages).map(({ bytes }) => bytes));
  fc.assert(
    fc.property(heads, fc.nat(80), fc.uint8Array({ maxLength: 60 }), (head, length, tail) => {
      const reading = readImage(new Uint8Array([...head.subarray(0, length), ...tail]));
      expect(!reading.ok || reading.facts.width * reading.facts.height <= limits.imagePixels).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
