import { describe, expect, it } from 'vitest';
import { canonicalJson, sectionHash, valueHash } from './hashes.ts';
import { upgrade, type Upgrade } from './stored.ts';

describe('upgrade', () => {
  const steps: Upgrade[] = [
    { from: 'plumbline/v1', to: 'plumbline/v2', change: ({ name, ...file }) => ({ ...file, title: name ?? '' }) },
    { from: 'plumbline/v2', to: 'plumbline/v3', change: (file) => ({ ...file, stage: 'framing' }) },
  ];

  it('brings an old file up to date, one version at a time', () => {
    expect(upgrade({ format: 'plumbline/v1', name: 'T' }, steps, 'plumbline/v3')).toEqual({
      ok: true,
      file: { format: 'plumbline/v3', title: 'T', stage: 'framing' },
    });
  });

  it('leaves the current version alone', () => {
    const file = { format: 'plumbline/v1', title: 'T' };
    expect(upgrade(file)).toEqual({ ok: true, file });
  });

  it('refuses what it does not know', () => {
    expect(upgrade({ format: 'plumbline/v4' }, steps, 'plumbline/v3')).toMatchObject({ ok: false });
    expect(upgrade({ title: 'T' })).toMatchObject({
      ok: false,
      problem: 'The first line has to be ‘format: plumbline/v1’.',
    });
  });
});

describe('hashes', () => {
  it('does not see the order of keys, and sees everything else', () => {
    expect(canonicalJson({ b: [1, 'x'], a: null })).toBe('{"a":null,"b":[1,"x"]}');
    expect(sectionHash({ a: 1, b: 2 })).toBe(sectionHash({ b: 2, a: 1 }));
    expect(sectionHash({ a: [1, 2] })).not.toBe(sectionHash({ a: [2, 1] }));
  });

  it('is SHA-256 of the canonical JSON', () => {
    // printf '{}' | sha256sum
    expect(sectionHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
    expect(valueHash({})).toBe('44136fa355b3678a1146ad16f7e8649e');
  });

  it('gives blank an empty hash', () => {
    expect(valueHash(undefined)).toBe('');
    expect(valueHash(null)).toBe('');
    expect(valueHash('')).not.toBe('');
  });
});
