import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import { approvalCode } from '../../db/approval-code';
import { readApprovalArguments } from '../../scripts/approval-arguments';
import { sendApproval } from '../../scripts/approval-signal';
import type { Approval } from '../../scripts/approval-signal';
import { complaintWorkflowId } from '../../workflows/contract';
import { TEST_SECRET } from '../support/database';
import { Engine, SUPERVISOR } from '../support/engine';
import { STEPS, walk } from '../support/life';
import { workflowBundle } from '../support/temporal';
import { command, commandWith, installationFolder } from './support/command';

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.start();
}, 60_000);
afterAll(() => engine?.stop());

const send = (number: string, approval: Approval, patienceMs?: number) =>
  sendApproval({ database: engine.db.database, client: engine.ns.client }, number, approval, patienceMs);
const stageOf = async (number: string) => (await engine.record(number)).stage;

/** A complaint that waits for its review, and the supervisor's code for it. */
async function inReview(): Promise<{ number: string; code: string }> {
  const number = await engine.register();
  await walk(engine, number, 'satisfied');
  return { number, code: await codeOf(number) };
}

async function codeOf(number: string): Promise<string> {
  const review = (await engine.obligations(number)).find(({ kind, state }) => kind === 'review' && state === 'open');
  return approvalCode(TEST_SECRET, number, review!.id, SUPERVISOR.id);
}

test('CO-5 a rejection with its code sends the case back to the step that it names; the next code approves', async () => {
  const { number, code } = await inReview();
  const rejection = { name: 'reject', code, ground: 'callback_doubtful', backTo: 'callback' } as const;
  expect(await send(number, rejection)).toEqual({ accepted: true, by: SUPERVISOR.id });
  expect(await stageOf(number)).toBe('callback');
  await STEPS.satisfied(engine, number);

  expect(await send(number, { name: 'approve', code })).toEqual({ accepted: false, because: 'code_unknown' });
  expect(await stageOf(number)).toBe('review');
  expect(await send(number, { name: 'approve', code: await codeOf(number) })).toEqual({
    accepted: true,
    by: SUPERVISOR.id,
  });
  expect(await stageOf(number)).toBe('archive');
});

test('a signal without a valid code is put on file as refused, and the refusal is told', async () => {
  const { number } = await inReview();
  expect(await send(number, { name: 'approve', code: 'ABCDE-FGHJK-LMNPQ' })).toEqual({
    accepted: false,
    because: 'code_unknown',
  });
  expect(await engine.events(number)).toContainEqual({ type: 'refused', action: 'approve', because: 'code_unknown' });
});

test('a complaint whose run is gone takes the signal all the same', async () => {
  const { number, code } = await inReview();
  await engine.handle(number).terminate('gone');
  expect(await send(number, { name: 'approve', code })).toEqual({ accepted: true, by: SUPERVISOR.id });
});

test('while no worker runs the signal waits, and that is said', async () => {
  const { number, code } = await inReview();
  await engine.worker.stop();
  expect(await send(number, { name: 'approve', code }, 300)).toBeUndefined();
  engine.worker = await engine.ns.startWorker(engine.db.url);
  for (let i = 0; i < 200 && (await stageOf(number)) === 'review'; i += 1) {
    await new Promise((done) => setTimeout(done, 50));
  }
  expect(await stageOf(number)).toBe('archive');
});

test('the command says who approved what, on servers that are not those of npm start', async () => {
  const { number, code } = await inReview();
  const external = {
    DATABASE_URL: engine.db.url,
    TEMPORAL_ADDRESS: engine.ns.address,
    TEMPORAL_NAMESPACE: engine.ns.namespace,
    HUIYIN_SECRET: TEST_SECRET,
  };
  const refused = await commandWith(external, 'signal', number, 'approve', 'ABCDE-FGHJK-LMNPQ');
  expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^未予接受，已记录在案：.+。\n$/) });
  const approved = await commandWith(external, 'signal', number, 'approve', code.toLowerCase().replaceAll('-', ''));
  expect(approved).toEqual({
    code: 0,
    out: `已接受：华东服务主管 审核通过投诉 ${number}，现在的步骤是「归档」。\n`,
    err: '',
  });
});

test.each<[string, Approval]>([
  ['approve CODE', { name: 'approve', code: 'CODE' }],
  [
    'reject CODE --ground form_incomplete',
    { name: 'reject', code: 'CODE', ground: 'form_incomplete', backTo: 'verification' },
  ],
  [
    'reject CODE --ground=facts_unclear --back-to proposal',
    { name: 'reject', code: 'CODE', ground: 'facts_unclear', backTo: 'proposal' },
  ],
])('“%s” is understood', (typed, approval) => {
  const number = '20260101-001';
  expect(readApprovalArguments([number, ...typed.split(' ')])).toEqual({ number, approval });
});

test.each([
  '',
  'approve',
  'archive CODE',
  'approve CODE --ground other',
  'reject CODE',
  'reject CODE --ground mood',
  'reject CODE --ground other',
  'reject CODE --ground facts_unclear --back-to remedy',
  'approve CODE --force',
])('“%s” is refused with all that is allowed', (typed) => {
  expect(() => readApprovalArguments(['20260101-001', ...typed.split(' ').filter(Boolean)])).toThrow(
    /^用法：[^]*facts_unclear（事实未查清）[^]*callback（/,
  );
});

test('what is wrong is said without a trace of the program', async () => {
  expect((await command('/nowhere', 'signal')).err).toMatch(/^用法：[^]*verification\n$/);
});

test('an exported history holds future code to it', async () => {
  const number = await engine.register();
  await walk(engine, number, 'archive');
  await engine.handle(number).result();
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-history-'));
  const file = join(folder, 'ordinary.json');
  const installation = installationFolder({ databaseUrl: engine.db.url, ...engine.ns });
  const said = await command(installation, 'history-export', complaintWorkflowId(number), file);
  expect(said).toMatchObject({ code: 0, out: expect.stringMatching(/^已保存 \d+ 个事件/) });
  const history = JSON.parse(readFileSync(file, 'utf8')) as unknown;
  await Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history, complaintWorkflowId(number));
  rmSync(folder, { recursive: true });
});
