import { tokenHash } from '../../db/approval-code';
import type { Database } from '../../db/client';
import { actorByToken } from '../../db/queries/staff';
import type { Caller } from '../dependencies';
import { Problem } from './problem';

const CHALLENGE = { 'WWW-Authenticate': 'Bearer realm="huiyin"' };

/** Who calls, asked of Postgres at every call: a role that was taken away is gone with the next one. `at`: when the call came (ms, UTC). */
export async function authenticated(database: Database, header: string | undefined, at: number): Promise<Caller> {
  if (header === undefined) throw Problem.of('unauthenticated', { given: 'nothing' }, { headers: CHALLENGE });
  const token = /^Bearer +([\w.~+/=-]{1,200})$/i.exec(header)?.[1];
  if (token === undefined) throw Problem.of('unauthenticated', { given: 'another_scheme' }, { headers: CHALLENGE });
  const caller = await actorByToken(database.queries, tokenHash(token), new Date(at));
  if (!caller) throw Problem.of('unauthenticated', { given: 'unknown_token' }, { headers: CHALLENGE });
  return caller;
}
