import pino from 'pino';
import { eq, sql } from 'drizzle-orm';
import { inbox, messages, messageSteps, outbox, turns } from '../../db/schema';
import { dispatchBatch } from '../../worker/dispatcher';
import { AN_INTAKE } from '../support/api';
import { TEST_LINKS } from '../support/database';
import { EngineApi } from '../support/engine-api';

let e: EngineApi;
beforeAll(async () => {
  e = await EngineApi.start();
}, 120_000);
afterAll(() => e?.stop());

let serial = 0;
const MAIL = { channel: 'email', sender: 'somebody@example.com', body: '买的净水器一直漏水，请尽快处理。' };
const arrive = (given: object = {}, who = 'HANDLER', key?: string) =>
  e.api.send('post', '/messages', who, { ...MAIL, externalId: `m-${(serial += 1)}`, ...given }, key);
const waiting = async (given: object = {}): Promise<number> => (await arrive(given)).body.message.id;
const send = (method: 'post' | 'put', path: string, body: object, who = 'HANDLER', key?: string) =>
  e.api.send(method, path, who, body, key);
const read = async (id: number, who = 'HANDLER') => (await e.api.get(`/messages/${id}`, who)).body;
const register = (given: object, who = 'HANDLER', key?: string) => {
  const { words: _words, channel: _channel, ...rest } = AN_INTAKE;
  return send('post', '/complaints', { ...rest, ...given }, who, key);
};
const listed = async (query: string, who = 'HANDLER') => (await e.api.get(`/messages?${query}`, who)).body;
const idsOf = (page: { messages: { id: number }[] }) => page.messages.map(({ id }) => id);
const db = () => e.api.db.database.queries;

describe('IN-11 a message of a connected channel', () => {
  test('waits, with the due time of its first answer counted from arrival, and why', async () => {
    const { status, body, headers } = await arrive({ arrivedAt: '2026-03-02T11:50:00+08:00' });
    expect([status, body.repeated, headers['location']]).toEqual([201, false, `/messages/${body.message.id}`]);
    expect(body.message).toMatchObject({
      state: 'waiting',
      stateZh: '待处理',
      channelZh: '电子邮件',
      sender: 's***@example.com',
      team: 'east',
      arrivedAt: '2026-03-02T03:50:00.000Z',
      answerDueAt: '2026-03-02T05:50:00.000Z',
      late: true,
      complaint: null,
    });
    expect(body.message.sentence).toBe(
      '自 2026-03-02（周一）11:50 收到来信起，按营业时间（09:00–12:00、13:30–18:00）计 30 分钟：午间不计，' +
        '截至 2026-03-02（周一）13:50。依据日历 cn-2026。',
    );
    expect(body.message.history).toEqual([
      expect.objectContaining({ step: 'received', by: { id: 'handler-1', name: '华东客服专员一' } }),
    ]);
  });

  test('is the same message when the channel hands it in twice, under whatever key, at once or later', async () => {
    const calls = await Promise.all(Array.from({ length: 5 }, () => arrive({ externalId: 'twice' })));
    expect(new Set(calls.map(({ body }) => body.message.id)).size).toBe(1);
    expect(calls.filter(({ body }) => !body.repeated)).toHaveLength(1);
    const other = await arrive({ externalId: 'twice', channel: 'web_form' });
    expect(other.body.repeated).toBe(false);
  });

  test('RE-7 is not shown to whoever hands it in again and may not read it', async () => {
    const given = { externalId: 'seen-once', team: 'south' };
    const first = await arrive(given, 'HANDLER_SOUTH');
    const again = await arrive(given, 'HANDLER');
    expect(again.body).toEqual({ repeated: true, message: null });
    expect(again.text).not.toContain(MAIL.body);
    expect((await arrive(given, 'HANDLER_SOUTH')).body).toMatchObject({ message: { id: first.body.message.id } });
  });

  test('has one answer for one key; the key with another message is refused', async () => {
    const first = await arrive({ externalId: 'k-1' }, 'HANDLER', 'key-1');
    const again = await arrive({ externalId: 'k-1' }, 'HANDLER', 'key-1');
    const other = await arrive({ externalId: 'k-2' }, 'HANDLER', 'key-1');
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect([other.status, other.body.type]).toEqual([422, 'urn:huiyin:problem:key_used_otherwise']);
  });

  test('may come from a connector that does nothing else, for the team that it names', async () => {
    await db().execute(sql`insert into staff (id, name, roles, team) values ('mail-gate', '邮箱接入', '[]', 'gate')`);
    await db().execute(
      sql`insert into api_tokens (token_hash, staff_id) values (encode(sha256('hy_gate'), 'hex'), 'mail-gate')`,
    );
    const { status, body } = await arrive({ team: 'south' }, 'hy_gate');
    expect([status, body.message.team]).toEqual([201, 'south']);
    const aside = await send('post', `/messages/${body.message.id}/set-aside`, { reason: '广告' }, 'hy_gate');
    expect([aside.status, aside.body.type]).toEqual([403, 'urn:huiyin:problem:role_needed']);
    expect((await e.api.get(`/messages/${body.message.id}`, 'HANDLER_SOUTH')).status).toBe(200);
    expect((await e.api.get(`/messages/${body.message.id}`, 'HANDLER')).body.type).toMatch(/no_such_message$/);
  });

  test.each([
    ['a channel that there is not', { channel: 'pigeon' }, 'channel'],
    ['a sender that is no address of its channel', { sender: '某客户' }, 'sender'],
    ['an arrival to come', { arrivedAt: '2099-01-01T00:00:00Z' }, 'arrivedAt'],
    ['a team in which nobody would hear of it', { team: 'north' }, 'team'],
    ['a policy that there is not', { policy: 'lenient' }, 'policy'],
    ['nothing in it', { body: ' ' }, 'body'],
  ])('is refused with %s', async (_, given, path) => {
    const { status, body } = await arrive(given);
    expect([status, body.errors.map((error: { path: string }) => error.path)]).toEqual([422, [path]]);
  });
});

