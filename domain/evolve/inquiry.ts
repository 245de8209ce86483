import { forget, nothingElse, numbered, putHand } from './parts';
import type { Changes } from './parts';

/** Finding out: verification, departments, the other side, causes. */
export const INQUIRY: Changes<
  | 'verified'
  | 'task_assigned'
  | 'task_passed'
  | 'task_progressed'
  | 'task_answered'
  | 'task_returned'
  | 'task_cancelled'
  | 'lead_appointed'
  | 'account_asked'
  | 'account_urged'
  | 'account_recorded'
  | 'cross_meeting_called'
  | 'cross_meeting_held'
  | 'cross_meeting_cancelled'
  | 'cause_analysed'
> = {
  verified: nothingElse,
  task_assigned: (file, { no, department, person }) => {
    file.tasks.push({ no, department, person, state: 'open' });
  },
  task_passed: (file, { no, department, person }) => {
    Object.assign(numbered(file, file.tasks, no), { department, person });
  },
  task_progressed: nothingElse,
  task_answered: (file, { no, by, preliminary }) => {
    const task = numbered(file, file.tasks, no);
    if (preliminary) task.preliminary = true;
    else task.state = 'answered';
    putHand(file, by);
  },
  task_returned: (file, { no }) => {
    const task = numbered(file, file.tasks, no);
    task.state = 'open';
    delete task.preliminary;
  },
  task_cancelled: (file, { no }) => {
    numbered(file, file.tasks, no).state = 'cancelled';
  },
  lead_appointed: (file, { department, person }) => {
    file.lead = person ? { department, person } : { department };
  },
  account_asked: (file, { no, of, person }) => {
    file.accounts.push({ no, of, ...(person ? { person } : {}), urged: 0, state: 'asked' });
  },
  account_urged: (file, { no }) => {
    numbered(file, file.accounts, no).urged += 1;
  },
  account_recorded: (file, { no, answered }) => {
    numbered(file, file.accounts, no).state = answered ? 'answered' : 'silent';
  },
  cross_meeting_called: (file, { departments }) => {
    file.invited = [...new Set([...file.invited, ...departments])];
  },
  // What the meeting found goes into the analysis: one that is older does not stand, until something is agreed upon.
  cross_meeting_held: (file, { by }) => {
    putHand(file, by);
    if (!file.facts.includes('agreed') && !file.facts.includes('concluded')) forget(file, ['cause_analysis']);
  },
  cross_meeting_cancelled: nothingElse,
  cause_analysed: nothingElse,
};
