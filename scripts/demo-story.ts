import { setTimeout as sleep } from 'node:timers/promises';
import { calendarInForce } from '../db/queries/calendars';
import * as words from '../templates/demo-words';
import { sendApproval } from './approval-signal';
import { DemoCase } from './demo-case';
import { DemoDesk } from './demo-desk';
import type { Page } from './demo-layout';
import { virtualNow } from './fast-forward';
import type { Installation } from './installation';
import { Trouble } from './servers/trouble';

const REMEDY_DAYS = 86;
const DAY_MS = 86_400_000;

type Registered = { number: string; acknowledgement: string | null };

/** One complaint's life of about ninety days, step by step, as staff would live it. */
export async function playStory(
  installation: Installation,
  tokens: Readonly<Record<string, string>>,
  page: Page,
): Promise<DemoCase> {
  const desk = new DemoDesk(installation.running.apiUrl, tokens);
  const story = await registered(installation, desk, page);
  await firstContact(story);
  page.heading(words.DEMO_CHAPTERS.verification);
  await verification(story);
  page.heading(words.DEMO_CHAPTERS.proposals);
  const colleague = await desk.get<{ id: string }>('HANDLER2', '/me');
  await proposals(story, colleague.id);
  page.heading(words.DEMO_CHAPTERS.remedy);
  await remedy(story);
  page.heading(words.DEMO_CHAPTERS.callback);
  await callback(story);
  page.heading(words.DEMO_CHAPTERS.review);
  await review(story, installation, page);
  page.heading(words.DEMO_CHAPTERS.archive);
  await archive(story, installation, page);
  return story;
}

async function registered({ client, database }: Installation, desk: DemoDesk, page: Page): Promise<DemoCase> {
  page.heading(words.DEMO_CHAPTERS.intake);
  const start = Date.now();
  const { number, acknowledgement } = await desk.send<Registered>('HANDLER', 'POST', '/complaints', words.DEMO_INTAKE);
  await workflowOf(client, number);
  const calendar = await calendarInForce(database.queries, 'east');
  const story = new DemoCase(number, start, desk, client, calendar, page);
  await story.tell(words.DEMO_INTAKE.words);
  page.line(start, start, '客户收到回执', acknowledgement?.split('\n')[0] ?? '');
  await story.act('HANDLER', 'POST', '/acceptance', words.DEMO_ACCEPTANCE_TOLD);
  await story.act('HANDLER', 'POST', '/waiting', words.DEMO_WAITING);
  return story;
}

/** The answer to the registration does not wait for Temporal, so the run may be there a little later. */
async function workflowOf(client: Installation['client'], number: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await virtualNow(client, number);
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await sleep(50);
    }
  }
}

async function firstContact(story: DemoCase): Promise<void> {
  await story.until(await story.at(1, '09:40'));
  await story.act('HANDLER', 'POST', '/contacts', words.DEMO_FIRST_CONTACT);
  await story.until(await story.at(0, '09:55'));
  await story.act('HANDLER', 'PUT', '/form', words.DEMO_FORM);
}

async function verification(story: DemoCase): Promise<void> {
  await story.until(await story.at(0, '10:30'));
  await story.act('HANDLER', 'PUT', '/classification', words.DEMO_CLASSIFICATION);
  await story.until(await story.at(1, '15:20'));
  await story.act('HANDLER', 'POST', '/verifications', words.DEMO_FIRST_FINDINGS);
  await story.until(await story.at(2, '10:50'));
  await story.act('HANDLER', 'PUT', '/waiting/end', words.DEMO_WAITING_OVER);
  await story.until(await story.at(0, '11:10'));
  await story.act('HANDLER', 'POST', '/verifications', words.DEMO_FINDINGS);
}

async function proposals(story: DemoCase, colleague: string): Promise<void> {
  await story.until(await story.at(0, '14:00'));
  await story.act('HANDLER', 'POST', '/proposals', words.DEMO_FIRST_PROPOSAL);
  await tellAndHear(story, 1, words.DEMO_REFUSAL);
  await story.until(await story.at(0, '15:30'));
  await story.act('HANDLER', 'POST', '/proposals', words.demoSecondProposal(colleague));
  await story.until(await story.at(0, '16:00'));
  await story.act('SUPERVISOR', 'PUT', '/proposals/approval', words.DEMO_APPROVAL);
  await tellAndHear(story, 2, words.DEMO_ACCEPTANCE);
}

