import nodemailer, { type Transporter } from 'nodemailer';
import { env } from './env.ts';
import { oncePerProcess } from './process-wide.ts';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text: it quotes, threads and reads well everywhere, and nothing in it can be tracked. */
  readonly text: string;
  /** Puts mails about one thing together in a mail program: an id that is the same for all of them. */
  readonly about?: string;
  /** Where a mail program can turn such mails off. */
  readonly stop?: string;
}

/**
 * Sends a mail where a mail server is set. Never throws: what the mail carries is always reachable another way, so the
 * command that wanted to send it has still succeeded.
 * @returns whether the mail server took it
 */
export async function sendMail(mail: Mail): Promise<boolean> {
  const { smtp, url } = env();
  if (smtp === undefined) return false;
  const transport = oncePerProcess<Transporter>('mail', () =>
    nodemailer.createTransport(smtp.url, { from: smtp.from }),
  );
  try {
    const { about, stop, ...plain } = mail;
    const id = about === undefined ? undefined : `<${about}@${new URL(url).hostname}>`;
    await transport.sendMail({
      ...plain,
      ...(id !== undefined && { references: id, inReplyTo: id }),
      ...(stop !== undefined && { list: { unsubscribe: { url: stop, comment: 'Stop these mails' } } }),
    });
    return true;
  } catch (error) {
    console.error(`mail: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}
