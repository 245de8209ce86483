import { TELLING_POINTS } from '../../domain/words';
import { forwardTo, virtualNow } from '../../scripts/fast-forward';
import { aProof, EngineApi } from '../support/engine-api';
import { callsOn, told } from './calls';

jest.setTimeout(60_000);

const DAY = 86_400_000;

let engine: EngineApi;
let number: string;
beforeAll(async () => {
  engine = await EngineApi.start();
}, 60_000);
afterAll(() => engine.stop());

const { post, put, get } = callsOn(
  () => engine,
  () => number,
);

const RESULT = { results: ['exchange', 'apology'], channel: 'phone', text: '正式告知：已换货并致歉' };
const WORD = { answered: true, channel: 'phone', solved: true, recording: '录音 R-2' };

test('HA-16 what somebody else has done the owner sees off himself', async () => {
  number = await engine.complaintAt('proposals');
  const proposal = {
    kinds: ['exchange'],
    basis: ['policy'],
    text: '补发',
    points: { solution: '补发', standard: '无', promise: '核对出库' },
    steps: [{ what: '华南仓补发', person: 'handler-3', workingDays: 2 }],
  };
  expect(told(await post('/proposals', 'HANDLER', proposal))).toBe('done');
  await engine.done(number, 'telling');
  await engine.done(number, 'answer');
  expect(told(await post('/remedy/1/see-off', 'HANDLER', { text: '客户确认收到' }))).toBe('step_not_reported');
  expect(told(await put('/remedy/1/completion', 'HANDLER_SOUTH', { text: '已补发' }))).toBe('done');
  expect((await get('')).proposal.steps).toMatchObject([{ no: 1, reported: true, done: false }]);
  expect(told(await put('/remedy/1/completion', 'HANDLER_SOUTH', { text: '已补发' }))).toBe('step_reported');
  expect(told(await post('/remedy/1/see-off', 'HANDLER_SOUTH', { text: '已收到' }))).toBe('not_owner');
  expect(told(await post('/remedy/1/see-off', 'HANDLER', { text: '客户确认收到' }))).toBe('done');
  expect(await get('')).toMatchObject({ stage: 'callback', proposal: { steps: [{ done: true }] } });
});

describe('the end', () => {
  beforeAll(async () => {
    number = await engine.complaintAt('result');
  });

  test('CO-12 the result is told formally, on the channel that the customer came by', async () => {
    expect(told(await put('/result', 'HANDLER2', RESULT))).toBe('not_owner');
    expect(told(await put('/result', 'HANDLER', { ...RESULT, results: ['miracle'] }))).toBe('results[0]');
    const elsewhere = await put('/result', 'HANDLER', { ...RESULT, channel: 'email' });
    expect([told(elsewhere), elsewhere.body.channel]).toEqual(['not_original_channel', 'phone']);
    expect(told(await put('/result', 'HANDLER', RESULT))).toBe('done');
    expect(told(await put('/result', 'HANDLER', RESULT))).toBe('told_already');
  });

  test('CO-2 the word of the customer is asked where the policy asks it', async () => {
    expect(told(await post('/callbacks', 'HANDLER', WORD))).toBe('satisfaction_missing');
    expect(told(await post('/callbacks', 'HANDLER', { ...WORD, satisfaction: 'satisfied' }))).toBe('done');
  });

  test('CO-2, RE-7 a word that was given is final: to change it is refused, and on record', async () => {
    const before = (await get('')).seq;
    const better = { ...WORD, satisfaction: 'very_satisfied' };
    const refused = await engine.api.send('post', `/complaints/${number}/callbacks`, 'HANDLER', better, 'once-1');
    expect([told(refused), refused.status]).toEqual(['answer_final', 409]);
    const { seq, satisfaction } = await get('');
    expect([seq > before, satisfaction]).toEqual([true, 'satisfied']);
    // 002 prints 1 as best, and the standard with it: a number never without its scale.
    const { satisfactionScore, zh } = await get('');
    expect(satisfactionScore).toEqual({ score: 2, scale: 'one_best' });
    expect(zh).toMatchObject({
      satisfaction: '满意（2 分，1 分最好）',
      facts: expect.stringContaining('客户确认问题已解决'),
    });
    expect(JSON.stringify(await get('/timeline'))).toContain('问题已解决，客户满意（2 分，1 分最好）');
    // The same call again is the same attempt.
    const again = await engine.api.send('post', `/complaints/${number}/callbacks`, 'HANDLER', better, 'once-1');
    expect([told(again), (await get('')).seq]).toEqual(['answer_final', seq]);
    const { turns } = await get('/timeline');
    expect(turns.at(-1)).toMatchObject({ by: { id: 'handler-1' }, lines: [expect.any(Object)] });
  });
});

