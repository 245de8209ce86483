import type { Logger } from 'pino';
import type { Database } from '../db/client';
import type { Actor } from '../domain/people';
import type { Gateway } from '../gateway/gateway';
import type { Lanes } from '../gateway/lanes';
import type { Starter } from './starter';

/** Everything that the API needs from outside. Joined in `main.ts`, and in tests. */
export type Dependencies = {
  database: Database;
  /** Hands actions over to the complaint's workflow. */
  gateway: Gateway;
  /** Starts the workflows of new complaints, without making the caller wait. */
  starter: Starter;
  /** Lets a few registrations into the database at once. */
  registrations: Lanes;
  /** Approval codes are derived from it. */
  secret: string;
  log: Logger;
  /** In tests: an answer that differs from its description is an error. */
  checkAnswers?: boolean;
};

/** The member of staff who calls, as Postgres knows him at this moment. */
export type Caller = Actor & { name: string; directContact: string | null };
