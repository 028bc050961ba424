import { expect, test } from 'vitest';
import { personNamed } from './person-named.ts';

const person = (id: string, name: string) => ({ id, name, email: `${id}@example.org`, role: 'editor', writes: true });
const people = [person('dana', 'Dana Ruiz'), person('d2', 'Dana'), person('d3', 'Dana')];

test('a whole name or mail address names a person, in any case', () => {
  expect(personNamed(' dana ruiz ', people)?.id).toBe('dana');
  expect(personNamed('D2@example.org', people)?.id).toBe('d2');
});

test('a part of a name, the name of two, and nothing name nobody', () => {
  expect(personNamed('Dana R', people)).toBeNull();
  expect(personNamed('Dana', people)).toBeNull();
  expect(personNamed('', people)).toBeNull();
});