describe('IN-11 the list of messages', () => {
  test('is oldest first, page by page, and can be narrowed', async () => {
    const old = [];
    for (const day of ['03', '01', '02']) {
      old.push(await waiting({ channel: 'sms', sender: '13800000001', arrivedAt: `2024-03-${day}T10:00:00+08:00` }));
    }
    const [third, first, second] = old;
    const page = await listed('channel=sms&limit=2');
    expect(idsOf(page)).toEqual([first, second]);
    expect(idsOf(await listed(`channel=sms&limit=2&after=${encodeURIComponent(page.next)}`))).toEqual([third]);
    expect(page.messages[0]).toMatchObject({ late: true, sender: '138****0001', excerpt: MAIL.body });
    await send('post', `/messages/${first}/set-aside`, { reason: '广告' });
    expect(idsOf(await listed('channel=sms&state=waiting'))).toEqual([second, third]);
    expect(idsOf(await listed('channel=sms&state=set_aside'))).toEqual([first]);
    expect(idsOf(await listed('channel=sms', 'HANDLER_SOUTH'))).toEqual([]);
    expect(idsOf(await listed('channel=sms', 'MANAGER'))).toEqual([first, second, third]);
  });

  test('shows nobody’s address, and refuses filters that there are not', async () => {
    const { text } = await e.api.get('/messages', 'HANDLER');
    expect(text).not.toContain('somebody@');
    expect((await e.api.get('/messages?queue=mine', 'HANDLER')).status).toBe(400);
  });
});

