/** The SQLSTATE or system code of an error, looked for in its causes; its class where there is none. Never its words: Postgres puts values into them. */
export function errorCode(error: unknown): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as Error & { code?: unknown };
    if (typeof code === 'string') return code;
  }
  return error instanceof Error ? error.name : 'unknown';
}
