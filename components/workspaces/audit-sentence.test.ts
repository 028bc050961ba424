import { expect, test } from 'vitest';

import { auditSentence } from './audit-sentence.ts';

const nameOf = (id: string) => (id === 'u1' ? 'Data engineer' : undefined);

test.each([
  ['member.roleChanged', { member: 'u1', before: 'viewer', role: 'editor' }, 'made Data engineer an editor'],
  ['member.removed', { member: 'gone', role: 'editor' }, 'removed a former member'],
  ['account.signedIn', { how: 'password', address: '10.0.0.7' }, 'signed in by password from 10.0.0.7'],
  ['account.signedIn', { how: 'identity provider', address: '' }, 'signed in by identity provider'],
  ['member.joined', { role: 'unheard-of' }, 'joined as a member'],
  ['moon.landed', {}, 'moon.landed'],
])('%s %j: %s', (type, payload, sentence) => {
  expect(auditSentence(type, payload, nameOf)).toBe(sentence);
});