describe('IN-11 setting a message aside', () => {
  test('takes a named person and a reason, and can be undone with a reason; all of it stays on record', async () => {
    const id = await waiting();
    const without = await send('post', `/messages/${id}/set-aside`, {});
    expect([without.status, without.body.errors[0].path]).toEqual([422, 'reason']);
    const aside = await send('post', `/messages/${id}/set-aside`, { reason: '推销广告' }, 'SUPERVISOR');
    expect(aside.body).toMatchObject({
      state: 'set_aside',
      handledBy: 'supervisor-1',
      reason: '推销广告',
      late: false,
    });
    const registered = await register({ message: id });
    expect([registered.status, registered.body.type]).toEqual([409, 'urn:huiyin:problem:message_set_aside']);
    const back = await send('put', `/messages/${id}/waiting`, { reason: '实为投诉' });
    expect(back.body).toMatchObject({ state: 'waiting', handledBy: null, reason: null });
    expect(back.body.history.map(({ step, reason }: { step: string; reason: string }) => [step, reason])).toEqual([
      ['received', null],
      ['set_aside', '推销广告'],
      ['put_back', '实为投诉'],
    ]);
    expect((await send('put', `/messages/${id}/waiting`, { reason: '再来' })).body.type).toMatch(/message_waits$/);
    await expect(db().update(messageSteps).set({ reason: 'x' }).where(eq(messageSteps.message, id))).rejects.toThrow();
  });

  test('is done once for one key', async () => {
    const id = await waiting();
    const call = () => send('post', `/messages/${id}/set-aside`, { reason: '广告' }, 'HANDLER', 'aside-1');
    const [first, again] = [await call(), await call()];
    expect([again.status, again.body]).toEqual([200, first.body]);
    const other = await send('post', `/messages/${id}/set-aside`, { reason: '广告' }, 'HANDLER', 'aside-2');
    expect([other.status, other.body.type]).toEqual([409, 'urn:huiyin:problem:message_set_aside']);
  });
});

describe('IN-11 a message becomes a complaint', () => {
  test('whose clock starts at arrival, on its channel, in its words, and whom it can be answered by', async () => {
    const id = await waiting({ arrivedAt: '2024-03-04T10:00:00+08:00' });
    const { status, body } = await register({ message: id, complainant: { kind: 'consumer', name: '某客户' } });
    expect(status).toBe(201);
    expect(body.times.find(({ kind }: { kind: string }) => kind === 'first_contact').dueAt).toBe(
      '2024-03-05T10:00:00.000Z',
    );
    const seen = (await e.api.get(`/complaints/${body.number}`, 'HANDLER')).body;
    expect(seen).toMatchObject({ channel: 'email', receivedAt: '2024-03-04T02:00:00.000Z' });
    expect(seen.intake.words).toBe(MAIL.body);
    expect(seen.people[0].contacts).toEqual([{ channel: 'email', address: 's***@example.com' }]);
    expect(await read(id)).toMatchObject({ state: 'registered', complaint: body.number, handledBy: 'handler-1' });
    expect(idsOf(await listed(`complaint=${body.number}`))).toEqual([id]);
  });

  test('under its own policy, and no other', async () => {
    const id = await waiting({ policy: 'online-service' });
    const complainant = { kind: 'consumer' };
    const other = await register({ message: id, complainant, policy: 'service-desk' });
    expect([other.status, other.body.errors]).toEqual([
      422,
      [expect.objectContaining({ path: 'policy', given: 'service-desk', allowedEn: "the message's: online-service" })],
    ]);
    const { body } = await register({ message: id, complainant });
    expect((await e.api.get(`/complaints/${body.number}`, 'HANDLER')).body.policy).toMatch(/^online-service@/);
  });

  test('and nobody was answered at once in it (IN-10)', async () => {
    const id = await waiting({ channel: 'chat', sender: 'somebody' });
    const { status, body } = await register({ message: id, complainant: { kind: 'consumer' }, answered: true });
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ path: 'answered' })]]);
  });

  test('in the handler’s own words where he says them', async () => {
    const id = await waiting();
    const { body } = await register({ message: id, words: '客户称净水器漏水' });
    expect((await e.api.get(`/complaints/${body.number}`, 'HANDLER')).body.intake.words).toBe('客户称净水器漏水');
  });

  test('at most once: of two people at the same moment one wins, and the other is told which it became', async () => {
    const id = await waiting();
    const answers = await Promise.all(
      ['HANDLER', 'HANDLER2', 'SUPERVISOR'].map((who) => register({ message: id }, who)),
    );
    const won = answers.filter(({ status }) => status === 201);
    const lost = answers.filter(({ status }) => status === 409);
    expect([won.length, lost.length]).toEqual([1, 2]);
    const { number } = won[0]!.body;
    for (const { body } of lost) {
      expect(body).toMatchObject({ type: 'urn:huiyin:problem:message_taken', complaint: number });
      expect(body.detail).toContain(number);
    }
  });

  test('once for one key, and then the same complaint again', async () => {
    const id = await waiting();
    const first = await register({ message: id }, 'HANDLER', 'from-message');
    const again = await register({ message: id }, 'HANDLER', 'from-message');
    expect([again.status, again.body]).toEqual([201, first.body]);
  });

  test.each([
    ['another channel than the message’s', { channel: 'phone' }, 'channel'],
    ['another time than the message’s', { receivedAt: '2026-01-01T00:00:00Z' }, 'receivedAt'],
  ])('but not with %s', async (_, given, path) => {
    const id = await waiting();
    const { status, body } = await register({ message: id, ...given });
    expect([status, body.errors[0].path]).toEqual([422, path]);
    expect(await read(id)).toMatchObject({ state: 'waiting' });
  });

  test('and there is none to register that nobody has sent', async () => {
    const { status, body } = await register({ message: 99_999 });
    expect([status, body.type]).toEqual([404, 'urn:huiyin:problem:no_such_message']);
  });
});

