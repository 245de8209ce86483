import { errorCode } from '../db/error-code';
import { addedTo, matchAdded } from '../db/queries/late-matching';
import type { StarterDependencies } from './starter';

const BATCH = 100;

/** Matches complaints by what was added to them since the last look (IN-9, CL-4). One that fails keeps no other waiting. */
export async function matchAdditions({ database, log }: Pick<StarterDependencies, 'database' | 'log'>): Promise<void> {
  for (const complaint of await addedTo(database.queries, BATCH)) {
    try {
      await matchAdded(database, complaint);
    } catch (error) {
      log.warn({ complaint, code: errorCode(error) }, 'additions not matched, will be tried again');
    }
  }
}
