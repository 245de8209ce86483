import { TELLING_POINTS } from '../../domain/words';
import { aProof, EngineApi } from '../support/engine-api';
import { callsOn, told } from './calls';

jest.setTimeout(60_000);

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

const PROPOSAL = {
  kinds: ['compensation', 'apology'],
  amountFen: 3_000,
  basis: ['policy'],
  severity: 'minor',
  text: '补偿 30 元并致歉',
  points: { solution: '补偿并致歉', standard: '轻微质量问题 50 元以内', promise: '改进装箱检查' },
  steps: [{ what: '补偿到账', person: 'owner', workingDays: 2 }],
};
const TELLING = { channel: 'phone', apologised: true, covers: [...TELLING_POINTS], text: '电话说明方案并致歉' };

/** Tells a proposal and records what the customer says to it. */
async function hear(no: number, answer: 'accepted' | 'refused') {
  expect(told(await post(`/proposals/${no}/telling`, 'HANDLER', TELLING))).toBe('done');
  expect(told(await put(`/proposals/${no}/answer`, 'HANDLER', { answer, proof: aProof() }))).toBe('done');
}

describe('a proposal', () => {
  beforeAll(async () => {
    number = await engine.complaintAt('proposals');
  });

  test('HA-6, HA-15 has a standard by nature and severity', async () => {
    const { nature, standards } = await get('/standard-proposals?severity=minor');
    expect([nature, standards]).toEqual([
      'product_quality',
      [{ severity: 'minor', kinds: expect.arrayContaining(['exchange']), leastFen: 0, mostFen: 5_000 }],
    ]);
    expect((await get('/standard-proposals')).standards).toHaveLength(3);
  });

  test('HA-19 brings the points of the talk', async () => {
    expect(told(await post('/proposals', 'HANDLER', { ...PROPOSAL, points: undefined }))).toBe('points_missing');
  });

  test('HA-15 leaves the standard only with a reason, and with the level above', async () => {
    const dearer = { ...PROPOSAL, amountFen: 8_000, text: '补偿 80 元' };
    expect(told(await post('/proposals', 'HANDLER', dearer))).toBe('outside_standard');
    expect(told(await put('/proposals/approval', 'SUPERVISOR', { approved: true, text: '同意' }))).toBe(
      'no_approval_awaited',
    );
    expect(told(await post('/proposals', 'HANDLER', { ...dearer, reason: '客户另有误工损失' }))).toBe('done');
    expect((await get('')).proposal).toMatchObject({ no: 1, approval: 'awaited', reason: '客户另有误工损失' });
    expect(told(await post('/proposals/1/telling', 'HANDLER', TELLING))).toBe('approval_awaited');
    const approval = { approved: false, text: '误工无凭证' };
    expect(told(await put('/proposals/approval', 'HANDLER', approval))).toMatch(/role_needed|handled_before/);
    expect(told(await put('/proposals/approval', 'SUPERVISOR', approval))).toBe('done');
    expect(told(await post('/proposals/1/telling', 'HANDLER', TELLING))).toBe('approval_denied');
  });

  test.each([
    ['HA-6 an amount without a kind that gives money', { kinds: ['exchange', 'apology'] }, 'amountFen'],
    ['HA-6 a compensation without an amount', { amountFen: 0 }, 'amountFen'],
    ['HA-10 a compensation that nobody carries out', { steps: [] }, 'steps'],
  ])('%s is refused', async (_, more, field) => {
    expect(told(await post('/proposals', 'HANDLER', { ...PROPOSAL, ...more }))).toBe(field);
  });

  test('HA-15 leaves the standard with another kind, too', async () => {
    const waived = { ...PROPOSAL, kinds: ['fee_waiver'], text: '减免费用 30 元' };
    expect(told(await post('/proposals', 'HANDLER', waived))).toBe('outside_standard');
  });

  test('HA-7 is told with all its points, and the apology', async () => {
    expect(told(await post('/proposals', 'HANDLER', PROPOSAL))).toBe('done');
    const half = await post('/proposals/2/telling', 'HANDLER', { ...TELLING, covers: ['content', 'basis'] });
    expect([told(half), half.body.missing]).toEqual(['telling_incomplete', ['findings', 'steps', 'effect', 'care']]);
    expect(told(await post('/proposals/2/telling', 'HANDLER', { ...TELLING, covers: [] }))).toBe('telling_incomplete');
    const fax = await post('/proposals/2/telling', 'HANDLER', { ...TELLING, channel: 'fax' });
    expect([told(fax), fax.body.errors[0].allowed]).toEqual(['channel', expect.stringContaining('phone（电话）')]);
    await hear(2, 'refused');
  });

  test('HA-8 is answered after it was told, with a proof that fits the channel', async () => {
    expect(told(await post('/proposals', 'HANDLER', PROPOSAL))).toBe('done');
    expect(told(await post('/proposals/3/telling', 'HANDLER', TELLING))).toBe('done');
    const answer = (more: object) =>
      put('/proposals/3/answer', 'HANDLER', { answer: 'refused', proof: { ...aProof(), ...more } });
    const before = new Date(Date.now() - 5 * 60_000).toISOString();
    expect(told(await answer({ occurredAt: before }))).toMatch(/before_telling|before_receipt/);
    expect(told(await answer({ channel: 'email' }))).toBe('proof.kind');
    expect(told(await answer({ kind: 'chat_record' }))).toBe('proof.kind');
    expect(told(await answer({}))).toBe('done');
    const { contacts } = await get('/contacts');
    expect(contacts.at(-1)).toMatchObject({
      purpose: 'proposal_answered',
      purposeZh: '客户答复方案',
      direction: 'inbound',
      channel: 'phone',
      text: '录音 R-1',
    });
  });

  test('HA-8 that is refused a third time is decided above, who may offer one himself', async () => {
    const offer = { ...PROPOSAL, amountFen: 4_000, text: '补偿 40 元' };
    const decision = { decision: 'offer', text: '由我提出', offer };
    for (const no of [4]) {
      expect(told(await post('/proposals', 'HANDLER', PROPOSAL))).toBe('done');
      expect(told(await put('/proposals/decision', 'SUPERVISOR', decision))).toBe('no_decision_awaited');
      await hear(no, 'refused');
    }
    expect(told(await post('/proposals', 'HANDLER', PROPOSAL))).toBe('decision_awaited');
    expect(told(await put('/proposals/decision', 'SUPERVISOR', { ...decision, offer: undefined }))).toBe('offer');
    const nobody = { ...offer, steps: [{ what: '付款', person: 'nobody', workingDays: 1 }] };
    expect(told(await put('/proposals/decision', 'SUPERVISOR', { ...decision, offer: nobody }))).toBe(
      'offer.steps[0].person',
    );
    expect(told(await put('/proposals/decision', 'SUPERVISOR', decision))).toBe('done');
    expect((await get('')).proposal).toMatchObject({ no: 5, by: 'supervisor-1', text: '补偿 40 元' });
  });

  test('HA-6, HA-8 stays readable with what became of it', async () => {
    await hear(5, 'accepted');
    const { proposals } = await get('/proposals');
    const short = proposals.map(({ no, approval, answer }: Record<string, unknown>) => [no, approval, answer]);
    expect(short).toEqual([
      [1, 'denied', null],
      [2, null, 'refused'],
      [3, null, 'refused'],
      [4, null, 'refused'],
      [5, null, 'accepted'],
    ]);
    expect(proposals[1].points).toEqual(PROPOSAL.points);
    expect((await get('')).stage).toBe('remedy');
  });
});

