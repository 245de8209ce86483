import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import type { Express } from 'express';
import pino from 'pino';
import request from 'supertest';
import type { Test } from 'supertest';
import { createApp } from '../../api/app';
import { Gateway, recordBy, temporalBy } from '../../gateway/gateway';
import { Lanes, REGISTRATIONS_AT_ONCE } from '../../gateway/lanes';
import { Starter } from '../../api/starter';
import type { Database } from '../../db/client';
import { TEST_SECRET, testDatabase } from './database';
import type { TestDatabase } from './database';

/** Where to look for Temporal; by default nowhere, as when it is down. */
type Site = { address: string; namespace: string };
const NOWHERE: Site = { address: '127.0.0.1:1', namespace: 'none' };

/** The API on a database, with what one needs to call it. */
export type TestApi = {
  app: Express;
  db: TestDatabase;
  /** Lines that were logged, as objects. */
  log: Record<string, unknown>[];
  get(path: string, who?: string): Test;
  /** With a key of its own, unless another is set. */
  send(method: 'post' | 'put', path: string, who: string, body?: object, key?: string): Test;
  /** Waits for what was started on the side. */
  settle(): Promise<void>;
  close(): Promise<void>;
};

export async function testApi(given: { db?: TestDatabase; site?: Site; database?: Database } = {}): Promise<TestApi> {
  const db = given.db ?? (await testDatabase());
  const { address, namespace } = given.site ?? NOWHERE;
  const log: Record<string, unknown>[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => log.push(JSON.parse(line) as never) });
  const connection = Connection.lazy({ address, interceptors: [] });
  const temporal = temporalBy(new Client({ connection, namespace }));
  const database = given.database ?? db.database;
  const starter = new Starter({ temporal, database, log: logger });
  const gateway = new Gateway(temporal, recordBy(database));
  const app = createApp({
    database,
    gateway,
    starter,
    registrations: new Lanes(REGISTRATIONS_AT_ONCE),
    secret: TEST_SECRET,
    log: logger,
    checkAnswers: true,
  });
  const bearer = (who: string) => `Bearer ${db.tokens[who] ?? who}`;
  return {
    app,
    db,
    log,
    get: (path, who) => (who ? request(app).get(path).set('Authorization', bearer(who)) : request(app).get(path)),
    send: (method, path, who, body, key = randomUUID()) =>
      request(app)[method](path).set('Authorization', bearer(who)).set('Idempotency-Key', key).send(body),
    settle: () => starter.close(),
    close: async () => {
      await starter.close();
      await connection.close();
      if (!given.db) await db.drop();
    },
  };
}

/** Registers a complaint as a caller does who has read the README: when the database is busy, again with the same key. */
export async function registered(api: TestApi, body: object, who = 'HANDLER', key: string = randomUUID()) {
  for (let tries = 1; ; tries += 1) {
    const { status, body: answer } = await api.send('post', '/complaints', who, body, key);
    if (status === 201) return answer;
    if (status !== 503 || tries === 20) throw new Error(`Not registered: ${JSON.stringify(answer)}`);
    await new Promise((wait) => setTimeout(wait, 100));
  }
}

/** A complaint as a handler types it in; of no order and no product by name, so that the next one like it is not the same again (IN-9). */
export const AN_INTAKE = {
  channel: 'phone',
  requestType: 'complaint',
  complainant: { kind: 'consumer', name: '张小明', contacts: [{ channel: 'phone', address: '13812345678' }] },
  words: '收到的奶茶机漏水,客服一直不处理',
  demands: ['exchange', 'apology'],
};
