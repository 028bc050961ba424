import { paths } from '#lib/paths.ts';
import type { Mail } from './mail.ts';

/** Addresses and texts of the mails. The addresses are those of lib/paths.ts, with the server's own in front. */

export function invitationAddress(serverUrl: string, token: string): string {
  return `${serverUrl}/invite/${token}`;
}

export function resetAddress(serverUrl: string, token: string): string {
  return `${serverUrl}/reset/${token}`;
}

export function invitationMail(invitation: { to: string; by: string; workspace: string; url: string }): Mail {
  return {
    to: invitation.to,
    subject: `${oneLine(invitation.by)} invites you to ${oneLine(invitation.workspace)}`,
    text: `${oneLine(invitation.by)} invites you to the workspace ${oneLine(invitation.workspace)} in Plumbline.

Come in: ${invitation.url}

The link lets one person in, once, within seven days.
`,
  };
}

export function passwordResetMail(reset: { email: string; name: string; token: string }, serverUrl: string): Mail {
  return {
    to: reset.email,
    subject: 'Set a new password for Plumbline',
    text: `${oneLine(reset.name)},

someone asked for a new password for this address. Set it here within two hours:

${resetAddress(serverUrl, reset.token)}

If it was not you, do nothing: the password stays as it is.
`,
  };
}

interface NoticeInMail {
  readonly to: string;
  readonly serverUrl: string;
  readonly reason: 'mention' | 'reply' | 'question';
  /** 'thread.41', 'question.business.objective' */
  readonly subject: string;
  readonly label: string;
  readonly by: string | null;
  readonly workspace: string;
  readonly project: { readonly id: string; readonly slug: string; readonly title: string };
  /** What was said since the last mail, oldest first; of a question its note. */
  readonly said: readonly { readonly by: string | null; readonly body: string }[];
  /** Lets whoever has it turn these mails off, and nothing else. */
  readonly stopToken: string;
}

const SOMEBODY = 'A former member';

const DONE = { mention: 'mentions you', reply: 'has answered', question: 'asks you' } as const;

/** One mail a thread or question: who did what in its first line, what was said, a link to the place, and the way out. */
export function noticeMail(notice: NoticeInMail): Mail {
  const { subject, label, project, reason, serverUrl, stopToken } = notice;
  const by = oneLine(notice.by ?? SOMEBODY);
  const title = oneLine(project.title);
  const at = { workspace: notice.workspace, project: project.slug };
  const [kind = '', ...rest] = subject.split('.');
  const isThread = kind === 'thread';
  const place = oneLine(label) === '' ? 'the whole document' : oneLine(label);
  const about = isThread ? `thread #${rest[0] ?? ''} on ${place}` : place;
  const link = isThread ? paths.document({ ...at, panel: subject }) : paths.question({ ...at, field: rest.join('.') });
  const stop = `${serverUrl}${paths.stopMail({ token: stopToken })}`;
  const said = notice.said.map((one) => `${oneLine(one.by ?? SOMEBODY)}:\n${quoted(one.body)}\n`).join('\n');
  return {
    to: notice.to,
    subject: `${title}: ${about}`,
    about: `${project.id}.${subject.replace(/[^a-zA-Z0-9.-]/g, '-')}`,
    stop,
    text: `${by} ${DONE[reason]}${reason === 'question' ? ' about' : ' in'} ${about} (${title}).

${said === '' ? '' : `${said}\n`}Open it: ${serverUrl}${link}

Stop these mails: ${stop}
`,
  };
}

function quoted(text: string): string {
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => `> ${line}`)
    .join('\n');
}

/** A name must not be able to start a new line of the mail, or a new header. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
