import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A message on its way out. `id` names it for ever: whoever gets it twice can tell. */
export type Message = { id: number; to: string; at: Date; subject: string; body: string };

/** A way by which messages leave. Called again after a failure, so it must bear being called twice for one message. */
export type Channel = (message: Message) => Promise<void>;

/**
 * Writes each message into a folder of its recipient, one file a message, named after it: sent again, it is the same file.
 * The folder must not be readable by strangers: messages to customers carry their case.
 */
export function fileChannel(folder: string): Channel {
  return async ({ id, to, at, subject, body }) => {
    const mailbox = join(folder, to);
    await mkdir(mailbox, { recursive: true, mode: 0o700 });
    const name = `${String(id).padStart(8, '0')}.txt`;
    const unfinished = join(mailbox, `.${name}.${process.pid}`);
    await writeFile(unfinished, `${at.toISOString()}\n${subject}\n\n${body}\n`, { mode: 0o600 });
    await rename(unfinished, join(mailbox, name));
  };
}
