import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import pino from 'pino';
import { contents, turns } from '../../db/schema';
import { TELLING_POINTS } from '../../domain/words';
import { complaintWorkflowId } from '../../workflows/contract';
import { dispatchBatch } from '../../worker/dispatcher';
import { TEST_LINKS } from '../support/database';
import { aProof, EngineApi } from '../support/engine-api';

jest.setTimeout(30_000);

let engine: EngineApi;
beforeAll(async () => {
  engine = await EngineApi.start();
}, 60_000);
afterAll(() => engine.stop());

const type = (code: string) => `urn:huiyin:problem:${code}`;
const CONTACT = {
  channel: 'phone',
  direction: 'outbound',
  reached: true,
  purpose: 'follow_up',
  text: '告知客户正在核实',
};
const rowsOf = (number: string) =>
  Promise.all(
    [turns, contents].map((table) =>
      engine.api.db.database.queries
        .select()
        .from(table)
        .where(sql`${table.complaint} = ${number}`),
    ),
  );

describe('a repeated call', () => {
  test('has the same answer and leaves one turn and one text', async () => {
    const number = await engine.complaintAt('contacts');
    const first = await engine.step(number, 'contacts', 'key-1');
    const again = await engine.step(number, 'contacts', 'key-1');
    await engine.done(number, 'form');
    const later = await engine.step(number, 'contacts', 'key-1');
    expect([again.status, again.body, later.body]).toEqual([200, first.body, first.body]);
    const [stored, texts] = await rowsOf(number);
    expect([stored?.length, texts?.length]).toEqual([3, 2]);
  });

  test('is done once when it is sent ten times at once', async () => {
    const number = await engine.complaintAt('contacts');
    const answers = await Promise.all(Array.from({ length: 10 }, () => engine.step(number, 'contacts', 'key-1')));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
    const [stored] = await rowsOf(number);
    expect(stored).toHaveLength(2);
  });

  test('with other contents, or on another route, is refused', async () => {
    const number = await engine.complaintAt('contacts');
    await engine.step(number, 'contacts', 'key-1');
    const path = `/complaints/${number}/contacts`;
    const other = await engine.api.send('post', path, 'HANDLER', CONTACT, 'key-1');
    const elsewhere = await engine.step(number, 'form', 'key-1');
    expect([other.status, other.body.type]).toEqual([422, type('key_used_otherwise')]);
    expect([elsewhere.status, elsewhere.body.type]).toEqual([422, type('key_used_otherwise')]);
  });

  test('of a refused action may say it better', async () => {
    const number = await engine.complaintAt('telling');
    const tell = (apologised: boolean, text: string) =>
      engine.api.send(
        'post',
        `/complaints/${number}/proposals/1/telling`,
        'HANDLER',
        { channel: 'phone', apologised, covers: TELLING_POINTS, text },
        'key-1',
      );
    expect((await tell(false, '先说方案')).body.type).toBe(type('apology_missing'));
    expect((await tell(true, '致歉并说明方案')).status).toBe(200);
    const { body } = await engine.api.get(`/complaints/${number}/contacts`, 'HANDLER');
    expect(body.contacts.at(-1).text).toBe('致歉并说明方案');
  });

  test('of somebody else with the same key is a call of its own', async () => {
    const number = await engine.complaintAt('review');
    const review = `/complaints/${number}/review`;
    const handler = await engine.api.send('put', review, 'HANDLER', { verdict: 'approve' }, '1');
    const supervisor = await engine.api.send('put', review, 'SUPERVISOR', { verdict: 'approve' }, '1');
    expect([handler.body.type, supervisor.status]).toEqual([type('handled_before'), 200]);
  });
});

describe('the version that the caller has seen', () => {
  test('is asked for by If-Match: an older one is refused, the present one is done', async () => {
    const number = await engine.complaintAt('form');
    const send = (etag: string) =>
      engine.api.send('post', `/complaints/${number}/contacts`, 'HANDLER', CONTACT).set('If-Match', etag);
    const { headers } = await engine.api.get(`/complaints/${number}`, 'HANDLER');
    const old = await send('"3"');
    expect([old.status, old.body.type, `"${old.body.seq}"`]).toEqual([412, type('seen_outdated'), headers['etag']]);
    const malformed = await send('W/"3"');
    expect([malformed.status, malformed.body.type]).toEqual([400, type('if_match_malformed')]);
    const done = await send(headers['etag'] ?? '');
    expect([done.status, done.headers['etag']]).toEqual([200, `"${done.body.seq}"`]);
    expect((await send('*')).status).toBe(200);
  });

  test('spares a reader who has it the picture', async () => {
    const number = await engine.complaintAt('form');
    const { headers } = await engine.api.get(`/complaints/${number}`, 'HANDLER');
    const again = await engine.api.get(`/complaints/${number}`, 'HANDLER').set('If-None-Match', headers['etag'] ?? '');
    expect([again.status, again.text]).toEqual([304, '']);
  });
});

