import type { ComplaintFile } from './complaint-file';
import type { Event } from './events';
import type { Notice, NoticeKey, NoticeParams, Recipients } from './notices';
import { audienceOf, audienceOfOwner } from './people';
import type { Department } from './words';

/** A notice that a turn gives rise to by what happened in it. The key names the place in the record. */
export const atSeq = (
  file: ComplaintFile,
  notice: NoticeKey,
  recipients: Recipients,
  params: NoticeParams = {},
  suffix = '',
): Notice => ({
  key: `${file.seq}:${notice}${suffix}`,
  notice,
  recipients,
  params,
});

/** What colleagues hear of each other's part in a case: departments, who carries out a step, and the level above. */
export function toColleagues(file: ComplaintFile, event: Event, place: number): Notice[] {
  const owner = audienceOfOwner(file);
  switch (event.type) {
    case 'task_progressed':
      return [atSeq(file, 'progress_reported', owner, { step: event.no }, `:${place}`)];
    case 'task_answered':
      return [atSeq(file, 'task_answered', owner, { step: event.no }, `:${place}`)];
    case 'task_passed':
      return event.late ? [lateTask(file, event, place)] : [];
    case 'task_cancelled':
      return [atSeq(file, 'task_cancelled', ofTask(file, event.no), { step: event.no }, `:${place}`)];
    case 'lead_appointed':
      return toDepartments(file, 'lead_appointed', asked(file), { department: event.department }, place);
    case 'step_reported':
      return [atSeq(file, 'step_reported', owner, { step: event.step }, `:${place}`)];
    case 'proposal_decided':
      // Who takes it over needs no notice of that; the new owner hears that it is his.
      return event.decision === 'take_over' ? [] : [atSeq(file, 'instructed', owner, { decision: event.decision })];
    case 'proposal_approved':
    case 'extension_decided':
    case 'conclusion_decided':
      return [atSeq(file, 'decided', owner, decision(event))];
    case 'overdue_explained':
      return [atSeq(file, 'overdue_explained', audienceOf(file, { of: 'superior' }))];
    case 'meeting_decided':
      return [atSeq(file, 'meeting_decided', owner)];
    case 'cross_meeting_called':
      return toDepartments(file, 'invited', event.departments, {}, place);
    default:
      return [];
  }
}

type Decided = Extract<Event, { type: 'proposal_approved' | 'extension_decided' | 'conclusion_decided' }>;

/** What was decided above the owner, and how. */
function decision(event: Decided): NoticeParams {
  if (event.type === 'proposal_approved') return { duty: 'proposal_approval', granted: event.approved };
  const duty = event.type === 'extension_decided' ? 'extension_decision' : 'conclusion_decision';
  return { duty, granted: event.granted };
}

/** Whoever has a task: the one who was named, or his department. */
function ofTask(file: ComplaintFile, no: number): Recipients {
  const { person, department } = file.tasks.find((task) => task.no === no) ?? {};
  return person ? { person } : audienceOf(file, { of: 'department', department });
}

/** A task that was late already when it was handed on: no second breach, but to be answered at once (HA-3). */
function lateTask(file: ComplaintFile, { no }: Extract<Event, { type: 'task_passed' }>, place: number): Notice {
  const dueAt = file.duties.find(({ kind, task, closed }) => kind === 'task_solution' && task === no && !closed)?.dueAt;
  return atSeq(file, 'task_late', ofTask(file, no), { step: no, dueAt }, `:${place}`);
}

/** The departments that are asked for their part. */
const asked = ({ tasks }: ComplaintFile): Department[] =>
  tasks.filter(({ state }) => state !== 'cancelled').map(({ department }) => department);

const toDepartments = (
  file: ComplaintFile,
  notice: NoticeKey,
  departments: Department[],
  params: NoticeParams,
  place: number,
): Notice[] =>
  [...new Set(departments)].map((department) =>
    atSeq(file, notice, audienceOf(file, { of: 'department', department }), params, `:${place}:${department}`),
  );
