import type { ActionData } from '../actions';
import { openDuties } from '../clock';
import type { ComplaintFile, Duty, Task } from '../complaint-file';
import { holds } from '../condition';
import { meeting, owes, voiding } from '../duties';
import type { Event } from '../events';
import type { Length } from '../length';
import { mayNot, mayNotFor } from '../people';
import type { Refusal } from '../refusals';
import type { Department } from '../words';
import { BEFORE_ARCHIVE, BEFORE_REVIEW, withDuty } from './rule';
import type { ActionRule, Case } from './rule';

const taskOf = (file: ComplaintFile, no: number): Task | undefined => file.tasks.find((task) => task.no === no);

/** Why a task cannot be worked on: there is none, or it is over. */
function notOpen(file: ComplaintFile, no: number): Refusal | null {
  const task = taskOf(file, no);
  if (!task) return { code: 'no_such_task', task: no, tasks: file.tasks.map((known) => known.no) };
  return task.state === 'open' ? null : { code: 'task_closed', task: no };
}

const openTask = ({ file, data }: { file: ComplaintFile; data: { task: number } }): Refusal | null =>
  notOpen(file, data.task);

/** A task is for the people of its department. */
function departments({
  file,
  data,
  by,
}: {
  file: ComplaintFile;
  data: { task: number };
  by: Case<'answer_task'>['by'];
}) {
  const task = taskOf(file, data.task);
  return task ? mayNotFor(file, task.department, by) : null;
}

/** HA-3: what is asked of a department: its answer, and word of its progress until then. */
function asked(file: ComplaintFile, task: number, department: Department, person?: string): Event[] {
  return [
    ...owes(file, 'task_solution', { task, department, person }),
    ...owes(file, 'task_progress', { task, department, person }),
  ];
}

const calledOff = (file: ComplaintFile, no: number): Event[] => voiding(file, ({ task }) => task === no);

const solutionOf = (file: ComplaintFile, no: number): Duty | undefined =>
  openDuties(file).find(({ kind, task }) => kind === 'task_solution' && task === no);

/**
 * Handing a task on does not start its time again. A miss stays with the department that it happened to: the next one is told
 * that the task is late, and no second breach comes of it.
 */
function handedOn(file: ComplaintFile, { task, department, person }: ActionData['pass_task']): Event[] {
  const solution = solutionOf(file, task);
  const late = solution?.missed === true;
  return [
    ...voiding(file, (duty) => duty.task === task && !(late && duty.id === solution.id)),
    ...(late
      ? []
      : owes(file, 'task_solution', { task, department, person, from: solution?.from, within: solution?.within })),
    ...owes(file, 'task_progress', { task, department, person }),
  ];
}

/** How long there is for the final answer where a preliminary one may come first; the policy says for whom (HA-3). */
const finalWithin = (file: ComplaintFile): Length | undefined =>
  file.rules.duties.task_solution?.within?.find(({ when }) => when === undefined || holds(when, file))?.final;

function notPreliminary(file: ComplaintFile, no: number): Refusal | null {
  const possible = finalWithin(file) !== undefined && !file.outcome && !taskOf(file, no)?.preliminary;
  return possible ? null : { code: 'no_preliminary', task: no };
}

/** The tasks that nobody has answered or called off yet. */
export const openTasks = (file: ComplaintFile): number[] =>
  file.tasks.filter(({ state }) => state === 'open').map(({ no }) => no);

const asksSomethingOf = (tasks: Task[], department: Department | undefined): boolean =>
  tasks.some((task) => task.department === department && task.state !== 'cancelled');

/** HA-4: exactly one lead for all departments: the first of those asked, until another one is appointed. */
const leading = (file: ComplaintFile, department: Department, person?: string, wanted?: boolean): Event[] =>
  wanted || !asksSomethingOf(file.tasks, file.lead?.department) ? [{ type: 'lead_appointed', department, person }] : [];

/** A department that nothing is asked of any more does not lead those that are still asked. */
function leadPassesOn(file: ComplaintFile, cancelled: number): Event[] {
  const others = file.tasks.filter(({ no, state }) => no !== cancelled && state !== 'cancelled');
  const [next] = others;
  if (!next || asksSomethingOf(others, file.lead?.department)) return [];
  return [{ type: 'lead_appointed', department: next.department, person: next.person }];
}

/** HA-18: who is complained about is asked for his account, not for a part in the matter. */
const complainedAbout = (file: ComplaintFile, person: string | undefined): Refusal | null =>
  person !== undefined && file.respondents.includes(person) ? { code: 'complained_about' } : null;

