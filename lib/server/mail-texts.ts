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

/** A name must not be able to start a new line of the mail, or a new header. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
