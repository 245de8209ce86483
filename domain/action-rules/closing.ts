import type { Contact } from '../actions';
import type { ComplaintFile, Event } from '../complaint-file';
import { roleFor } from '../people';
import { establish, meeting, stageEnds, voiding } from '../stages';
import { STAGES } from '../words';
import type { Satisfaction, Stage } from '../words';
import { contacted, logged, wrongTime } from './handling';
import type { ActionRule } from './rule';

const isContent = (satisfaction: Satisfaction): boolean =>
  satisfaction !== 'dissatisfied' && satisfaction !== 'very_dissatisfied';

/** CO-3: content and solved → completed; content but not solved → once more; not content → one level up. */
function afterCallback(
  file: ComplaintFile,
  solved: boolean,
  satisfaction: Satisfaction,
  talk: Contact,
  at: number,
): Event[] {
  if (!isContent(satisfaction)) return [...contacted(file, talk, at), ...establish(file, 'dissatisfied')];
  if (!solved) return [...contacted(file, talk, at), ...establish(file, 'unsolved')];
  return [logged(talk, at), ...voiding(file, ({ kind }) => kind === 'follow_up'), ...establish(file, 'satisfied')];
}

export const recordCallback: ActionRule<'record_callback'> = {
  clause: 'CO-1, CO-2, CO-3',
  stages: ['callback'],
  by: 'owner',
  events: ({ file, data, at }) => {
    const { channel, answered } = data;
    const talk = {
      channel,
      direction: 'outbound',
      reached: answered,
      with: 'complainant',
      purpose: 'callback',
    } as const;
    if (!data.answered) return contacted(file, { ...talk, ref: data.ref }, at);
    const { solved, satisfaction, recording, ref = recording, marks, suggestion } = data;
    return [
      { type: 'callback_answered', channel, solved, satisfaction, recording, marks, suggestion },
      ...meeting(file, 'callback'),
      ...afterCallback(file, solved, satisfaction, { ...talk, ref }, at),
    ];
  },
};

export const decideFinally: ActionRule<'decide_finally'> = {
  clause: 'CO-4',
  stages: ['meeting'],
  by: 'administration',
  events: ({ file, data, by }) => [
    {
      type: 'meeting_decided',
      minutes: data.minutes,
      by: { id: by.id, role: roleFor(file, 'administration', by) ?? 'administration_centre' },
    },
    ...meeting(file, 'meeting'),
    ...voiding(file, ({ kind }) => kind === 'follow_up'),
    ...establish(file, 'decided_finally'),
  ],
};

export const approve: ActionRule<'approve'> = {
  clause: 'CO-5',
  stages: ['review'],
  by: 'reviewer',
  events: ({ file, data }) => [
    { type: 'approved', ref: data.ref },
    ...meeting(file, 'review'),
    ...establish(file, 'approved'),
  ],
};

export const reject: ActionRule<'reject'> = {
  clause: 'CO-5',
  stages: ['review'],
  by: 'reviewer',
  refuses: ({ file, data }) => {
    if (data.ground === 'other' && !data.ref) return { code: 'reason_wanted', field: 'text' };
    const allowed = (['verification', 'proposal', 'callback'] as const).filter((stage) => file.rules.stages[stage]);
    return allowed.includes(data.backTo) ? null : { code: 'step_not_repeatable', backTo: data.backTo, allowed };
  },
  events: ({ file, data: { ground, backTo, ref } }) => [
    { type: 'rejected', ground, backTo, ref },
    ...meeting(file, 'review'),
    ...establish(file, 'rejected'),
  ],
};

/** What a complaint must have gone through to be filed, and has not (CO-6). */
export function missingForFiling(file: ComplaintFile): string[] {
  if (file.outcome === 'withdrawn') return [];
  const decided = file.facts.includes('decided_finally');
  const optional: Stage[] = ['hand_over', 'meeting', 'archive', ...(decided ? (['review'] as const) : [])];
  const steps = STAGES.filter((stage) => !optional.includes(stage) && !stageEnds(file, stage));
  return file.rules.repeatBack && !file.repeatedBack ? [...steps, 'repeat_back'] : steps;
}

export const archive: ActionRule<'archive'> = {
  clause: 'CO-6',
  stages: ['archive'],
  by: 'clerk',
  refuses: ({ file }) => {
    const what = missingForFiling(file);
    return what.length > 0 ? { code: 'missing', what } : null;
  },
  events: ({ file }) => [...meeting(file, 'archive'), ...establish(file, 'archived')],
};

export const withdraw: ActionRule<'withdraw'> = {
  clause: 'CO-9',
  stages: STAGES.filter((stage) => stage !== 'archive'),
  by: 'owner',
  refuses: ({ file, data, at }) => wrongTime(file, 'proof.occurredAt', data.proof.occurredAt, at),
  events: ({ file, data }) => [{ type: 'withdrawn', proof: data.proof }, ...voiding(file, () => true)],
};
