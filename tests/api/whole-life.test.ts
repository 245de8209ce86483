import { AN_INTAKE, testApi } from '../support/api';
import type { TestApi } from '../support/api';
import { testDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { testNamespace } from '../support/temporal';
import type { RunningWorker, TestNamespace } from '../support/temporal';

let db: TestDatabase;
let ns: TestNamespace;
let worker: RunningWorker;
let api: TestApi;

beforeAll(async () => {
  [db, ns] = await Promise.all([testDatabase(), testNamespace()]);
  worker = await ns.startWorker(db.url);
  api = await testApi({ db, site: ns });
}, 60_000);
afterAll(async () => {
  await api.close();
  await worker.stop();
  await ns.close();
  await db.drop();
});

const PROOF = { kind: 'call_recording', channel: 'phone', text: '录音 R-1' };
const proof = () => ({ ...PROOF, occurredAt: new Date().toISOString() });

/** Does one step over HTTP; anything but 200 shows the problem document. */
async function step(number: string, method: 'post' | 'put', path: string, who: string, body: object = {}) {
  const { status, body: answer } = await api.send(method, `/complaints/${number}${path}`, who, body);
  expect({ status, ...(status === 200 ? {} : { answer }) }).toEqual({ status: 200 });
  return answer;
}

async function registered(): Promise<string> {
  const { body } = await api.send('post', '/complaints', 'HANDLER', AN_INTAKE);
  return body.number;
}

const CONTACT = {
  channel: 'phone',
  direction: 'outbound',
  reached: true,
  purpose: 'first_contact',
  text: '已致电客户,说明流程',
};

test('a complaint goes from registration to the archive over HTTP, and every answer is readable at once', async () => {
  const number = await registered();
  await step(number, 'post', '/contacts', 'HANDLER', CONTACT);
  await step(number, 'put', '/form', 'HANDLER', { text: '机器漏水,要求换货', repeatedBack: true });
  await step(number, 'put', '/classification', 'HANDLER', {
    nature: 'product_quality',
    requestType: 'complaint',
    grounds: [],
    reason: '一般质量问题',
  });
  await step(number, 'post', '/verifications', 'HANDLER', {
    sources: ['order', 'pictures'],
    responsibility: 'ours',
    concluded: true,
    findings: '照片显示密封圈缺失',
  });
  await step(number, 'post', '/proposals', 'HANDLER', {
    kinds: ['exchange', 'apology'],
    basis: ['policy'],
    text: '换新机并致歉',
    steps: [{ what: '寄出新机', person: 'owner', workingDays: 2 }],
  });
  await step(number, 'post', '/proposals/1/telling', 'HANDLER', {
    channel: 'phone',
    apologised: true,
    text: '电话说明方案并致歉',
  });
  await step(number, 'put', '/proposals/1/answer', 'HANDLER', { answer: 'accepted', proof: proof() });
  await step(number, 'put', '/remedy/1/completion', 'HANDLER', { text: '新机已签收,单号 SF1' });
  await step(number, 'post', '/callbacks', 'HANDLER', {
    answered: true,
    channel: 'phone',
    solved: true,
    satisfaction: { score: 2, scale: 'one_best' },
    recording: '录音 R-2',
  });
  await step(number, 'put', '/review', 'SUPERVISOR', { verdict: 'approve' });
  const end = await step(number, 'put', '/archive', 'CLERK');
  expect([end.closed, end.outcome, end.stage]).toEqual([true, 'completed', 'archive']);

  const { body, headers } = await api.get(`/complaints/${number}`, 'HANDLER');
  expect([body.closed, body.satisfaction, headers['etag']]).toEqual([true, 'satisfied', `"${end.seq}"`]);
  const later = await api.send('post', `/complaints/${number}/contacts`, 'HANDLER', CONTACT);
  expect([later.status, later.body.type]).toEqual([409, 'urn:huiyin:problem:closed']);
}, 60_000);
