import { approvalCode } from '../../db/approval-code';
import { TEST_SECRET } from '../support/database';
import { CLERK, DAY, HANDLER, HOUR, MANAGER, SALES_DIRECTOR, SUPERVISOR } from '../support/engine';
import type { Engine } from '../support/engine';
import { bringTo, proofAt, STEPS, walk } from '../support/life';

const ADMINISTRATION = {
  id: 'director-2',
  roles: ['administration_director' as const, 'administration_centre' as const],
  team: 'head_office',
};

const callback = (satisfaction: 'dissatisfied' | 'acceptable', solved: boolean) =>
  ({ answered: true, channel: 'phone', solved, satisfaction, recording: 'text-recording' }) as const;

async function ordinary(e: Engine): Promise<string> {
  const n = await e.register();
  await walk(e, n, 'archive');
  return n;
}

async function overdueEverywhere(e: Engine): Promise<string> {
  const n = await e.register();
  for (const step of [
    'contact',
    'form',
    'classify',
    'verify',
    'propose',
    'tell',
    'accept',
    'remedy',
    'result',
    'satisfied',
    'approve',
    'archive',
  ] as const) {
    await e.forward(n, { by: 9 * DAY });
    await STEPS[step](e, n);
  }
  return n;
}

async function refusedAndDecidedAbove(e: Engine): Promise<string> {
  const n = await e.register();
  await walk(e, n, 'verify');
  for (const proposal of [1, 2, 3]) {
    await STEPS.propose(e, n);
    await STEPS.tell(e, n, proposal);
    await e.act(n, HANDLER, 'record_answer', { proposal, answer: 'refused', proof: proofAt(Date.now()) });
  }
  await e.act(n, SUPERVISOR, 'decide_proposal', { decision: 'take_over', ref: 'text' });
  return n;
}

async function delayedAndSentBackBySignal(e: Engine): Promise<string> {
  const n = await e.register();
  await walk(e, n, 'accept');
  await e.act(n, HANDLER, 'delay_step', { step: 1, workingDays: 5, ref: 'text' });
  await e.act(n, HANDLER, 'record_contact', {
    channel: 'sms',
    direction: 'outbound',
    reached: true,
    with: 'complainant',
    purpose: 'delay',
    ref: 'text',
  });
  await walk(e, n, 'satisfied', 'remedy');
  const review = (await e.obligations(n)).find(({ kind, state }) => kind === 'review' && state === 'open');
  await e.handle(n).signal('nonsense', null);
  await e.handle(n).cancel();
  await e.handle(n).signal('reject', {
    code: approvalCode(TEST_SECRET, n, review!.id, SUPERVISOR.id),
    ground: 'callback_doubtful',
    backTo: 'callback',
  });
  await e.forward(n, { by: 26 * HOUR });
  await STEPS.satisfied(e, n);
  await STEPS.approve(e, n);
  await STEPS.archive(e, n);
  return n;
}

async function upToTheMeeting(e: Engine): Promise<string> {
  const n = await e.register();
  await walk(e, n, 'remedy');
  await e.act(n, HANDLER, 'record_callback', callback('acceptable', false));
  for (const owner of [HANDLER, SUPERVISOR, SALES_DIRECTOR]) {
    await bringTo(e, n, 'callback');
    await e.act(n, owner, 'record_callback', callback('dissatisfied', true));
  }
  await e.act(n, ADMINISTRATION, 'decide_finally', { minutes: 'text' });
  await e.act(n, SALES_DIRECTOR, 'tell_result', { results: ['compensation'], channel: 'phone', ref: 'text-result' });
  await e.act(n, CLERK, 'archive', {});
  return n;
}

async function levelTwoFromTheStart(e: Engine): Promise<string> {
  const n = await e.register();
  await walk(e, n, 'form');
  await e.act(n, HANDLER, 'classify', {
    nature: 'attitude',
    requestType: 'complaint',
    grounds: ['shop_attitude', 'core_rights'],
    ref: 'text',
  });
  await e.act(n, MANAGER, 'take_over', {});
  return n;
}

async function withdrawn(e: Engine): Promise<string> {
  const n = await e.register();
  await walk(e, n, 'propose');
  await e.act(n, HANDLER, 'withdraw', { proof: proofAt(Date.now()) });
  await e.act(n, CLERK, 'archive', {});
  return n;
}

async function handedOverToNewRuns(e: Engine): Promise<string> {
  const n = await e.register({ runLength: 5 });
  await walk(e, n, 'verify');
  await e.forward(n, { by: 40 * DAY });
  await STEPS.contact(e, n);
  return n;
}

/** Lives that between them go through every path of the workflow's code. Their histories are kept and replayed for ever. */
export const LIVES: Record<string, (engine: Engine) => Promise<string>> = {
  ordinary,
  'overdue-everywhere': overdueEverywhere,
  'refused-and-decided-above': refusedAndDecidedAbove,
  'delayed-and-sent-back-by-signal': delayedAndSentBackBySignal,
  'up-to-the-meeting': upToTheMeeting,
  'level-two-from-the-start': levelTwoFromTheStart,
  withdrawn,
  'handed-over-to-new-runs': handedOverToNewRuns,
};
