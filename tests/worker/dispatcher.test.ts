import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc, eq, sql } from 'drizzle-orm';
import pino from 'pino';
import { openDatabase } from '../../db/client';
import { insertNotices } from '../../db/queries/notices';
import { inbox, obligations, outbox } from '../../db/schema';
import type { Notice } from '../../domain/notices';
import { dispatchBatch, runDispatcher } from '../../worker/dispatcher';
import { fileChannel } from '../../worker/file-channel';
import type { Channel, Message } from '../../worker/file-channel';
import { TEST_LINKS } from '../support/database';
import { Engine, SUPERVISOR } from '../support/engine';

let engine: Engine;
let folder: string;
beforeAll(async () => {
  engine = await Engine.start({ worker: 'none' });
  folder = mkdtempSync(join(tmpdir(), 'huiyin-notices-'));
}, 120_000);
afterAll(async () => {
  await engine?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const log = pino({ level: 'silent' });
const dispatch = (...channels: Channel[]) =>
  dispatchBatch({ database: engine.db.database, channels, links: TEST_LINKS, log });
const register = async (): Promise<string> => {
  const number = await engine.register({ start: false });
  await dispatch();
  return number;
};
const queue = (number: string, ...notices: Notice[]) =>
  Promise.all(insertNotices(engine.db.database.queries, number, notices, new Date()));
const rows = (number: string) =>
  engine.db.database.queries.select().from(outbox).where(eq(outbox.complaint, number)).orderBy(asc(outbox.id));
const callSupervisors: Notice = {
  key: 'review-9:called_upon',
  notice: 'called_upon',
  recipients: { roles: ['supervisor'], team: 'east', except: [] },
  params: { duty: 'review', dueAt: Date.UTC(2026, 10, 24, 10) },
};
const again = (number: string) =>
  engine.db.database.queries
    .update(outbox)
    .set({ notBefore: sql`clock_timestamp()` })
    .where(eq(outbox.complaint, number));

test('IN-5 the customer gets number, next step, expected time and the post of his handler', async () => {
  const number = await engine.register({ start: false });
  await dispatch(fileChannel(folder));
  const box = join(folder, `customer-${number}`);
  const text = readFileSync(join(box, readdirSync(box)[0]!), 'utf8');
  expect(text).toContain(number);
  expect(text).toContain('感谢您的反馈');
  expect(text).toMatch(/华东客服专员一将在 \d{4}-\d\d-\d\d（周.）\d\d:\d\d 前与您联系/);
  const [row] = await rows(number);
  expect(row).toMatchObject({ notice: 'acknowledgement', subject: `投诉受理回执 ${number}` });
  expect(row?.sentAt).not.toBeNull();
});

test('RE-8 no notice to staff names the customer', async () => {
  const number = await engine.register({ start: false });
  await dispatch(fileChannel(folder));
  for (const { body, subject, recipients } of await rows(number)) {
    if (!('customer' in recipients)) expect(`${subject}${body}`).not.toMatch(/某客户|13800000000/);
  }
});

test('a notice goes to everybody it is for and to nobody else, once, however often it is queued', async () => {
  const number = await register();
  await queue(number, callSupervisors);
  await queue(number, callSupervisors);
  const sent: Message[] = [];
  await Promise.all([1, 2, 3].map(() => dispatch((message) => Promise.resolve(void sent.push(message)))));
  expect(sent.map(({ to }) => to)).toEqual([SUPERVISOR.id]);
  const told = await engine.db.database.queries.select().from(inbox).where(eq(inbox.complaint, number));
  // One tells him of the complaint itself (CL-5), one calls upon him.
  expect(told.filter(({ staffId }) => staffId === SUPERVISOR.id)).toHaveLength(2);
});

test('who stands in two places is told once of what was missed', async () => {
  const number = await register();
  const missed = (key: string): Notice => ({
    ...callSupervisors,
    key,
    notice: 'breach',
    recipients: { person: SUPERVISOR.id },
    duty: 'first_contact-1',
  });
  await queue(number, missed('first_contact-1:breach'), missed('first_contact-1:breach:superior'));
  const sent: Message[] = [];
  await dispatch((message) => Promise.resolve(void sent.push(message)));
  expect(sent.map(({ to }) => to)).toEqual([SUPERVISOR.id]);
});

test('a channel that fails holds up its own message only; it is sent later and stands in the inbox once', async () => {
  const number = await register();
  const dead: Channel = ({ subject }) =>
    subject.includes('待办') ? Promise.reject(new Error('dead')) : Promise.resolve();
  await queue(number, callSupervisors, {
    key: 'x',
    notice: 'assigned',
    recipients: { person: 'handler-1' },
    params: { duty: 'review', dueAt: 0 },
  });
  await dispatch(dead);
  const held = (await rows(number)).find(({ key }) => key === callSupervisors.key);
  expect(held).toMatchObject({ sentAt: null, tries: 1, error: 'Error' });
  expect((await rows(number)).find(({ key }) => key === 'x')?.sentAt).not.toBeNull();
  expect(await dispatch()).toBe(0);
  await again(number);
  expect(await dispatch()).toBe(1);
});

test('HA-1 a reminder of a duty that has been done meanwhile is not sent', async () => {
  const number = await register();
  const [first] = await engine.obligations(number);
  await queue(number, {
    key: `${first!.id}:reminder:0`,
    notice: 'reminder',
    recipients: { person: 'handler-1' },
    params: { duty: 'first_contact', dueAt: 0 },
    duty: first!.id,
  });
  await engine.db.database.queries.update(obligations).set({ state: 'met' }).where(eq(obligations.complaint, number));
  await dispatch();
  expect((await rows(number)).find(({ notice }) => notice === 'reminder')).toMatchObject({
    dropped: true,
    sentAt: null,
  });
});

test('a message written twice is one file', async () => {
  const channel = fileChannel(folder);
  const message = { id: 7, to: 'somebody', at: new Date(0), subject: '主题', body: '内容' };
  await channel(message);
  await channel(message);
  expect(readdirSync(join(folder, 'somebody'))).toEqual(['00000007.txt']);
});

test('the dispatcher wakes when a notice is queued, outlives a lost connection, and stops when told', async () => {
  const number = await register();
  const stopping = new AbortController();
  const sent: string[] = [];
  const channel: Channel = ({ subject }) => Promise.resolve(void sent.push(subject));
  const running = runDispatcher(
    { database: engine.db.database, databaseUrl: engine.db.url, channels: [channel], links: TEST_LINKS, log },
    stopping.signal,
  );
  await new Promise((done) => setTimeout(done, 300));
  await queue(number, callSupervisors);
  await until(() => sent.length === 1);
  await engine.db.database.queries.execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen outbox'`,
  );
  await queue(number, { ...callSupervisors, key: 'another' });
  await until(() => sent.length === 2);
  stopping.abort();
  await running;
}, 30_000);

async function until(done: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !done(); i += 1) await new Promise((wait) => setTimeout(wait, 50));
  expect(done()).toBe(true);
}

test('while Postgres is away the dispatcher looks for it every few seconds, not all the time', async () => {
  const stopping = new AbortController();
  let warnings = 0;
  const counting = { ...log, warn: () => (warnings += 1) } as unknown as typeof log;
  const nowhere = 'postgres://nobody@127.0.0.1:1/nothing';
  const gone = openDatabase(nowhere);
  const running = runDispatcher(
    { database: gone, databaseUrl: nowhere, channels: [], links: TEST_LINKS, log: counting },
    stopping.signal,
  );
  await new Promise((done) => setTimeout(done, 1_500));
  stopping.abort();
  await running;
  await gone.close();
  expect(warnings).toBe(1);
});