export const assignTask: ActionRule<'assign_task'> = {
  clause: 'HA-3, HA-4, CL-8',
  stages: BEFORE_REVIEW,
  known: withDuty('task_solution'),
  by: 'owner',
  refuses: ({ file, data }) => complainedAbout(file, data.person),
  events: ({ file, data: { department, person, lead, ref } }) => {
    const no = file.tasks.length + 1;
    return [
      { type: 'task_assigned', no, department, person, ref },
      ...leading(file, department, person, lead),
      ...asked(file, no, department, person),
    ];
  },
};

export const passTask: ActionRule<'pass_task'> = {
  clause: 'HA-3',
  stages: BEFORE_ARCHIVE,
  known: withDuty('task_solution'),
  by: (given) => mayNot(given.file, 'owner', given.by) && departments(given),
  refuses: (given) => openTask(given) ?? complainedAbout(given.file, given.data.person),
  events: ({ file, data }) => {
    const { task, department, person, ref } = data;
    const late = solutionOf(file, task)?.missed;
    return [
      { type: 'task_passed', no: task, department, person, ref, ...(late ? { late } : {}) },
      ...(file.lead?.department === taskOf(file, task)?.department ? leading(file, department, person, true) : []),
      ...handedOn(file, data),
    ];
  },
};

export const reportProgress: ActionRule<'report_progress'> = {
  clause: 'HA-3',
  stages: BEFORE_ARCHIVE,
  known: withDuty('task_solution'),
  by: departments,
  refuses: openTask,
  events: ({ file, data: { task, ref }, by }) => {
    const { department, person } = taskOf(file, task) ?? {};
    return [
      { type: 'task_progressed', no: task, by: by.id, ref },
      ...meeting(file, 'task_progress', { task }),
      ...owes(file, 'task_progress', { task, department, person }),
    ];
  },
};

export const answerTask: ActionRule<'answer_task'> = {
  clause: 'HA-3',
  // Nothing is filed that somebody still works on.
  stages: 'open',
  known: withDuty('task_solution'),
  by: departments,
  refuses: (given) => openTask(given) ?? (given.data.preliminary ? notPreliminary(given.file, given.data.task) : null),
  events: ({ file, data: { task, ref, answer, preliminary }, by }) => {
    const { department, person } = taskOf(file, task) ?? {};
    const hand = { id: by.id, role: by.roles[0] ?? 'department_member' } as const;
    return [
      { type: 'task_answered', no: task, answer, by: hand, ref, ...(preliminary ? { preliminary } : {}) },
      ...meeting(file, 'task_solution', { task }),
      ...(preliminary
        ? owes(file, 'task_solution', { task, department, person, within: finalWithin(file) })
        : voiding(file, (duty) => duty.kind === 'task_progress' && duty.task === task)),
    ];
  },
};

export const returnTask: ActionRule<'return_task'> = {
  clause: 'HA-3',
  stages: BEFORE_REVIEW,
  known: withDuty('task_solution'),
  by: 'owner',
  refuses: ({ file, data }) => {
    const task = taskOf(file, data.task);
    if (!task) return { code: 'no_such_task', task: data.task, tasks: file.tasks.map(({ no }) => no) };
    return task.state === 'answered' ? null : { code: 'task_closed', task: data.task };
  },
  events: ({ file, data: { task, ref } }) => {
    const { department, person } = taskOf(file, task) as Task;
    return [{ type: 'task_returned', no: task, ref }, ...asked(file, task, department, person)];
  },
};

export const cancelTask: ActionRule<'cancel_task'> = {
  clause: 'HA-3',
  stages: 'open',
  known: withDuty('task_solution'),
  by: 'owner',
  refuses: openTask,
  events: ({ file, data: { task, ref } }) => [
    { type: 'task_cancelled', no: task, ref },
    ...leadPassesOn(file, task),
    ...calledOff(file, task),
  ],
};

export const appointLead: ActionRule<'appoint_lead'> = {
  clause: 'HA-4',
  stages: BEFORE_REVIEW,
  known: withDuty('task_solution'),
  by: 'owner',
  refuses: ({ file, data: { department, person } }) => {
    const departments = [...new Set(file.tasks.filter(({ state }) => state !== 'cancelled').map((t) => t.department))];
    return departments.includes(department) ? complainedAbout(file, person) : { code: 'no_task_for_lead', departments };
  },
  events: ({ data }) => [{ type: 'lead_appointed', ...data }],
};
