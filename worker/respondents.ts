import { errorCode } from '../db/error-code';
import { improvementsToTell } from '../db/queries/improvements';
import { Gateway, recordBy, temporalBy } from '../gateway/gateway';
import { tellRespondents } from '../gateway/respondents';
import type { StarterDependencies } from './starter';

const BATCH = 100;

/** Tells open improvements who is complained about now, where that has changed (HA-18). One that cannot be told keeps no other waiting. */
export async function tellImprovements({ database, client, log }: StarterDependencies): Promise<void> {
  const gateway = new Gateway(temporalBy(client), recordBy(database));
  const waiting = await improvementsToTell(database.queries, BATCH);
  await Promise.all(
    waiting.map((improvement) =>
      tellRespondents(gateway, improvement).catch((error: unknown) => {
        log.warn({ id: improvement.id, code: errorCode(error) }, 'respondents not told, will be tried again');
      }),
    ),
  );
}