describe('a conclusion without agreement', () => {
  beforeAll(async () => {
    number = await engine.complaintAt('telling');
  });

  test('CO-11 is asked for after reasonable duty, and granted by the level above', async () => {
    const asked = { reason: '已两次协商，客户要求十倍赔偿' };
    const decision = { granted: true, text: '同意办结' };
    expect(told(await post('/conclusion', 'HANDLER', asked))).toBe('proposal_not_told');
    await engine.done(number, 'telling');
    expect(told(await put('/conclusion/decision', 'SUPERVISOR', decision))).toBe('nothing_to_decide');
    expect(told(await post('/conclusion', 'HANDLER', asked))).toBe('proposal_awaits_answer');
    const agent = { answer: 'refused', proof: { ...aProof(), who: 'agent' } };
    expect(told(await put('/proposals/1/answer', 'HANDLER', agent))).toBe('proof.who');
    expect(told(await put('/proposals/1/answer', 'HANDLER', { answer: 'refused', proof: aProof() }))).toBe('done');
    expect(told(await post('/conclusion', 'HANDLER', asked))).toBe('done');
    expect(told(await put('/conclusion/decision', 'HANDLER', decision))).toMatch(/role_needed|handled_before/);
    expect(told(await put('/conclusion/decision', 'SUPERVISOR', decision))).toBe('done');
    expect((await get('')).stage).toBe('callback');
  });

  test('what somebody may not do now is told with the name of who may', async () => {
    number = await engine.complaintAt('contacts');
    const { actions } = await get('/actions', 'SUPERVISOR');
    const propose = actions.find(({ action }: { action: string }) => action === 'record_contact');
    expect(propose).toMatchObject({ allowed: false, why: { code: 'not_owner', owner: 'handler-1' } });
    expect(propose.why.detail).toContain('（handler-1）');
  });

  test('CO-11 is not known to every policy', async () => {
    number = await engine.complaintAt('contacts', { policy: 'service-desk' });
    const { actions } = await get('/actions');
    const conclusion = actions.find(({ action }: { action: string }) => action === 'ask_conclusion');
    expect(conclusion).toMatchObject({ allowed: false, why: { code: 'step_unknown_here' } });
    expect(told(await post('/acceptance', 'HANDLER', { channel: 'phone', text: '已受理' }))).toBe('step_unknown_here');
    expect(told(await post('/causes', 'HANDLER', CAUSE))).toBe('step_unknown_here');
  });
});

const CAUSE = {
  dimension: 'process',
  cause: 'rule_gap',
  direct: '快递揽收超时',
  root: '未设置揽收预警机制',
  department: 'logistics',
  person: 'logistics-1',
  direction: '建立预警',
};
