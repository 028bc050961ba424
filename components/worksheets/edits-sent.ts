import type { Outbox } from '#lib/client/outbox.ts';

/** Waits until the edits made here are with the server, which judges by what it knows. */
export async function editsSent(outbox: Outbox): Promise<void> {
  outbox.flush();
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      const { kind } = outbox.state;
      if (kind === 'saving') return;
      stop();
      if (kind === 'offline' || kind === 'not-saved') reject(new Error('The server does not answer'));
      else resolve();
    };
    const stop = outbox.onChange(look);
    look();
  });
}