describe('IN-11 a message is attached to a complaint that is open', () => {
  test('as something that the customer said, by the owner; it keeps no promise of ours', async () => {
    const number = await e.complaintAt('contacts');
    const id = await waiting({ body: '补充：漏水处在滤芯接口。' });
    const stranger = await send('post', `/messages/${id}/attachment`, { complaint: number }, 'HANDLER2');
    expect([stranger.status, stranger.body.type]).toEqual([403, 'urn:huiyin:problem:not_owner']);
    expect(await read(id)).toMatchObject({ state: 'waiting' });
    const { status, body } = await send('post', `/messages/${id}/attachment`, { complaint: number });
    expect([status, body.state, body.complaint]).toEqual([200, 'registered', number]);
    expect(body.history.at(-1)).toMatchObject({ step: 'attached', complaint: number });
    const { contacts } = (await e.api.get(`/complaints/${number}/contacts`, 'HANDLER')).body;
    expect(contacts.at(-1)).toMatchObject({
      direction: 'inbound',
      channel: 'email',
      text: '补充：漏水处在滤芯接口。',
      reached: false,
      at: body.arrivedAt,
    });
    const seen = (await e.api.get(`/complaints/${number}`, 'HANDLER')).body;
    expect([seen.facts, seen.stage]).toEqual([[], 'first_contact']);
    expect((await e.api.get(`/complaints/${number}/timeline`, 'HANDLER')).text).toContain(
      '客户来联系（电子邮件，其他）：待回复',
    );
  });

  test('IN-2 of somebody who could not be reached, and now can by the way on which he writes', async () => {
    const complainant = { kind: 'consumer', anonymous: true, tags: ['红色外套'] };
    const number = await e.complaintAt('contacts', { complainant });
    const id = await waiting();
    const stranger = await send('post', `/messages/${id}/attachment`, { complaint: number }, 'HANDLER2');
    expect(stranger.body.type).toBe('urn:huiyin:problem:not_owner');
    const { status, body } = await send('post', `/messages/${id}/attachment`, { complaint: number });
    expect([status, body.complaint]).toEqual([200, number]);
    const seen = (await e.api.get(`/complaints/${number}`, 'HANDLER')).body;
    expect(seen.reachable).toBe(true);
    expect(seen.duties.map(({ kind }: { kind: string }) => kind)).toContain('first_contact');
    expect((await e.api.get(`/complaints/${number}/contacts`, 'HANDLER')).body.contacts).toMatchObject([
      { direction: 'inbound', channel: 'email', text: MAIL.body },
      // The receipt that could not be sent when it was registered (IN-5).
      { direction: 'outbound', channel: 'email', purpose: 'acknowledgement' },
    ]);
  });

  test('once: again for one key, told for another, and recorded once however it was cut off', async () => {
    const number = await e.complaintAt('contacts');
    const id = await waiting();
    const attach = (key: string) => send('post', `/messages/${id}/attachment`, { complaint: number }, 'HANDLER', key);
    const first = await attach('a-1');
    expect([(await attach('a-1')).body, first.status]).toEqual([first.body, 200]);
    expect((await attach('a-2')).body).toMatchObject({ type: 'urn:huiyin:problem:message_taken', complaint: number });
    // As if the power had gone between the complaint's commit and the message's.
    const cutOff = { state: 'waiting' as const, complaint: null, claimedFor: number };
    await db().update(messages).set(cutOff).where(eq(messages.id, id));
    const elsewhere = await register({ message: id });
    expect(elsewhere.body).toMatchObject({ type: 'urn:huiyin:problem:message_taken', complaint: number });
    expect(elsewhere.body.detail).toContain('正在并入');
    expect((await attach('a-3')).body).toMatchObject({ state: 'registered', complaint: number });
    const rows = await db().select().from(turns).where(eq(turns.complaint, number));
    expect(rows.flatMap(({ events }) => events).filter(({ type }) => type === 'contacted')).toHaveLength(1);
  });

  test('not to one that is closed, nor to one that there is not: then it waits on', async () => {
    const number = await e.complaintAt('end');
    const id = await waiting();
    const closed = await send('post', `/messages/${id}/attachment`, { complaint: number });
    expect([closed.status, closed.body.type]).toEqual([409, 'urn:huiyin:problem:closed']);
    const none = await send('post', `/messages/${id}/attachment`, { complaint: '20200101-001' });
    expect([none.status, none.body.type]).toEqual([404, 'urn:huiyin:problem:no_such_complaint']);
    expect((await register({ message: id })).status).toBe(201);
  });
});

