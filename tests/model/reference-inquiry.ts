import { CAUSES } from '../../domain/words';
import type { Department } from '../../domain/words';
import type { Case } from './reference-case';
import { owe, timeFor, waitNoLonger } from './reference-owing';
import { as, asHimself, isOfDepartment, isOneOf, isSuperior, owns, superiors } from './reference-people';
import { HANDLING, LOOKING_INTO } from './reference-telling';
import type { Tellings } from './reference-telling';

/** The procedure told a second time. This file: finding out: facts, departments, the other side, causes, promised times. */
const taskOf = (c: Case, no: number) => c.tasks.find((task) => task.no === no);
const isOpen = (c: Case, no: number): boolean => taskOf(c, no)?.state === 'open';
const isHis = (c: Case, by: Parameters<typeof isOfDepartment>[0], no: number): boolean => {
  const task = taskOf(c, no);
  return !task || isOfDepartment(by, task.department);
};

/** HA-3: its answer, and word of how it gets on until then. */
function ask(c: Case, task: number, at: number, from = at): void {
  owe(c, 'task_solution', from, { task });
  owe(c, 'task_progress', at, { task });
}

const callOff = (c: Case, task: number): void => void (c.owed = c.owed.filter((duty) => duty.task !== task));

const departmentsAsked = (c: Case): Department[] =>
  c.tasks.filter(({ state }) => state !== 'cancelled').map(({ department }) => department);

/** HA-4: one of those who are asked leads; the first, until somebody else is appointed or it is asked no longer. */
function mustLead(c: Case): void {
  const asked = departmentsAsked(c);
  if (asked.length > 0 && !(c.lead && asked.includes(c.lead))) c.lead = asked[0]!;
}

const asked = (c: Case, no: number) => c.accounts.find((account) => account.no === no && !account.closed);

/** HA-18: both sides are heard where there is another: staff, a merchant, a shop. 004 says so. */
function unheard(c: Case): boolean {
  const another = c.birth.respondents.length > 0 || ['staff', 'merchant', 'shop'].includes(c.birth.subject ?? '');
  const never = c.accounts.length === 0 && another && c.under('standard', 'marketplace');
  return never || c.accounts.some(({ closed }) => !closed);
}

/** HA-5: a person's mistake alone is no root cause: what let it happen has to be named. */
const isAPersons = (cause: string | undefined): boolean => cause === 'operating_error' || cause === 'service_attitude';

const promise = (c: Case) => c.owed.find(({ kind, missed }) => kind === 'promised_answer' && !missed);

/** HA-12: the promise counts from the same event, for so much longer, and the customer has to hear of it. */
function extend(c: Case, at: number): void {
  const longer = (length: ReturnType<typeof timeFor>) => ({
    minutes: (length as { minutes: number }).minutes + c.extension * 60,
  });
  const promised = promise(c);
  if (promised) {
    c.drop('promised_answer');
    owe(c, 'promised_answer', promised.from, { own: longer(promised.length) });
  }
  // While the customer is waited for, it goes on longer afterwards.
  if (c.waiting) {
    c.waiting.length = longer(c.waiting.own ? c.waiting.length : timeFor(c, 'promised_answer'));
    c.waiting.own = true;
  }
  if (!c.owes('tell_extension')) owe(c, 'tell_extension', at);
}

export const INQUIRY: Tellings<
  | 'record_verification'
  | 'assign_task'
  | 'pass_task'
  | 'report_progress'
  | 'answer_task'
  | 'return_task'
  | 'cancel_task'
  | 'appoint_lead'
  | 'ask_account'
  | 'urge_account'
  | 'record_account'
  | 'call_cross_meeting'
  | 'record_cross_meeting'
  | 'analyse_cause'
  | 'note_progress'
  | 'explain_overdue'
  | 'start_waiting'
  | 'end_waiting'
  | 'ask_extension'
  | 'decide_extension'
