import type { ActionData } from '../../domain/actions';
import { CAUSES } from '../../domain/words';
import type { Department } from '../../domain/words';
import type { Case } from './reference-case';
import { daysToWait, owe, timeFor, waitNoLonger, withMore } from './reference-owing';
import {
  as,
  asHimself,
  headsOfService,
  isOfDepartment,
  isOneOf,
  isSuperior,
  owns,
  superiors,
} from './reference-people';
import { HANDLING, isGone, LOOKING_INTO, OPEN, UNTIL_FILED } from './reference-telling';
import type { Tellings } from './reference-telling';

/** The procedure told a second time. This file: finding out: facts, departments, the other side, causes, promised times. */
const taskOf = (c: Case, no: number) => c.tasks.find((task) => task.no === no);
const isOpen = (c: Case, no: number): boolean => taskOf(c, no)?.state === 'open';
const isHis = (c: Case, by: Parameters<typeof isOfDepartment>[0], no: number): boolean => {
  const task = taskOf(c, no);
  return !task || isOfDepartment(by, task.department);
};

/** HA-3: its answer, and word of how it gets on until then. */
function ask(c: Case, task: number, at: number): void {
  owe(c, 'task_solution', at, { task });
  owe(c, 'task_progress', at, { task });
}

/** HA-3: 001 wants a preliminary proposal of the important ones within the day; only once, and not after the complaint is gone. */
const mayBePreliminary = (c: Case, no: number): boolean =>
  c.under('standard', 'service-desk') &&
  c.priority === 'important' &&
  !taskOf(c, no)?.preliminary &&
  c.outcome === null;

const callOff = (c: Case, task: number): void => void (c.owed = c.owed.filter((duty) => duty.task !== task));

const departmentsAsked = (c: Case): Department[] =>
  c.tasks.filter(({ state }) => state !== 'cancelled').map(({ department }) => department);

/** HA-4: one of those who are asked leads; the first, until somebody else is appointed or it is asked no longer. */
function mustLead(c: Case): void {
  const asked = departmentsAsked(c);
  if (asked.length === 0 || (c.lead && asked.includes(c.lead))) return;
  const first = c.tasks.find(({ state }) => state !== 'cancelled')!;
  Object.assign(c, { lead: first.department, leadPerson: first.person });
}

const asked = (c: Case, no: number) => c.accounts.find((account) => account.no === no && !account.closed);

/** HA-18: everybody who is complained about is heard, and the merchant or the shop; once for the whole complaint. 004 says so. */
export function unheard(c: Case): boolean {
  const { respondents, subject } = c;
  const forTheSide = c.accounts.some(({ of, person }) => of === 'respondent' && person === undefined);
  const merchants = c.accounts.some(({ of }) => of === 'merchant');
  const lacking =
    respondents.some((id) => !c.accounts.some(({ person }) => person === id)) ||
    ((subject === 'merchant' || subject === 'shop') && !forTheSide && !merchants) ||
    (subject === 'staff' && respondents.length === 0 && !forTheSide);
  return c.accounts.some(({ closed }) => !closed) || (lacking && c.under('standard', 'marketplace'));
}

/** Whom an account is asked of by name. */
const askedBy = (c: Case, { of, person }: ActionData['ask_account']): string | undefined =>
  person ?? (of === 'respondent' && c.respondents.length === 1 ? c.respondents[0] : undefined);

/** HA-5: a person's mistake alone is no root cause: what let it happen has to be named. */
const isAPersons = (cause: string | undefined): boolean => cause === 'operating_error' || cause === 'service_attitude';

const promise = (c: Case) => c.owed.find(({ kind, missed }) => kind === 'promised_answer' && !missed);