describe('IN-11 who is told', () => {
  const dispatch = () =>
    dispatchBatch({ database: e.api.db.database, channels: [], links: TEST_LINKS, log: pino({ level: 'silent' }) });
  const all = async () => {
    while ((await dispatch()) > 0);
  };
  const toldOf = async (id: number) => {
    const rows = await db()
      .select({ notice: outbox.notice, to: inbox.staffId, body: outbox.body })
      .from(outbox)
      .innerJoin(inbox, eq(inbox.outboxId, outbox.id))
      .where(sql`${outbox.params} @> ${JSON.stringify({ message: id })}::jsonb`)
      .orderBy(outbox.id, inbox.staffId);
    return rows.map(({ notice, to }) => `${notice} ${to}`);
  };
  const HANDLERS = ['message_waiting handler-1', 'message_waiting handler-2'];

  test('the handlers of its team when it arrives; the supervisor only when its time has passed', async () => {
    const id = await waiting();
    await all();
    expect(await toldOf(id)).toEqual(HANDLERS);
    const { body } = await e.api.get('/inbox', 'HANDLER2');
    expect(body.notices[0]).toMatchObject({ notice: 'message_waiting', complaint: null, message: id, approval: null });
    expect(body.notices[0].body).toMatch(/尚无人处理.*首次回复时限：\d{4}/);
    expect(body.notices[0].body).not.toMatch(/somebody|漏水/);
  });

  test('the supervisor, of one that waits beyond its time', async () => {
    const id = await waiting({ arrivedAt: '2026-03-02T09:00:00+08:00' });
    await all();
    expect(await toldOf(id)).toEqual([...HANDLERS, 'message_late supervisor-1']);
  });

  test('nobody any more, of one that has been dealt with', async () => {
    const id = await waiting();
    await send('post', `/messages/${id}/set-aside`, { reason: '广告' });
    await db()
      .update(outbox)
      .set({ notBefore: sql`clock_timestamp()` })
      .where(eq(outbox.key, `message-${id}:late`));
    await all();
    expect(await toldOf(id)).toEqual([]);
  });

  test('all of them once more, of one that is put back after its time', async () => {
    const id = await waiting({ arrivedAt: '2026-03-02T09:00:00+08:00' });
    await send('post', `/messages/${id}/set-aside`, { reason: '广告' });
    await all();
    expect(await toldOf(id)).toEqual([]);
    await send('put', `/messages/${id}/waiting`, { reason: '实为投诉' });
    await all();
    expect(await toldOf(id)).toEqual([...HANDLERS, 'message_late supervisor-1']);
  });
});
