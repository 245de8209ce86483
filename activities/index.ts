import type { Database } from '../db/client';
import { holderOf } from './holder-of';
import { record } from './record';
import { recordImprovement, rereadImprovement } from './record-improvement';
import { reread } from './reread';

/** What activities need from outside. */
export type ActivityDependencies = { database: Database; secret: string };

/** Everything that the workflows ask of the world. All of it may run twice. */
export function createActivities({ database, secret }: ActivityDependencies) {
  return {
    record: record(database, secret),
    reread: reread(database),
    holderOf: holderOf(database),
    recordImprovement: recordImprovement(database),
    rereadImprovement: rereadImprovement(database),
  };
}

export type Activities = ReturnType<typeof createActivities>;
