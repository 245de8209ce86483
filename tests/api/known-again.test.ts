import { AN_INTAKE } from '../support/api';
import { EngineApi } from '../support/engine-api';

let engine: EngineApi;
beforeAll(async () => {
  engine = await EngineApi.start();
}, 120_000);
afterAll(() => engine?.stop());

const again = (followsUp: string, who = 'HANDLER') =>
  engine.api.send('post', '/complaints', who, { ...AN_INTAKE, followsUp });

test('CO-10 an archived complaint is taken up again as a new one that is linked to it', async () => {
  const first = await engine.complaintAt('end');
  const { status, body } = await again(first, 'CLERK');
  expect([status, body.number === first]).toEqual([201, false]);
  const { body: found } = await engine.api.get(`/complaints/${body.number}/links`, 'CLERK');
  expect(found.links).toMatchObject([{ number: first, kind: 'reopened', by: 'clerk-1', other: { open: false } }]);
  expect((await engine.api.get(`/complaints/${body.number}`, 'CLERK')).body.intake.followsUp).toBe(first);
  const link = { other: body.number, kind: 'same_customer', reason: '归档后补充' };
  const late = await engine.api.send('post', `/complaints/${first}/links`, 'HANDLER', link);
  expect(late.body.type).toBe('urn:huiyin:problem:closed');
}, 60_000);

test('IN-9 taken up again by the same person it is a repeat, where the policy knows one; by anybody else it is his own', async () => {
  const first = await engine.complaintAt('end');
  const { body } = await again(first);
  expect(body).toMatchObject({ level: 2, marks: ['repeat'] });
  const other = { kind: 'consumer', name: '李四', contacts: [{ channel: 'phone', address: '13911112222' }] };
  const send = (given: object) =>
    engine.api.send('post', '/complaints', 'HANDLER', { ...AN_INTAKE, followsUp: first, ...given });
  const stranger = await send({ complainant: other });
  expect([stranger.status, stranger.body.errors]).toEqual([422, [expect.objectContaining({ path: 'followsUp' })]]);
  const agent = { name: '张小明', contacts: AN_INTAKE.complainant.contacts };
  expect((await send({ complainant: other, agent })).status).toBe(201);
  const unknown = await send({ policy: 'service-desk' });
  expect(unknown.body).toMatchObject({ level: 1, marks: [] });
}, 60_000);

test('CO-10 one that is still open goes on as it is; the refusal says whose it is', async () => {
  const open = await engine.complaintAt('contacts');
  const { status, body } = await again(open);
  expect([status, body.type]).toEqual([409, 'urn:huiyin:problem:not_archived_yet']);
  expect(body.detail).toContain('handler-1');
});

/** An archived complaint in which a handler is complained about: he has been heard before the facts stood (HA-18). */
async function aboutHandler2(): Promise<string> {
  const number = await engine.complaintAt('verifications', { respondents: ['handler-2'] });
  const account = { of: 'respondent', text: '请说明接待经过' };
  await engine.api.send('post', `/complaints/${number}/accounts`, 'HANDLER', account);
  await engine.api.send('put', `/complaints/${number}/accounts/1/answer`, 'HANDLER', {
    answered: true,
    text: '已说明',
  });
  await engine.walk(number, 'verifications', 'archive');
  return number;
}

test('CO-10 an unknown one, or one about the registrar himself, is none', async () => {
  const about = await aboutHandler2();
  for (const [number, who] of [
    ['20200101-001', 'HANDLER'],
    [about, 'HANDLER2'],
  ] as const) {
    const { status, body } = await again(number, who);
    expect([status, body.errors?.[0].path]).toEqual([422, 'followsUp']);
  }
}, 60_000);

test('IN-9 who gives a way of contact later is known by it from then on, and by none that was refused', async () => {
  const anonymous = { kind: 'consumer', anonymous: true, tags: ['戴红帽'] };
  const of = (complainant: object) => ({ ...AN_INTAKE, complainant, orderNo: 'DD-LATER-1' });
  const { body: first } = await engine.api.send('post', '/complaints', 'HANDLER', of(anonymous));
  const way = { channel: 'phone', address: '13600001234', text: '客户来电留下号码' };
  const add = (who: string) => engine.api.send('post', `/complaints/${first.number}/contact-ways`, who, way);
  const again = () => engine.api.send('post', '/complaints', 'HANDLER', of({ kind: 'consumer', contacts: [way2] }));
  const way2 = { channel: 'sms', address: '+86 136 0000 1234' };
  expect((await add('HANDLER2')).status).toBe(403);
  const { body: stranger } = await again();
  expect(stranger.repeats).toEqual([]);
  expect((await add('HANDLER')).status).toBe(200);
  expect((await again()).body.repeats).toEqual([stranger.number, first.number]);
}, 60_000);
