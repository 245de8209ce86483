import pino from 'pino';
import { dispatchBatch } from '../../worker/dispatcher';
import { TEST_LINKS } from '../support/database';
import { aProof, EngineApi } from '../support/engine-api';

let e: EngineApi;
beforeAll(async () => {
  e = await EngineApi.start();
}, 120_000);
afterAll(() => e?.stop());

const type = (code: string) => `urn:huiyin:problem:${code}`;
const send = (method: 'post' | 'put', path: string, who: string, body: object) => e.api.send(method, path, who, body);
const name = (number: string, person: string, who = 'HANDLER') =>
  send('post', `/complaints/${number}/respondents`, who, { person, reason: '客户首次联系时说，接电话的就是这位' });
const listed = async (who: string) => {
  const { body } = await e.api.get('/complaints?queue=open&limit=100', who);
  return body.complaints.map(({ number }: { number: string }) => number);
};
/** Sends what waits; for whom each of the notices of a complaint was. */
async function told(number: string): Promise<string[]> {
  const sent: string[] = [];
  const channel = ({ to, subject }: { to: string; subject: string }) =>
    Promise.resolve(void (subject.includes(number) && sent.push(to)));
  const { database } = e.api.db;
  while (
    (await dispatchBatch({ database, channels: [channel], links: TEST_LINKS, log: pino({ level: 'silent' }) })) > 0
  );
  return sent;
}

describe('HA-18 who is named after the registration', () => {
  test('sees and hears nothing of it any more, from lists to inbox, and stands in the timeline for the others', async () => {
    const number = await e.complaintAt('form');
    await told(number);
    expect(await listed('HANDLER2')).toContain(number);
    const { status, body } = await name(number, 'handler-2');
    expect([status, body]).toMatchObject([200, {}]);
    expect(await listed('HANDLER2')).not.toContain(number);
    expect((await e.api.get(`/complaints/${number}`, 'HANDLER2')).body.type).toBe(type('complained_about'));
    expect(await told(number)).not.toContain('handler-2');
    const { body: picture } = await e.api.get(`/complaints/${number}`, 'HANDLER');
    expect(picture.respondents).toEqual(['handler-2']);
    const timeline = await e.api.get(`/complaints/${number}/timeline`, 'HANDLER');
    expect(JSON.stringify(timeline.body.turns.at(-1))).toContain('补记被投诉人：华东客服专员二，自此回避');
  });

  test('an owner: it is his colleagues’ and his superior’s to take over, and it has left his inbox', async () => {
    const number = await e.complaintAt('form');
    await told(number);
    const inbox = async (): Promise<string[]> =>
      (await e.api.get('/inbox?limit=100', 'HANDLER')).body.notices.map(
        ({ complaint }: { complaint: string }) => complaint,
      );
    expect(await inbox()).toContain(number);
    expect((await name(number, 'handler-1', 'SUPERVISOR')).status).toBe(200);
    expect([...new Set(await told(number))].toSorted()).toEqual(['handler-2', 'supervisor-1']);
    expect(await inbox()).not.toContain(number);
    expect((await send('post', `/complaints/${number}/take-over`, 'HANDLER2', {})).status).toBe(200);
  });

  test('the only supervisor of the team: word for supervisors goes one up', async () => {
    const { number } = (
      await e.api.send('post', '/complaints', 'HANDLER', {
        channel: 'phone',
        words: '主管态度恶劣',
        requestType: 'complaint',
        complainant: { kind: 'consumer', contacts: [{ channel: 'phone', address: '13812345699' }] },
        respondents: ['supervisor-1'],
      })
    ).body;
    expect(await told(number)).toEqual(expect.arrayContaining(['manager-1']));
  });

  test('one whom nobody knows is refused, and one who was named wrongly is taken off by the level above', async () => {
    const number = await e.complaintAt('form');
    expect((await name(number, 'nobody')).body.errors).toMatchObject([{ path: 'person', given: 'nobody' }]);
    await name(number, 'handler-2');
    const clear = (who: string) =>
      send('put', `/complaints/${number}/respondents/handler-2/clearance`, who, { reason: '查录音，不是他' });
    expect((await clear('HANDLER')).body.type).toBe(type('handled_before'));
    expect((await clear('SUPERVISOR')).status).toBe(200);
    expect(await listed('HANDLER2')).toContain(number);
  });

  test('CO-5 a reviewer: his approval code is void, and the review is in the queue of the next level', async () => {
    const number = await e.complaintAt('review');
    await told(number);
    const queue = async (who: string) => {
      const { body } = await e.api.get('/complaints?queue=review&limit=100', who);
      return body.complaints.map((row: { number: string }) => row.number);
    };
    expect([await queue('SUPERVISOR'), await queue('MANAGER')]).toEqual([expect.arrayContaining([number]), []]);
    await name(number, 'supervisor-1', 'MANAGER');
    expect([await queue('SUPERVISOR'), await queue('MANAGER')]).toEqual([[], [number]]);
    expect((await send('put', `/complaints/${number}/review`, 'SUPERVISOR', { verdict: 'approve' })).body.type).toBe(
      type('complained_about'),
    );
    // HA-18: who is named late is heard late, before anybody agrees.
    const approve = () => send('put', `/complaints/${number}/review`, 'MANAGER', { verdict: 'approve' });
    expect((await approve()).body.type).toBe(type('other_side_unheard'));
    const asked = { of: 'respondent', person: 'supervisor-1', text: '请说明当时的情况。' };
    expect((await send('post', `/complaints/${number}/accounts`, 'HANDLER', asked)).status).toBe(200);
    const heard = { answered: true, text: '已说明。' };
    expect((await send('put', `/complaints/${number}/accounts/1/answer`, 'HANDLER', heard)).status).toBe(200);
    expect((await approve()).status).toBe(200);
  });
});

