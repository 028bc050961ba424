import { asRole } from '#components/members/role-words.ts';
import { roles } from '#lib/domain/access/roles.ts';
import { type Json, type JsonObject, own } from '#lib/domain/json.ts';

/** Finds the name of a person by id; people who are gone have none. */
export type NameOf = (id: string) => string | undefined;

const text = (value: Json | undefined) => (typeof value === 'string' ? value : '');

function roleText(value: Json | undefined): string {
  const role = roles.find((name) => name === value);
  return role === undefined ? 'a member' : asRole(role);
}

type Teller = (payload: JsonObject, person: (key: string) => string) => string;

/** What happened, as the rest of a sentence that begins with who did it. */
const TELLERS: Readonly<Record<string, Teller>> = {
  'workspace.created': (payload) => `created the workspace ${text(own(payload, 'name'))}`.trim(),
  'workspace.updated': () => 'changed the settings of the workspace',
  'member.joined': (payload) => `joined as ${roleText(own(payload, 'role'))}`,
  'member.roleChanged': (payload, person) => `made ${person('member')} ${roleText(own(payload, 'role'))}`,
  'member.removed': (_, person) => `removed ${person('member')}`,
  'member.resetLinkMade': (_, person) => `made a password link for ${person('member')}`,
  'invitation.created': (payload) => `made an invitation for ${roleText(own(payload, 'role'))}`,
  'invitation.revoked': () => 'revoked an invitation',
  'account.signedIn': (payload) => {
    const address = text(own(payload, 'address'));
    return `signed in by ${text(own(payload, 'how')) || 'password'}${address === '' ? '' : ` from ${address}`}`;
  },
  'account.signInFailed': () => 'failed to sign in: wrong password',
  'account.signedOut': () => 'signed out',
  'account.passwordChanged': () => 'changed their password',
  'account.passwordReset': () => 'set a new password by a link',
  'account.sessionsRevoked': () => 'signed out other browsers',
  'token.created': (payload) => `made the API token ${text(own(payload, 'name'))}`,
  'token.revoked': () => 'revoked an API token',
};

/** One entry of the audit log; a kind that is newer than this page is named as the log names it. */
export function auditSentence(type: string, payload: JsonObject, nameOf: NameOf): string {
  const tell = TELLERS[type];
  return tell ? tell(payload, (key) => nameOf(text(own(payload, key))) ?? 'a former member') : type;
}
