import { ApplicationFailure } from '@temporalio/common';
import { errorCode } from '../db/error-code';

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
      throw ApplicationFailure.create({ message: errorCode(error), type: 'ActivityFailed', nonRetryable: false });
    }
  };
}
