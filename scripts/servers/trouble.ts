/** Something the person at the keyboard can put right. The message is a whole sentence: what is wrong and what to do; it is shown without a stack. */
export class Trouble extends Error {
  override readonly name: string = 'Trouble';
}

/** A server did not start because somebody else listens on one of its ports. */
export class PortTaken extends Trouble {
  override readonly name = 'PortTaken';
}

/** Errors whose message was written for people; compared by name because config.ts does not import scripts. */
const PLAIN = new Set(['Trouble', 'PortTaken', 'ConfigError']);

/** The words for an error: its sentence when it was written for people, everything we know otherwise. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return PLAIN.has(error.name) ? error.message : (error.stack ?? error.message);
}

/** Runs a script's main function; a failure is told on the terminal and ends the process with 1. */
export function runScript(main: () => Promise<number | void>): void {
  main().then(
    (code) => process.exit(code ?? 0),
    (error: unknown) => {
      console.error(explain(error));
      process.exit(1);
    },
  );
}