describe('CO-5, HA-18 a review that others are to make', () => {
  const queue = async (who: string): Promise<string[]> => {
    const { body } = await e.api.get('/complaints?queue=review&limit=100', who);
    return body.complaints.map((row: { number: string }) => row.number);
  };
  const calls = async (who: string, number: string) =>
    (await e.api.get('/inbox?limit=100', who)).body.notices.filter(
      (one: { complaint: string; notice: string }) => one.complaint === number && one.notice === 'called_upon',
    );
  const approve = (number: string, who: string, body: object = {}) =>
    send('put', `/complaints/${number}/review`, who, { verdict: 'approve', ...body });

  test('because he was given the complaint himself: he is no longer asked, his code is void, and the next level has one', async () => {
    const number = await e.complaintAt('review');
    await told(number);
    const [before] = await calls('SUPERVISOR', number);
    expect(before).toMatchObject({ stillOpen: true, approval: { code: expect.any(String) } });
    const given = { to: 'supervisor-1', reason: '由主管亲自跟进' };
    expect((await send('put', `/complaints/${number}/owner`, 'MANAGER', given)).status).toBe(200);
    expect(await told(number)).toContain('manager-1');
    expect([await queue('SUPERVISOR'), await queue('MANAGER')]).toEqual([
      expect.not.arrayContaining([number]),
      expect.arrayContaining([number]),
    ]);
    expect(await calls('SUPERVISOR', number)).toMatchObject([{ stillOpen: false }]);
    expect((await approve(number, 'SUPERVISOR')).body.type).toBe(type('handled_before'));
    const [anew] = await calls('MANAGER', number);
    expect(anew).toMatchObject({ stillOpen: true, approval: { code: expect.any(String) } });
    expect((await approve(number, 'MANAGER')).status).toBe(200);
  });

  test('a decision that was asked of him is not open any more in his inbox once the level above him is called', async () => {
    const number = await e.complaintAt('answer');
    const refused = { answer: 'refused', proof: aProof(), text: '不接受' };
    expect((await send('put', `/complaints/${number}/proposals/1/answer`, 'HANDLER', refused)).status).toBe(200);
    const asked = await send('post', `/complaints/${number}/conclusion`, 'HANDLER', { reason: '已尽责，客户不接受' });
    expect(asked.status).toBe(200);
    await told(number);
    expect(await calls('SUPERVISOR', number)).toMatchObject([{ stillOpen: true }]);
    await send('put', `/complaints/${number}/owner`, 'MANAGER', { to: 'supervisor-1', reason: '由主管亲自跟进' });
    expect(await told(number)).toContain('manager-1');
    expect(await calls('SUPERVISOR', number)).toMatchObject([{ stillOpen: false }]);
    expect(await calls('MANAGER', number)).toMatchObject([{ stillOpen: true }]);
  });

  test('a colleague of the one who is complained about is called before the level above', async () => {
    const account = { id: 'supervisor-9', name: '华东客服主管二', roles: ['supervisor'], team: 'east' };
    expect((await send('post', '/staff', 'ADMIN', account)).status).toBe(201);
    const number = await e.complaintAt('review');
    await told(number);
    await name(number, 'supervisor-1', 'MANAGER');
    const sent = await told(number);
    expect(sent).toContain('supervisor-9');
    expect(sent).not.toContain('manager-1');
    expect((await send('put', '/staff/supervisor-9/departure', 'ADMIN', {})).status).toBe(200);
    // Now that he has left as well, it waits for the manager.
    expect(await queue('MANAGER')).toContain(number);
  });
});

