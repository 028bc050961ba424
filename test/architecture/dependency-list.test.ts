import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

it('the docs say of every package what it is for, and of no other', () => {
  const page = readFileSync(new URL('../../docs/dependencies.md', import.meta.url), 'utf8');
  const listed = Array.from(page.matchAll(/^\| `([^`]+)` +\| [^|\s][^|]* \|$/gm), ([, name]) => name ?? '');
  const { dependencies, optionalDependencies, devDependencies } = manifest;
  const named = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
  expect(new Set(listed)).toEqual(new Set(named));
  expect(listed).toHaveLength(named.length);
});
