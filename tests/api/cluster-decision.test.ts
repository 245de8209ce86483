import pino from 'pino';
import { startBatches } from '../../worker/batches';
import { AN_INTAKE } from '../support/api';
import { EngineApi } from '../support/engine-api';

jest.setTimeout(120_000);

let engine: EngineApi;
beforeAll(async () => {
  engine = await EngineApi.start();
}, 120_000);
afterAll(() => engine?.stop());

const OFFER = {
  kinds: ['exchange', 'apology'],
  basis: ['policy'],
  text: '同批次全部换新机并致歉',
  points: { solution: '换新机', standard: '质量问题换货', promise: '改进密封圈' },
  steps: [{ what: '寄出新机', person: 'owner', workingDays: 2 }],
  findings: { sources: ['order', 'pictures'], responsibility: 'ours', text: '同批次密封圈尺寸偏小，抽检属实' },
  cause: {
    dimension: 'process',
    cause: 'missing_node',
    direct: '密封圈尺寸偏小，出厂未检出',
    root: '出厂检验流程没有密封圈尺寸这一项，整批无从发现',
    department: 'product',
    person: 'product-head',
    direction: '检验单增加密封圈尺寸',
  },
};

const complaint = async (number: string) => (await engine.api.get(`/complaints/${number}`, 'MANAGER')).body;
const problem = ({ status, body }: { status: number; body: { type?: string } }) => [
  status,
  body.type?.replace('urn:huiyin:problem:', ''),
];
const cluster = async (id: string) => (await engine.api.get(`/clusters/${id}`, 'MANAGER')).body;
const proposals = async (number: string): Promise<{ by: string; steps: { person: string }[] }[]> =>
  (await engine.api.get(`/complaints/${number}/proposals`, 'MANAGER')).body.proposals;

let serial = 0;
function somebody(given: object = {}) {
  serial += 1;
  const contacts = [{ channel: 'phone', address: `1360000${String(serial).padStart(4, '0')}` }];
  return { complainant: { kind: 'consumer', contacts }, ...given };
}

/** What the worker's sweep does every few seconds; then waits until nothing is waiting any more. */
async function carriedOut(): Promise<void> {
  const { db } = engine.api;
  const open = async () => {
    const { body } = await engine.api.get('/batches?limit=100', 'MANAGER');
    return (body.batches as { state: string }[]).some(({ state }) => state !== 'finished');
  };
  for (let i = 0; i < 300 && (await open()); i += 1) {
    if (i % 20 === 0) {
      await startBatches({ database: db.database, client: engine.ns.client, log: pino({ level: 'silent' }) });
    }
    await new Promise((wait) => setTimeout(wait, 100));
  }
  expect(await open()).toBe(false);
}

/** A mass complaint: one archived before, one at its proposal, one not contacted yet, one remedied, and the fifth. */
async function aMass(product: string) {
  const given = () => somebody({ productCode: product });
  const archived = await engine.complaintAt('end', given());
  const proposing = await engine.complaintAt('proposals', given());
  const fresh = await engine.complaintAt('contacts', given());
  const remedied = await engine.complaintAt('callbacks', given());
  const fifth = await engine.complaintAt('contacts', given());
  await carriedOut();
  const [id] = (await engine.api.get(`/complaints/${fifth}/links`, 'MANAGER')).body.clusters;
  return { id: id as string, archived, proposing, fresh, remedied, fifth };
}

