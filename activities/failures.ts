import { ApplicationFailure } from '@temporalio/common';

/**
 * What went wrong, as a code. Postgres puts values into its messages (`Key (phone)=(138…)`), and Temporal keeps failures
 * for a year: so neither message nor stack of a foreign error leaves an activity.
 */
export function withoutDetails<A extends unknown[], R>(
  activity: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  return async (...args) => {
    try {
      return await activity(...args);
    } catch (error) {
      throw ApplicationFailure.create({ message: codeOf(error), type: 'ActivityFailed', nonRetryable: false });
    }
  };
}

/** The SQLSTATE or system code of an error, looked for in its causes; the class of the error where there is none. */
function codeOf(error: unknown): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as Error & { code?: unknown };
    if (typeof code === 'string') return code;
  }
  return error instanceof Error ? error.name : 'unknown';
}