test('CO-2 a policy that does not ask for satisfaction takes a callback without it', async () => {
  number = await engine.complaintAt('contacts', { policy: 'online-service', channel: 'chat' });
  for (const step of ['contacts', 'verifications', 'classification', 'proposals', 'telling', 'answer'] as const) {
    await engine.done(number, step);
  }
  await engine.done(number, 'completion');
  expect(told(await post('/callbacks', 'HANDLER', WORD))).toBe('done');
  const found = await get('');
  expect(found).toMatchObject({ stage: 'archive', satisfaction: null, satisfactionScore: null });
  // Nobody said that he is content.
  expect(found.zh.facts).toContain('客户确认问题已解决');
  expect(JSON.stringify([found.zh, await get('/timeline')])).not.toContain('客户满意');
});

test('CO-8 who does not answer is given up after the tries that the policy asks for', async () => {
  number = await engine.complaintAt('result');
  const reason = { reason: '三次、两个渠道均无人应答' };
  const unanswered = (channel: string) => post('/callbacks', 'HANDLER', { answered: false, channel });
  await unanswered('phone');
  await unanswered('sms');
  const early = await put('/callbacks/giving-up', 'HANDLER', reason);
  expect([told(early), early.body]).toEqual([
    'too_few_tries',
    expect.objectContaining({ tries: 2, days: 1, channels: 2, needed: { tries: 3, days: 2, channels: 2 } }),
  ]);
  await forwardTo(engine.ns.client, number, (await virtualNow(engine.ns.client, number)) + DAY);
  await unanswered('phone');
  expect((await get('')).tries.map(({ channel }: { channel: string }) => channel)).toEqual(['phone', 'sms', 'phone']);
  expect(told(await put('/callbacks/giving-up', 'HANDLER2', reason))).toBe('not_owner');
  expect(told(await put('/callbacks/giving-up', 'HANDLER', reason))).toBe('done');
  // CO-12: an SMS needs nobody who answers.
  expect(await get('')).toMatchObject({ stage: 'callback', facts: expect.arrayContaining(['unreachable']) });
  expect(told(await put('/callbacks/giving-up', 'HANDLER', reason))).toBe('given_up_already');
  const result = { results: ['exchange'], channel: 'sms', text: '新机已寄出，处理完毕' };
  expect(told(await put('/result', 'HANDLER', result))).toBe('done');
  expect((await get('')).stage).toBe('review');
});

test('CO-2 what he said is on a recording of the call, or has its proof on another channel', async () => {
  number = await engine.complaintAt('callbacks');
  const word = { answered: true, solved: true, satisfaction: 'satisfied' };
  expect(told(await post('/callbacks', 'HANDLER', { ...word, channel: 'phone' }))).toBe('recording');
  const chat = { ...word, channel: 'chat' };
  expect(told(await post('/callbacks', 'HANDLER', { ...chat, recording: '无录音，本人印象' }))).toBe('proof');
  const proof = { ...aProof(), kind: 'chat_record', channel: 'chat', text: '会话 C-9' };
  expect(told(await post('/callbacks', 'HANDLER', { ...chat, proof: { ...proof, who: 'agent' } }))).toBe('proof.who');
  const later = new Date(Date.now() + 40 * DAY).toISOString();
  expect(told(await post('/callbacks', 'HANDLER', { ...chat, proof: { ...proof, occurredAt: later } }))).toBe(
    'in_the_future',
  );
  expect(told(await post('/callbacks', 'HANDLER', { ...chat, proof }))).toBe('done');
  expect(await get('')).toMatchObject({ stage: 'review', satisfaction: 'satisfied' });
});

test('CO-9 a case that reached an authority at level 3 is not dropped without a director', async () => {
  number = await engine.complaintAt('classification', { grounds: ['regulator_12315'] });
  const classification = {
    nature: 'product_quality',
    requestType: 'complaint',
    grounds: ['regulator_12315'],
    reason: '已投诉至 12315',
  };
  expect(told(await put('/classification', 'HANDLER', classification))).toBe('done');
  expect(told(await put('/withdrawal', 'HANDLER', { proof: aProof() }))).toBe('director_needed');
  expect(told(await post('/take-over', 'SALES_DIRECTOR'))).toBe('done');
  expect(told(await put('/withdrawal', 'SALES_DIRECTOR', { proof: aProof() }))).toBe('done');
  expect(await get('', 'CLERK')).toMatchObject({ outcome: 'withdrawn', stage: 'archive' });
});

test('HA-7 nothing of a telling may be left out, in every policy', async () => {
  number = await engine.complaintAt('telling');
  const telling = { channel: 'phone', apologised: true, text: '说明方案' };
  expect(told(await post('/proposals/1/telling', 'HANDLER', telling))).toBe('covers');
  expect(told(await post('/proposals/1/telling', 'HANDLER', { ...telling, covers: TELLING_POINTS.slice(1) }))).toBe(
    'telling_incomplete',
  );
});