test('two supervisors answer one review: one is told yes, the other why not', async () => {
  const number = await engine.complaintAt('review');
  const send = (body: object) => engine.api.send('put', `/complaints/${number}/review`, 'SUPERVISOR', body);
  const both = await Promise.all([
    send({ verdict: 'approve' }),
    send({ verdict: 'reject', ground: 'facts_unclear', backTo: 'proposal' }),
  ]);
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
  expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ type: type('not_in_stage') });
});

test('twelve contacts at once are all put on file', async () => {
  const number = await engine.complaintAt('form');
  const send = () => engine.api.send('post', `/complaints/${number}/contacts`, 'HANDLER', CONTACT);
  const answers = await Promise.all(Array.from({ length: 12 }, send));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const { body } = await engine.api.get(`/complaints/${number}/contacts`, 'HANDLER');
  expect(body.contacts.filter(({ purpose }: { purpose: string }) => purpose === 'follow_up')).toHaveLength(12);
});

describe('what is refused, is refused with its reason in the words of the procedure', () => {
  let number: string;
  beforeAll(async () => {
    number = await engine.complaintAt('telling');
  }, 30_000);

  test.each([
    ['only the owner speaks to the customer', 'SUPERVISOR', 'post', '/contacts', CONTACT, 403, 'not_owner'],
    [
      'nobody calls back before the remedy',
      'HANDLER',
      'post',
      '/callbacks',
      { answered: false, channel: 'phone' },
      409,
      'not_in_stage',
    ],
    [
      'nobody agreed to a proposal that was not told',
      'HANDLER',
      'put',
      '/proposals/1/answer',
      () => ({ answer: 'accepted', proof: aProof() }),
      409,
      'proposal_not_told',
    ],
    [
      'nobody agreed to a proposal that there is not',
      'HANDLER',
      'put',
      '/proposals/7/answer',
      () => ({ answer: 'accepted', proof: aProof() }),
      422,
      'no_such_proposal',
    ],
    [
      'nobody was reached tomorrow',
      'HANDLER',
      'post',
      '/contacts',
      () => ({ ...CONTACT, occurredAt: new Date(Date.now() + 86_400_000).toISOString() }),
      422,
      'in_the_future',
    ],
    [
      'nobody was reached before he complained',
      'HANDLER',
      'post',
      '/contacts',
      { ...CONTACT, occurredAt: '2020-01-01T09:00:00+08:00' },
      422,
      'before_receipt',
    ],
    [
      'the level above decides when it is asked',
      'SUPERVISOR',
      'put',
      '/proposals/decision',
      { decision: 'instruct', text: '再谈' },
      409,
      'no_decision_awaited',
    ],
    ['another team looks after its own', 'HANDLER_SOUTH', 'post', '/contacts', CONTACT, 403, 'other_team'],
    ['the administrator handles nothing', 'ADMIN', 'post', '/contacts', CONTACT, 403, 'not_owner'],
  ] as const)('%s', async (_, who, method, path, body, status, code) => {
    const given = typeof body === 'function' ? body() : body;
    const { body: problem } = await engine.api.send(method, `/complaints/${number}${path}`, who, given);
    expect(problem).toMatchObject({
      status,
      type: type(code),
      title: expect.any(String),
      detailEn: expect.any(String),
    });
    expect(problem.detail).toMatch(/[\u4e00-\u9fff]/);
  });

  test('a step falls to somebody who works here', async () => {
    const body = {
      kinds: ['repair'],
      basis: ['law'],
      text: '维修',
      steps: [{ what: '修', person: 'nobody', workingDays: 1 }],
    };
    const answer = await engine.api.send('post', `/complaints/${number}/proposals`, 'HANDLER', body);
    expect([answer.status, answer.body.errors]).toEqual([
      422,
      [{ path: 'steps[0].person', given: 'nobody', allowed: expect.any(String), allowedEn: expect.any(String) }],
    ]);
  });
});

