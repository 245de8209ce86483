import { TELLING_POINTS } from '../../domain/words';
import { AN_INTAKE, testApi } from './api';
import type { TestApi } from './api';
import { testDatabase } from './database';
import { testNamespace } from './temporal';
import type { RunningWorker, TestNamespace } from './temporal';

const OWNER = 'HANDLER';
const CONTACT = {
  channel: 'phone',
  direction: 'outbound',
  reached: true,
  purpose: 'first_contact',
  text: '已致电客户，说明流程',
};

/** The customer's word, given just now. */
export const aProof = () => ({
  kind: 'call_recording',
  channel: 'phone',
  occurredAt: new Date().toISOString(),
  text: '录音 R-1',
});

type Step = readonly ['post' | 'put', path: string, who: string, body: () => object];

/** The shortest way through the procedure, as staff walk it. */
const STEPS = {
  contacts: ['post', '/contacts', OWNER, () => CONTACT],
  form: ['put', '/form', OWNER, () => ({ text: '机器漏水，要求换货', repeatedBack: true })],
  classification: [
    'put',
    '/classification',
    OWNER,
    () => ({ nature: 'product_quality', requestType: 'complaint', grounds: [], reason: '一般质量问题' }),
  ],
  verifications: [
    'post',
    '/verifications',
    OWNER,
    () => ({ sources: ['order'], responsibility: 'ours', concluded: true, findings: '照片显示密封圈缺失' }),
  ],
  proposals: [
    'post',
    '/proposals',
    OWNER,
    () => ({
      kinds: ['exchange', 'apology'],
      basis: ['policy'],
      text: '换新机并致歉',
      points: { solution: '换新机', standard: '质量问题换货', promise: '改进装箱检查' },
      steps: [{ what: '寄出新机', person: 'owner', workingDays: 2 }],
    }),
  ],
  telling: [
    'post',
    '/proposals/1/telling',
    OWNER,
    () => ({ channel: 'phone', apologised: true, covers: [...TELLING_POINTS], text: '电话说明方案并致歉' }),
  ],
  answer: ['put', '/proposals/1/answer', OWNER, () => ({ answer: 'accepted', proof: aProof() })],
  completion: ['put', '/remedy/1/completion', OWNER, () => ({ text: '新机已签收，单号 SF1' })],
  result: ['put', '/result', OWNER, () => ({ results: ['exchange'], channel: 'phone', text: '正式告知换货结果' })],
  callbacks: [
    'post',
    '/callbacks',
    OWNER,
    () => ({
      answered: true,
      channel: 'phone',
      solved: true,
      satisfaction: { score: 2, scale: 'one_best' },
      recording: '录音 R-2',
    }),
  ],
  review: ['put', '/review', 'SUPERVISOR', () => ({ verdict: 'approve' })],
  archive: ['put', '/archive', 'CLERK', () => ({})],
} satisfies Record<string, Step>;
export type StepName = keyof typeof STEPS;

/** The API with a real worker behind it, and complaints that have got somewhere. */
export class EngineApi {
  private constructor(
    readonly api: TestApi,
    readonly ns: TestNamespace,
    private readonly worker: RunningWorker,
  ) {}

  static async start(): Promise<EngineApi> {
    const [db, ns] = await Promise.all([testDatabase(), testNamespace()]);
    const worker = await ns.startWorker(db.url);
    return new EngineApi(await testApi({ db, site: ns }), ns, worker);
  }

  async stop(): Promise<void> {
    await this.api.close();
    await this.worker.stop();
    await this.ns.close();
    await this.api.db.drop();
  }

  /** A registered complaint on which all steps before the named one are done; its number. */
  async complaintAt(before: StepName | 'end', intake: object = {}): Promise<string> {
    const { body } = await this.api.send('post', '/complaints', OWNER, { ...AN_INTAKE, ...intake });
    for (const name of Object.keys(STEPS) as StepName[]) {
      if (name === before) break;
      await this.done(body.number, name);
    }
    return body.number;
  }

  /** Does the steps from one to another, both included. */
  async walk(number: string, from: StepName, to: StepName): Promise<void> {
    const names = Object.keys(STEPS) as StepName[];
    for (const name of names.slice(names.indexOf(from), names.indexOf(to) + 1)) await this.done(number, name);
  }

  /** Sends one of the steps; whatever comes of it. */
  step(number: string, name: StepName, key?: string) {
    const [method, path, who, body] = STEPS[name];
    return this.api.send(method, `/complaints/${number}${path}`, who, body(), key);
  }

  /** Does one of the steps; a refusal shows its document. */
  async done(number: string, name: StepName) {
    const { status, body } = await this.step(number, name);
    expect(status === 200 ? { status } : { status, body }).toEqual({ status: 200 });
    return body;
  }
}
