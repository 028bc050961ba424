import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleImages } from '#test/example-images.ts';
import { readImage } from './read-image.ts';
import { withoutMetadata } from './without-metadata.ts';

const SECRET = 'taken at 52.5, 13.4';
const ascii = (text: string) => Array.from(text, (character) => character.charCodeAt(0));
const bytesOf = (...parts: Iterable<number>[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const telling = (bytes: Uint8Array) => Buffer.from(bytes).includes('52.5');

/** `extra` put in front of the byte at `at`. */
const inserted = (bytes: Uint8Array, at: number, extra: Iterable<number>) =>
  bytesOf(bytes.subarray(0, at), extra, bytes.subarray(at));

test.each(Object.entries(exampleImages))('%s without metadata stays as it is', (_name, { type, bytes }) => {
  expect(withoutMetadata(bytes, type)).toEqual(new Uint8Array(bytes));
});

describe('JPEG', () => {
  const plain = exampleImages.jpeg.bytes;
  const segment = (marker: number, data: number[]) => [
    0xff,
    marker,
    data.length >> 8,
    (data.length & 255) + 2,
    ...data,
  ];
  /** Exif that says how to turn the picture and, behind its directory, where it was taken. */
  const exif = (orientation: number) => [
    ...ascii('Exif\0\0II*\0'),
    ...Uint8Array.of(8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0),
    ...ascii(SECRET),
  ];

  test.each([
    ['Exif', segment(0xe1, exif(1))],
    ['XMP', segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0${SECRET}`))],
    ['IPTC', segment(0xed, ascii(SECRET))],
    ['a second picture', segment(0xe2, ascii(`MPF\0${SECRET}`))],
    ['a comment', segment(0xfe, ascii(SECRET))],
    ['Exif behind a byte of padding', [0xff, ...segment(0xe1, exif(1))]],
  ])('leaves out %s', (_name, extra) => {
    expect(withoutMetadata(inserted(plain, 20, extra), 'jpeg')).toEqual(new Uint8Array(plain));
  });

  test('leaves out what stands behind the end', () => {
    expect(withoutMetadata(bytesOf(plain, ascii(SECRET)), 'jpeg')).toEqual(new Uint8Array(plain));
  });

  test('keeps colours, and how Adobe encodes them', () => {
    const drawn = inserted(plain, 20, [
      ...segment(0xe2, ascii('ICC_PROFILE\0profile')),
      ...segment(0xee, ascii('Adobe\0colours')),
    ]);
    expect(withoutMetadata(drawn, 'jpeg')).toEqual(drawn);
  });

  test('keeps how the picture is turned, and nothing else of the camera', () => {
    const stripped = withoutMetadata(inserted(plain, 20, segment(0xe1, exif(6))), 'jpeg');
    expect(telling(stripped)).toBe(false);
    expect(readImage(stripped)).toMatchObject({ ok: true, facts: { width: 5, height: 7 } });
    expect(withoutMetadata(stripped, 'jpeg')).toEqual(stripped);
  });

  test('pixels that look like markers stay', () => {
    const scan = inserted(plain, plain.length - 2, [0xff, 0x00, 0x12, 0xff, 0xd3, 0x34]);
    expect(withoutMetadata(scan, 'jpeg')).toEqual(scan);
  });
});

test.each(['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME', 'prIV'])('PNG leaves out %s', (kind) => {
  const { bytes } = exampleImages.png;
  const chunk = [0, 0, 0, SECRET.length, ...ascii(kind + SECRET), 1, 2, 3, 4];
  expect(withoutMetadata(inserted(bytes, 33, chunk), 'png')).toEqual(new Uint8Array(bytes));
  expect(withoutMetadata(bytesOf(bytes, chunk), 'png')).toEqual(new Uint8Array(bytes));
});

test.each(['EXIF', 'XMP '])('WebP leaves out %s, and says so', (kind) => {
  const { bytes } = exampleImages.extendedWebp;
  const told = bytesOf(bytes, ascii(kind), [SECRET.length + 1, 0, 0, 0], ascii(`${SECRET}.`));
  told[20] = 0x0c;
  new DataView(told.buffer).setUint32(4, told.length - 8, true);
  expect(withoutMetadata(told, 'webp')).toEqual(new Uint8Array(bytes));
});

describe('GIF', () => {
  const { bytes } = exampleImages.gif;
  const extension = (label: number, ...blocks: string[]) => [
    0x21,
    label,
    ...blocks.flatMap((block) => [block.length, ...ascii(block)]),
    0,
  ];

  test.each([
    ['a comment', extension(0xfe, SECRET)],
    ['what an application writes', extension(0xff, 'XMP DataXMP', SECRET)],
  ])('leaves out %s', (_name, extra) => {
    expect(withoutMetadata(inserted(bytes, 19, extra), 'gif')).toEqual(new Uint8Array(bytes));
  });

  test('keeps the number of loops', () => {
    const moving = inserted(bytes, 19, extension(0xff, 'NETSCAPE2.0', '\u0001\0\0'));
    expect(withoutMetadata(moving, 'gif')).toEqual(moving);
  });
});

const heads = fc.constantFrom(...Object.values(exampleImages));

test('whatever stands behind an image goes', () => {
  fc.assert(
    fc.property(heads, fc.uint8Array({ maxLength: 60 }), ({ type, bytes }, tail) => {
      expect(withoutMetadata(bytesOf(bytes, tail), type)).toEqual(new Uint8Array(bytes));
    }),
  );
});

test('nothing throws or grows, cut off anywhere or changed at random', () => {
  const SAYS_HOW_TO_TURN = 36;
  fc.assert(
    fc.property(heads, fc.nat(120), fc.uint8Array({ maxLength: 60 }), ({ type, bytes }, length, tail) => {
      const whole = bytesOf(bytes.subarray(0, Math.max(14, length)), tail);
      expect(withoutMetadata(whole, type).length).toBeLessThanOrEqual(whole.length + SAYS_HOW_TO_TURN);
    }),
    { numRuns: 2_000 },
  );
});