> = {
  record_verification: {
    where: LOOKING_INTO,
    whose: owns,
    against: (c, { concluded }) => [concluded && unheard(c) && 'data'],
    does: (c, { concluded }) => void (c.verified ||= concluded),
  },
  assign_task: {
    where: HANDLING,
    whose: owns,
    against: (c, { person }) => [c.isRespondent(person) && 'person'],
    does: (c, { department, lead }, at) => {
      const no = c.tasks.length + 1;
      c.tasks.push({ no, department, state: 'open' });
      if (lead) c.lead = department;
      // Who led alone, and is asked no longer, makes room.
      if (!departmentsAsked(c).slice(0, -1).includes(c.lead!)) c.lead = department;
      ask(c, no, at);
    },
  },
  // Handing a task on does not start its time again; who led with it hands that on too.
  pass_task: {
    where: HANDLING,
    whose: (c, by, { task }) => owns(c, by) || isHis(c, by, task),
    against: (c, { task, person }) => [!isOpen(c, task) && 'data', c.isRespondent(person) && 'person'],
    does: (c, { task: no, department }, at) => {
      const task = taskOf(c, no)!;
      const solution = c.owed.find((duty) => duty.kind === 'task_solution' && duty.task === no);
      if (c.lead === task.department) c.lead = department;
      task.department = department;
      callOff(c, no);
      ask(c, no, at, solution?.from);
      mustLead(c);
    },
  },
  report_progress: {
    where: HANDLING,
    whose: (c, by, { task }) => isHis(c, by, task),
    against: (c, { task }) => [!isOpen(c, task) && 'data'],
    does: (c, { task }, at) => {
      c.done('task_progress', { task });
      owe(c, 'task_progress', at, { task });
    },
  },
  answer_task: {
    where: HANDLING,
    whose: (c, by, { task }) => isHis(c, by, task),
    against: (c, { task }) => [!isOpen(c, task) && 'data'],
    does: (c, { task }, _at, by) => {
      taskOf(c, task)!.state = 'answered';
      callOff(c, task);
      c.hand(asHimself(by));
    },
  },
  return_task: {
    where: HANDLING,
    whose: owns,
    against: (c, { task }) => [taskOf(c, task)?.state !== 'answered' && 'data'],
    does: (c, { task }, at) => {
      taskOf(c, task)!.state = 'open';
      ask(c, task, at);
    },
  },
  cancel_task: {
    where: HANDLING,
    whose: owns,
    against: (c, { task }) => [!isOpen(c, task) && 'data'],
    does: (c, { task }) => {
      taskOf(c, task)!.state = 'cancelled';
      callOff(c, task);
      mustLead(c);
    },
  },
  appoint_lead: {
    where: HANDLING,
    whose: owns,
    against: (c, { department, person }) => [
      !departmentsAsked(c).includes(department) && 'data',
      c.isRespondent(person) && 'person',
    ],
    does: (c, { department }) => void (c.lead = department),
  },
  // HA-9: asked with a due time, urged until there is an answer; silence is what is left after asking and urging in vain.
  ask_account: {
    where: HANDLING,
    whose: owns,
    does: (c, { workingDays }, at) => {
      const account = c.accounts.length + 1;
      c.accounts.push({ no: account, urged: false, closed: false });
      owe(c, 'account', at, { account, own: workingDays === undefined ? null : { workingDays } });
    },
  },
  urge_account: {
    where: HANDLING,
    whose: owns,
    against: (c, { account }) => [!asked(c, account) && 'data'],
    does: (c, { account }, at) => {
      asked(c, account)!.urged = true;
      c.done('urge', { account });
      owe(c, 'urge', at, { account });
    },
  },
  record_account: {
    where: HANDLING,
    whose: owns,
    against: (c, { account: no, answered }) => {
      const late = c.owed.some(({ kind, account, missed }) => kind === 'account' && account === no && missed);
      return [!asked(c, no) && 'data', !answered && !(asked(c, no)?.urged && late) && 'data'];
    },
    does: (c, { account }) => {
      asked(c, account)!.closed = true;
      c.done('account', { account });
      c.done('urge', { account });
    },
  },
  // HA-17: chaired by the head of service, in 003.
  call_cross_meeting: {
    where: LOOKING_INTO,
    whose: owns,
    against: (c) => [c.owes('cross_meeting') && 'data'],
    does: (c, _data, at) => owe(c, 'cross_meeting', at),
  },
  record_cross_meeting: {
    where: HANDLING,
    whose: (c, by) => isOneOf(c, by, ['manager']),
    against: (c) => [!c.owes('cross_meeting') && 'data'],
    does: (c, _data, _at, by) => {
      c.done('cross_meeting');
      c.hand({ id: by.id, role: 'manager' });
    },
  },
  // HA-5: rests on facts, and on what the meeting found where one was called.
  analyse_cause: {
    where: HANDLING,
    whose: owns,
    against: (c, { dimension, cause, behind }) => [
      !c.verified && 'step',
      c.owes('cross_meeting') && 'data',
      !(CAUSES[dimension] as readonly string[]).includes(cause) && 'data',
      isAPersons(cause) && (behind === undefined || isAPersons(behind)) && 'data',
    ],
    does: (c) => void (c.analysed = true),
  },
  note_progress: {
    where: 'anywhere',
    whose: owns,
    does: (c, _data, at) => {
      if (!c.owes('progress_entry')) return;
      c.done('progress_entry');
      owe(c, 'progress_entry', at);
    },
  },
  explain_overdue: {
    where: 'anywhere',
    whose: owns,
    against: (c) => [!c.owes('overdue_reason') && !c.owed.some(({ missed }) => missed) && 'data'],
    does: (c) => c.done('overdue_reason'),
  },
  // CL-7: the promised answer waits for the customer, and nothing else does.
  start_waiting: {
    where: HANDLING,
    whose: owns,
    against: (c) => [(c.waiting !== null || !promise(c)) && 'data'],
    does: (c, _data, at) => {
      const { from, length, own } = promise(c)!;
      c.waiting = { since: at, from, length, own };
      c.drop('promised_answer');
      owe(c, 'customer_reply', at);
    },
  },
  end_waiting: {
    where: HANDLING,
    whose: owns,
    against: (c) => [c.waiting === null && 'data'],
    does: (c, _data, at) => waitNoLonger(c, at),
  },
  ask_extension: {
    where: HANDLING,
    whose: owns,
    against: (c) => [(c.owes('extension_decision') || !promise(c)) && 'data'],
    does: (c, { hours }, at) => {
      c.extension = hours;
      owe(c, 'extension_decision', at);
    },
  },
  decide_extension: {
    where: HANDLING,
    whose: isSuperior,
    against: (c) => [!c.owes('extension_decision') && 'data'],
    does: (c, { granted }, at, by) => {
      c.hand(as(c, by, superiors(c)));
      c.done('extension_decision');
      if (granted) extend(c, at);
      c.extension = 0;
    },
  },
};
