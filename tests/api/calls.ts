import type { Response } from 'supertest';
import { tokenHash } from '../../db/approval-code';
import { apiTokens, staff } from '../../db/schema';
import type { Role } from '../../domain/words';
import type { EngineApi } from '../support/engine-api';

/** What came of a call: the answer, or why not. */
export type Outcome = Pick<Response, 'status' | 'body'>;

/** Calls on one complaint, as tests write them. */
export const callsOn = (engine: () => EngineApi, number: () => string) => ({
  post: (path: string, who: string, body: object = {}): Promise<Outcome> =>
    engine().api.send('post', `/complaints/${number()}${path}`, who, body),
  put: (path: string, who: string, body: object = {}): Promise<Outcome> =>
    engine().api.send('put', `/complaints/${number()}${path}`, who, body),
  get: async (path: string, who = 'HANDLER'): Promise<Outcome['body']> =>
    (await engine().api.get(`/complaints/${number()}${path}`, who)).body,
});

/** `done`, the code of a refusal, or the fields that are not as allowed. */
export const told = ({ status, body }: Outcome): string =>
  status === 200
    ? 'done'
    : (body.errors?.map(({ path }: { path: string }) => path).join(' ') ??
      String(body.type).replace('urn:huiyin:problem:', ''));

/** Somebody new on the staff; gives the token that stands for him in calls. */
export async function hire(engine: EngineApi, id: string, roles: Role[], team: string): Promise<string> {
  const { queries } = engine.api.db.database;
  const token = `hy_test_${id}`;
  await queries.insert(staff).values({ id, name: `岗位 ${id}`, roles, team });
  await queries.insert(apiTokens).values({ tokenHash: tokenHash(token), staffId: id });
  return token;
}