describe('what may be done', () => {
  test('is told to each person for himself', async () => {
    const number = await engine.complaintAt('review');
    const allowed = async (who: string) => {
      const { body } = await engine.api.get(`/complaints/${number}/actions`, who);
      return body.actions.flatMap((given: { action: string; allowed: boolean }) =>
        given.allowed ? [given.action] : [],
      );
    };
    // Whoever sees a case may add evidence to it.
    expect(await allowed('SUPERVISOR')).toEqual([
      'add_evidence',
      'mark_typical',
      'reassign',
      'name_respondent',
      'approve',
      'reject',
    ]);
    expect(await allowed('HANDLER')).toEqual([
      'record_contact',
      'add_information',
      'promise_call',
      'add_contact_way',
      'add_evidence',
      'mark_typical',
      'name_respondent',
      'ask_account',
      'analyse_cause',
      'note_progress',
      'withdraw',
    ]);
    expect(await allowed('CLERK')).toEqual(['add_evidence']);
  });

  test('comes with the way to do it: method and address of the route that does it', async () => {
    const number = await engine.complaintAt('contacts');
    const { body } = await engine.api.get(`/complaints/${number}/actions`, 'HANDLER');
    const way = (wanted: string) => {
      const { method, path } = body.actions.find(({ action }: { action: string }) => action === wanted);
      return `${method} ${path}`;
    };
    expect(way('record_contact')).toBe(`POST /complaints/${number}/contacts`);
    expect(way('complete_step')).toBe(`PUT /complaints/${number}/remedy/{step}/completion`);
    expect([way('approve'), way('reject')]).toEqual(Array(2).fill(`PUT /complaints/${number}/review`));
    const { body: document } = await engine.api.get('/openapi.json');
    for (const { method, path } of body.actions) {
      expect(document.paths[path.replace(number, '{number}')]).toHaveProperty(method.toLowerCase());
    }
  });

  test('waits in the queue of those who may review it, and of nobody else (CO-5)', async () => {
    const number = await engine.complaintAt('review');
    const waits = async (who: string) => {
      const { body } = await engine.api.get('/complaints?queue=review', who);
      return body.complaints.some((listed: { number: string }) => listed.number === number);
    };
    expect(await Promise.all(['SUPERVISOR', 'SUPERVISOR_SOUTH', 'MANAGER', 'HANDLER'].map(waits))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    await engine.done(number, 'review');
    expect(await waits('SUPERVISOR')).toBe(false);
  });

  test('can be approved by a signal with the code from the inbox, once', async () => {
    const number = await engine.complaintAt('review');
    const dispatching = {
      database: engine.api.db.database,
      channels: [],
      links: TEST_LINKS,
      log: pino({ level: 'silent' }),
    };
    while ((await dispatchBatch(dispatching)) > 0);
    const mine = async () => {
      const { body } = await engine.api.get('/inbox?limit=100', 'SUPERVISOR');
      return body.notices.find(
        (notice: { complaint: string; notice: string }) =>
          notice.complaint === number && notice.notice === 'called_upon',
      );
    };
    const { approval, stillOpen, body } = await mine();
    expect([stillOpen, body]).toEqual([true, expect.stringContaining('审核')]);
    expect(approval.signal.workflowId).toBe(complaintWorkflowId(number));
    await engine.ns.client.workflow
      .getHandle(approval.signal.workflowId)
      .signal(approval.signal.name, approval.signal.input);
    // A signal is answered to nobody: it is done when the record says so.
    while ((await engine.api.get(`/complaints/${number}`, 'CLERK')).body.stage === 'review') await sleep(20);
    const { body: end } = await engine.step(number, 'archive');
    expect(end.outcome).toBe('completed');
    expect(await mine()).toMatchObject({ stillOpen: false, approval: null });
    const { body: timeline } = await engine.api.get(`/complaints/${number}/timeline`, 'CLERK');
    expect(timeline.turns.find(({ via }: { via: string }) => via === 'signal')).toMatchObject({
      by: { id: 'supervisor-1' },
    });
  });
});

test('whoever a step falls to sees the complaint and completes it, wherever he works; nobody else does (HA-16)', async () => {
  const number = await engine.complaintAt('proposals');
  const send = (method: 'post' | 'put', path: string, who: string, body: object) =>
    engine.api.send(method, `/complaints/${number}${path}`, who, body);
  const steps = [{ what: '华南仓补发', person: 'handler-3', workingDays: 2 }];
  const points = { solution: '补发', standard: '无', promise: '核对出库' };
  await send('post', '/proposals', 'HANDLER', { kinds: ['exchange'], basis: ['policy'], text: '补发', points, steps });
  await engine.done(number, 'telling');
  await engine.done(number, 'answer');
  expect((await engine.api.get(`/complaints/${number}`, 'HANDLER_SOUTH')).body.proposal.steps).toMatchObject([
    { no: 1, what: '华南仓补发', person: 'handler-3', done: false },
  ]);
  const { body: may } = await engine.api.get(`/complaints/${number}/actions`, 'HANDLER_SOUTH');
  expect(may.actions.find(({ action }: { action: string }) => action === 'complete_step').allowed).toBe(true);
  const completion = { text: '已补发' };
  expect((await send('put', '/remedy/1/completion', 'HANDLER2', completion)).body.type).toBe(type('not_owner'));
  expect((await send('put', '/remedy/1/completion', 'HANDLER_SOUTH', completion)).body.stage).toBe('remedy');
  expect((await send('put', '/remedy/1/completion', 'HANDLER', completion)).body.stage).toBe('callback');
  expect((await send('put', '/remedy/1/completion', 'HANDLER', completion)).body.type).toBe(type('not_in_stage'));
});

test('a workflow that was terminated comes back with the next action', async () => {
  const number = await engine.complaintAt('form');
  await engine.ns.client.workflow.getHandle(complaintWorkflowId(number)).terminate('an administrator');
  expect((await engine.step(number, 'form')).status).toBe(200);
}, 20_000);
