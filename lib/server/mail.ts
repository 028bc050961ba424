import nodemailer, { type Transporter } from 'nodemailer';
import { env } from './env.ts';
import { oncePerProcess } from './process-wide.ts';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text: it quotes, threads and reads well everywhere, and nothing in it can be tracked. */
  readonly text: string;
}

/**
 * Sends a mail where a mail server is set. Never throws: what the mail carries is always reachable another way, so the
 * command that wanted to send it has still succeeded.
 * @returns whether the mail server took it
 */
export async function sendMail(mail: Mail): Promise<boolean> {
  const { smtp } = env();
  if (smtp === undefined) return false;
  const transport = oncePerProcess<Transporter>('mail', () =>
    nodemailer.createTransport(smtp.url, { from: smtp.from }),
  );
  try {
    await transport.sendMail(mail);
    return true;
  } catch (error) {
    console.error(`mail: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}