test('what is refused names people and teams by their posts, and their ids beside', async () => {
  const number = await e.complaintAt('form');
  const notHis = await send('post', `/complaints/${number}/contacts`, 'HANDLER2', {
    channel: 'phone',
    direction: 'outbound',
    reached: true,
    purpose: 'other',
    text: '回电',
  });
  expect(notHis.body).toMatchObject({ owner: 'handler-1', type: type('not_owner') });
  expect(notHis.body.detail).toContain('华东客服专员一（handler-1）');
  const elsewhere = await e.api.get(`/complaints/${number}`, 'HANDLER_SOUTH');
  expect(elsewhere.body.detail).toContain('华东客服组（east）');
});

describe('HA-3, HA-18 a task for a department in which nobody is left', () => {
  test('is announced to the head of service', async () => {
    const number = await e.complaintAt('verifications', { respondents: ['warehouse-head'] });
    await told(number);
    await send('post', `/complaints/${number}/tasks`, 'HANDLER', { department: 'warehouse', text: '请核对出库记录' });
    expect(await told(number)).toContain('manager-1');
  });
});

describe('HA-18 a message', () => {
  let serial = 0;
  const arrive = async () => {
    serial += 1;
    const message = {
      channel: 'email',
      sender: 'somebody@example.com',
      body: '二号专员骂人',
      externalId: `r-${serial}`,
    };
    return (await send('post', '/messages', 'HANDLER', message)).body.message.id as number;
  };
  const sees = async (id: number, who: string) => {
    const { body } = await e.api.get('/messages?limit=100', who);
    return [
      body.messages.some((one: { id: number }) => one.id === id),
      (await e.api.get(`/messages/${id}`, who)).status,
    ];
  };

  test('that became a complaint about him is not there for him', async () => {
    const number = await e.complaintAt('form');
    const id = await arrive();
    expect((await send('post', `/messages/${id}/attachment`, 'HANDLER', { complaint: number })).status).toBe(200);
    expect(await sees(id, 'HANDLER2')).toEqual([true, 200]);
    await name(number, 'handler-2');
    expect(await sees(id, 'HANDLER2')).toEqual([false, 404]);
    expect(await sees(id, 'HANDLER')).toEqual([true, 200]);
  });

  test('that is about him is kept from him, also when it waits again', async () => {
    const id = await arrive();
    const aside = await send('post', `/messages/${id}/set-aside`, 'HANDLER', {
      reason: '待主管处理',
      about: ['handler-2'],
    });
    expect(aside.status).toBe(200);
    await send('put', `/messages/${id}/waiting`, 'HANDLER', { reason: '立案' });
    expect([await sees(id, 'HANDLER2'), await sees(id, 'HANDLER')]).toEqual([
      [false, 404],
      [true, 200],
    ]);
    const unknown = await send('post', `/messages/${id}/set-aside`, 'HANDLER', { reason: '广告', about: ['nobody'] });
    expect(unknown.status).toBe(422);
  });
});