describe('CL-4 the one decision on a mass complaint', () => {
  it('is a director’s, once, and reaches every member that is open and has not agreed to something else', async () => {
    const { id, archived, proposing, fresh, remedied, fifth } = await aMass('D-1');
    for (const who of ['HANDLER', 'SUPERVISOR', 'MANAGER']) {
      const refused = await engine.api.send('put', `/clusters/${id}/decision`, who, OFFER);
      expect(problem(refused)).toEqual([403, 'role_needed']);
    }
    const early = await engine.api.send('post', `/clusters/${id}/decision/applications`, 'SALES_DIRECTOR', {});
    expect(problem(early)).toEqual([409, 'cluster_undecided']);

    const key = 'decide-d-1';
    const decided = await engine.api.send('put', `/clusters/${id}/decision`, 'SALES_DIRECTOR', OFFER, key);
    expect(decided.status).toBe(200);
    expect(decided.body).toMatchObject({
      sentTo: 1,
      skipped: [
        { complaint: fresh, why: { code: 'not_in_stage' } },
        { complaint: remedied, why: { code: 'not_in_stage' } },
        { complaint: fifth, why: { code: 'not_in_stage' } },
      ],
    });
    const again = await engine.api.send('put', `/clusters/${id}/decision`, 'SALES_DIRECTOR', OFFER, key);
    expect([again.status, again.body]).toEqual([200, decided.body]);
    const another = await engine.api.send('put', `/clusters/${id}/decision`, 'ADMIN_DIRECTOR', OFFER);
    expect(problem(another)).toEqual([409, 'cluster_decided']);
    await carriedOut();

    expect(await proposals(proposing)).toMatchObject([{ by: 'director-1', steps: [{ person: 'handler-1' }] }]);
    expect((await complaint(proposing)).stage).toBe('proposal');
    for (const number of [fresh, fifth]) expect(await proposals(number)).toEqual([]);
    expect(await proposals(remedied)).toMatchObject([{ by: 'handler-1' }]);
    expect(await complaint(archived)).toMatchObject({ closed: true, level: 1, marks: [] });
    expect(await proposals(archived)).toMatchObject([{ by: 'handler-1' }]);
    expect(await cluster(id)).toMatchObject({
      state: 'decided',
      decision: { ...OFFER, by: 'director-1', applied: 1 },
      ended: null,
    });
  });

  it('is brought to those that were not ready for it, and to those that came later, when a director says so', async () => {
    const { id, proposing, fresh } = await aMass('D-2');
    await engine.api.send('put', `/clusters/${id}/decision`, 'SALES_DIRECTOR', OFFER);
    await carriedOut();
    const later = await engine.complaintAt('contacts', somebody({ productCode: 'D-2' }));
    expect((await cluster(id)).members).toBe(6);
    for (const number of [fresh, later]) await engine.done(number, 'contacts');
    await carriedOut();
    const applied = await engine.api.send('post', `/clusters/${id}/decision/applications`, 'ADMIN_DIRECTOR', {});
    expect(applied.status).toBe(200);
    await carriedOut();
    expect(await proposals(proposing)).toHaveLength(1);
    for (const number of [fresh, later]) {
      expect(await proposals(number)).toMatchObject([{ by: 'director-1' }]);
      const { turns } = (await engine.api.get(`/complaints/${number}/timeline`, 'MANAGER')).body;
      const told = JSON.stringify(turns);
      expect(told).toContain(`核实（订单、图片）：我方责任（依据集体投诉 ${id} 的统一方案）`);
      for (const text of [OFFER.findings.text, OFFER.cause.root]) expect(told).toContain(text);
    }
  });

  it('is not for whom a member is about, nor does his name stand in a step of that member (HA-18)', async () => {
    const about = { productCode: 'D-3', respondents: ['director-1'] };
    for (let i = 0; i < 5; i += 1)
      await engine.api.send('post', '/complaints', 'HANDLER', { ...AN_INTAKE, ...somebody(about) });
    const { body } = await engine.api.get('/clusters', 'ADMIN_DIRECTOR');
    const [{ id }] = body.clusters;
    const unseen = await engine.api.send('put', `/clusters/${id}/decision`, 'SALES_DIRECTOR', OFFER);
    expect(problem(unseen)).toEqual([404, 'no_such_cluster']);
    const named = { ...OFFER, steps: [{ what: '道歉', person: 'director-1', workingDays: 1 }] };
    const wrong = await engine.api.send('put', `/clusters/${id}/decision`, 'ADMIN_DIRECTOR', named);
    expect([wrong.status, wrong.body.errors]).toEqual([422, [expect.objectContaining({ path: 'steps[0].person' })]]);
  });

  it('HA-6, HA-15, HA-19 is checked like a proposal, and with the analysis that the policy asks for', async () => {
    const { id, proposing } = await aMass('D-5');
    const decide = (given: object) => engine.api.send('put', `/clusters/${id}/decision`, 'SALES_DIRECTOR', given);
    expect(problem(await decide({ ...OFFER, points: undefined }))).toEqual([422, 'points_missing']);
    expect(problem(await decide({ ...OFFER, cause: undefined }))).toEqual([422, 'cause_missing']);
    const dear = { kinds: ['compensation'], severity: 'serious', reason: '影响面大', amountFen: 2_000_001 };
    const beyond = await decide({ ...OFFER, ...dear });
    expect([...problem(beyond), beyond.body.limitFen]).toEqual([422, 'beyond_limit', 2_000_000]);
    const errors = async (given: object) => {
      const { status, body } = await decide({ ...OFFER, ...given });
      return [status, body.errors?.map(({ path }: { path: string }) => path)];
    };
    expect(await errors({ findings: undefined })).toEqual([422, ['findings']]);
    expect(await errors({ steps: [] })).toEqual([422, ['steps']]);
    expect(await errors({ amountFen: 5000 })).toEqual([422, ['amountFen']]);
    expect(await errors({ cause: { ...OFFER.cause, root: '客户情绪激动' } })).toEqual([422, ['cause.root']]);
    expect(await proposals(proposing)).toEqual([]);
    expect((await decide({ ...OFFER, kinds: ['apology'], steps: [] })).status).toBe(200);
  });

  it('waits where a proposal has been told and not been answered', async () => {
    const { id, proposing } = await aMass('D-6');
    // What many complain of is analysed before anything is offered (HA-5).
    const causes = await engine.api.send('post', `/complaints/${proposing}/causes`, 'HANDLER', OFFER.cause);
    expect(causes.status).toBe(200);
    await engine.done(proposing, 'proposals');
    await engine.done(proposing, 'telling');
    const decided = await engine.api.send('put', `/clusters/${id}/decision`, 'SALES_DIRECTOR', OFFER);
    expect(decided.body.skipped).toContainEqual(
      expect.objectContaining({
        complaint: proposing,
        why: expect.objectContaining({ code: 'proposal_awaits_answer' }),
      }),
    );
  });

  it('and its end: nothing joins it any more, the members go on', async () => {
    const { id, fresh } = await aMass('D-4');
    const end = { reason: '该批次已全部召回' };
    expect((await engine.api.send('put', `/clusters/${id}/end`, 'MANAGER', end)).status).toBe(403);
    expect((await engine.api.send('put', `/clusters/${id}/end`, 'SALES_DIRECTOR', end)).status).toBe(200);
    expect(await cluster(id)).toMatchObject({ state: 'over', ended: { by: 'director-1', ...end } });
    const decided = await engine.api.send('put', `/clusters/${id}/decision`, 'SALES_DIRECTOR', OFFER);
    expect(problem(decided)).toEqual([409, 'cluster_over']);
    await engine.done(fresh, 'contacts');
    expect((await complaint(fresh)).closed).toBe(false);
  });
});