/** The customer is told the same day and answers on the next working day. */
async function tellAndHear(story: DemoCase, no: number, answer: typeof words.DEMO_REFUSAL): Promise<void> {
  await story.until(await story.at(0, '16:30'));
  await story.act('HANDLER', 'POST', `/proposals/${no}/telling`, words.DEMO_TELLING);
  await story.until(await story.at(1, '10:40'));
  const occurredAt = new Date(await story.now()).toISOString();
  await story.act('HANDLER', 'PUT', `/proposals/${no}/answer`, { ...answer, proof: { ...answer.proof, occurredAt } });
}

/** Three steps over twelve weeks: the first in time, the second put off and explained, the third the longest. */
async function remedy(story: DemoCase): Promise<void> {
  const [first, second, third] = words.DEMO_STEPS_DONE;
  story.weeks = 0;
  await story.until(await story.at(8, '16:00'));
  await story.act('HANDLER', 'PUT', '/remedy/1/completion', { text: first });
  await story.until(story.dueDay('remedy_step', '09:30', 2));
  await story.act('HANDLER', 'PUT', '/remedy/2/delay', words.DEMO_DELAY);
  await story.until(await story.at(0, '11:00'));
  await story.act('HANDLER', 'POST', '/contacts', words.DEMO_DELAY_TOLD);
  await story.until(story.dueDay('remedy_step', '15:00', 2));
  await story.act('HANDLER2', 'PUT', '/remedy/2/completion', { text: second });
  await story.until(await story.at(0, '16:00'));
  await story.act('HANDLER', 'POST', '/remedy/2/see-off', words.DEMO_SEEN_OFF);
  await story.until(story.start + (REMEDY_DAYS - 1) * DAY_MS);
  await story.until(await story.at(1, '16:00'));
  await story.act('HANDLER', 'PUT', '/remedy/3/completion', { text: third });
  await story.until(await story.at(0, '16:30'));
  await story.act('HANDLER', 'PUT', '/result', words.DEMO_RESULT);
}

/** Prompted on the first working day, where nobody answers; made on the second. */
async function callback(story: DemoCase): Promise<void> {
  await story.until(await story.at(1, '10:20'));
  await story.act('HANDLER', 'POST', '/callbacks', words.DEMO_NO_ANSWER);
  await story.until(await story.at(1, '10:05'));
  await story.act('HANDLER', 'POST', '/callbacks', words.DEMO_CALLBACK);
}

/** The supervisor has decided in it, so somebody above him reviews it. */
async function review(story: DemoCase, installation: Installation, page: Page): Promise<void> {
  await story.until(await story.at(0, '14:30'));
  await story.act('MANAGER', 'PUT', '/review', words.DEMO_REJECTION);
  await story.until(await story.at(1, '09:20'));
  await story.act('HANDLER', 'POST', '/callbacks', words.DEMO_SECOND_CALLBACK);
  await story.until(await story.at(0, '11:30'));
  const { approval } = await story.notice('MANAGER', (notice) => notice.approval !== null);
  const { code, command } = approval ?? { code: '', command: '' };
  page.line(story.start, await story.now(), '综合服务部经理', `用收件箱里的一次性审批码发信号：${command}`);
  const filed = await sendApproval(installation, story.number, { name: 'approve', code });
  if (!filed?.accepted) throw new Trouble(`演示中断：审批信号未被接受（${filed?.because ?? '没有处理'}）。`);
  await story.tell();
}

async function archive(story: DemoCase, { client }: Installation, page: Page): Promise<void> {
  await story.until(await story.at(1, '10:00'));
  await story.act('CLERK', 'PUT', '/archive');
  await client.workflow.getHandle(`complaint-${story.number}`).result();
  page.line(story.start, await story.now(), '客户收到', `投诉 ${story.number} 已办结的通知与致谢`);
}
