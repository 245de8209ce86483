import type { ActionName } from '../../domain/actions';
import { openDuties } from '../../domain/clock';
import type { ComplaintFile } from '../../domain/complaint-file';
import { availability } from '../../domain/decide';
import { ownerOf } from '../../domain/people';
import type { DutyKind } from '../../domain/words';
import { must } from './must';
import { EVERYBODY } from './people-and-data';

/**
 * What does each thing that is owed. Some are not to be had at any moment: the promised answer and the telling of a proposal
 * come when there is one, and the step for it; to go on is done when the step is.
 */
const NOT_AT_ONCE = ['promised_answer', 'tell_proposal', 'next_step'] as const;
type AtOnce = Exclude<DutyKind, (typeof NOT_AT_ONCE)[number]>;
const isAtOnce = (kind: DutyKind): kind is AtOnce => !(NOT_AT_ONCE as readonly DutyKind[]).includes(kind);

const DONE_BY: Record<AtOnce, ActionName> = {
  first_answer: 'record_contact',
  first_contact: 'record_contact',
  contact_again: 'record_contact',
  fill_form: 'fill_form',
  tell_acceptance: 'tell_acceptance',
  promised_call: 'record_contact',
  customer_reply: 'end_waiting',
  extension_decision: 'decide_extension',
  tell_extension: 'record_contact',
  overdue_reason: 'explain_overdue',
  follow_up: 'record_contact',
  progress_entry: 'note_progress',
  take_over: 'take_over',
  task_solution: 'answer_task',
  task_progress: 'report_progress',
  account: 'record_account',
  urge: 'urge_account',
  cross_meeting: 'record_cross_meeting',
  proposal_approval: 'approve_proposal',
  proposal_decision: 'decide_proposal',
  conclusion_decision: 'decide_conclusion',
  remedy_step: 'complete_step',
  see_off_step: 'see_off_step',
  proposal_answer: 'record_answer',
  tell_delay: 'record_contact',
  tell_result: 'tell_result',
  callback: 'record_callback',
  meeting: 'decide_finally',
  review: 'approve',
  archive: 'archive',
};

/** HA-18: who was named late is heard before it goes on. */
const HEARING: ActionName[] = ['ask_account', 'record_account'];

/** Nothing is owed that nobody may do: it could only become a breach. */
export function checkDoable(file: ComplaintFile, now: number): void {
  for (const { kind, department } of openDuties(file)) {
    if (!isAtOnce(kind)) continue;
    // Before a complaint is filed its owner may still have to have the form agreed to.
    const ways: ActionName[] =
      kind === 'review'
        ? ['approve', 'cancel_task', ...HEARING]
        : kind === 'archive'
          ? ['archive', 'fill_form', 'record_contact', 'tell_result', 'analyse_cause', 'cancel_task', ...HEARING]
          : [DONE_BY[kind]];
    // HA-18: what an owner owes who is complained about himself is done once somebody has taken over.
    if (file.respondents.includes(ownerOf(file).id)) ways.push('take_over');
    const doable = ways.some((name) => EVERYBODY.some((by) => availability(file, name, by, now) === null));
    // Most departments have nobody here.
    const staffed = department === undefined || EVERYBODY.some(({ team }) => team === department);
    must(doable || !staffed, 'what is owed can be done by somebody', { kind, file: { ...file, rules: undefined } });
  }
}