/** HA-12: the promise is so much longer, and the customer has to hear of it; waited for, it goes on longer afterwards. */
function extend(c: Case, at: number): void {
  const promised = promise(c);
  if (promised) {
    const { from, length } = promised.counted;
    c.drop('promised_answer');
    owe(c, 'promised_answer', from, { own: withMore(length, c.extension) });
    const granted = promised.granted + c.extension;
    const byRule = withMore(timeFor(c, 'promised_answer')!, granted);
    Object.assign(c.owed.at(-1)!, { own: false, granted, length: byRule });
  }
  if (c.waiting) {
    c.waiting.length = withMore(c.waiting.length, c.extension);
    c.waiting.granted += c.extension;
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
  | 'cancel_cross_meeting'
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
    does: (c, { department, person, lead }, at) => {
      const no = c.tasks.length + 1;
      c.tasks.push({ no, department, person, state: 'open', preliminary: false });
      // Who led alone, and is asked no longer, makes room.
      const leads = lead || !departmentsAsked(c).slice(0, -1).includes(c.lead!);
      if (leads) Object.assign(c, { lead: department, leadPerson: person });
      ask(c, no, at);
    },
  },
  // Handing a task on does not start its time again; who led with it hands that on too.
  pass_task: {
    where: OPEN,
    whose: (c, by, { task }) => owns(c, by) || isHis(c, by, task),
    against: (c, { task, person }) => [!isOpen(c, task) && 'data', c.isRespondent(person) && 'person'],
    does: (c, { task: no, department, person }, at) => {
      const task = taskOf(c, no)!;
      const solution = c.owed.find((duty) => duty.kind === 'task_solution' && duty.task === no);
      if (c.lead === task.department) Object.assign(c, { lead: department, leadPerson: person });
      Object.assign(task, { department, person });
      callOff(c, no);
      // A miss stays with whom it happened to, and there is no second one.
      if (solution?.missed) c.owed.push(solution);
      else owe(c, 'task_solution', solution!.from, { task: no, own: solution!.own ? solution!.length : null });
      owe(c, 'task_progress', at, { task: no });
      mustLead(c);
    },
  },
  report_progress: {
    where: OPEN,
    whose: (c, by, { task }) => isHis(c, by, task),
    against: (c, { task }) => [!isOpen(c, task) && 'data'],
    does: (c, { task }, at) => {
      c.done('task_progress', { task });
      owe(c, 'task_progress', at, { task });
    },
  },
  // Nothing is filed that somebody still works on.
  answer_task: {
    where: 'anywhere',
    whose: (c, by, { task }) => isHis(c, by, task),
    against: (c, { task, preliminary }) => [
      !isOpen(c, task) && 'data',
      preliminary && !mayBePreliminary(c, task) && 'data',
    ],
    does: (c, { task, preliminary }, at, by) => {
      c.hand(asHimself(by));
      if (preliminary) {
        taskOf(c, task)!.preliminary = true;
        c.done('task_solution', { task });
        owe(c, 'task_solution', at, { task, own: { workingDays: 2 } });
        return;
      }
      taskOf(c, task)!.state = 'answered';
      callOff(c, task);
    },
  },
  return_task: {
    where: HANDLING,
    whose: owns,
    against: (c, { task }) => [taskOf(c, task)?.state !== 'answered' && 'data'],
    does: (c, { task }, at) => {
      Object.assign(taskOf(c, task)!, { state: 'open', preliminary: false });
      ask(c, task, at);
    },
  },
  cancel_task: {
    where: 'anywhere',
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
    does: (c, { department, person }) => void Object.assign(c, { lead: department, leadPerson: person }),
  },
  // HA-9: asked with a due time, urged until there is an answer; silence is what is left after asking and urging in vain.
  ask_account: {
    where: UNTIL_FILED,
    whose: owns,
    // Which of those who are complained about; the others have no names here.
    against: (c, data) => {
      const [{ respondents }, person] = [c, askedBy(c, data)];
      const wrong = person !== undefined && (data.of !== 'respondent' || !respondents.includes(person));
      const which = data.of === 'respondent' && person === undefined && respondents.length > 1;
      return [isGone(c), (wrong || which) && 'data'];
    },
    does: (c, data, at) => {
      const { of, workingDays } = data;
      const account = c.accounts.length + 1;
      c.accounts.push({ no: account, of, person: askedBy(c, data), urged: false, closed: false });
      owe(c, 'account', at, { account, own: workingDays === undefined ? null : { workingDays } });
    },
  },
  urge_account: {
    where: UNTIL_FILED,
    whose: owns,
    against: (c, { account }) => [isGone(c), !asked(c, account) && 'data'],
    does: (c, { account }, at) => {
      asked(c, account)!.urged = true;
      c.done('urge', { account });
      // Nobody has to be urged before his time is over.
      const late = c.owed.some((duty) => duty.kind === 'account' && duty.account === account && duty.missed);
      if (late) owe(c, 'urge', at, { account });
    },
  },
  record_account: {
    where: UNTIL_FILED,
    whose: owns,
    against: (c, { account: no, answered }) => {
      const inTime = c.owed.some(({ kind, account, missed }) => kind === 'account' && account === no && !missed);
      return [isGone(c), !asked(c, no) && 'data', !answered && (!asked(c, no)?.urged || inTime) && 'data'];
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
    whose: (c, by) => isOneOf(c, by, headsOfService(c)),
    against: (c) => [!c.owes('cross_meeting') && 'data'],
    does: (c, _data, _at, by) => {
      c.done('cross_meeting');
      c.hand(as(c, by, headsOfService(c)));
      // HA-17: its result goes into the analysis, which is made again, unless everything is agreed upon.
      if (!c.agreed && !c.concluded) c.analysed = false;
    },
  },
  // Called off by the owner, or by who would chair it.
  cancel_cross_meeting: {
    where: HANDLING,
    whose: (c, by) => owns(c, by) || isOneOf(c, by, headsOfService(c)),
    against: (c) => [!c.owes('cross_meeting') && 'data'],
    does: (c) => c.done('cross_meeting'),
  },
  // HA-5: rests on facts, and on what the meeting found where one was called.
  analyse_cause: {
    where: 'anywhere',
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
    against: (c) => [
      (c.waiting !== null || !promise(c)) && 'data',
      !c.contacted && !c.evidenceAsked && 'data',
      daysToWait(c) < 1 && 'data',
    ],
    does: (c, _data, at) => {
      const { counted, granted } = promise(c)!;
      c.waiting = { since: at, ...counted, rule: timeFor(c, 'promised_answer')!, granted };
      c.drop('promised_answer');
      owe(c, 'customer_reply', at, { own: { workingDays: daysToWait(c) } });
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
      c.asked.extension_decision = { ...c.owner };
      owe(c, 'extension_decision', at);
    },
  },
  decide_extension: {
    where: HANDLING,
    whose: (c, by) => isSuperior(c, by, c.asked.extension_decision),
    against: (c) => [!c.owes('extension_decision') && 'data'],
    does: (c, { granted }, at, by) => {
      c.hand(as(c, by, superiors(c, c.asked.extension_decision)));
      c.done('extension_decision');
      if (granted) extend(c, at);
      c.extension = 0;
    },
  },
};
