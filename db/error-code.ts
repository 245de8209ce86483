/** The SQLSTATE or system code of an error, looked for in its causes; its class where there is none. Never its words: Postgres puts values into them. */
export function errorCode(error: unknown): string {
  // By shape, not by class: errors of the runtime itself may come from another realm.
  for (let cause = error as Shape | undefined; cause && typeof cause === 'object'; cause = cause.cause) {
    if (typeof cause.code === 'string') return cause.code;
  }
  return (error as Shape | undefined)?.name ?? 'unknown';
}

type Shape = { code?: unknown; name?: string; cause?: Shape };
