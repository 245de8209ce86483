import type { ComplaintFile } from '../complaint-file';
import { anyHolds } from '../condition';
import { establish, meeting, owes, resting, voiding } from '../duties';
import type { Event } from '../events';
import { handOf, mayNot } from '../people';
import { applies, stageEnds } from '../stages';
import { STAGES } from '../words';
import type { Stage } from '../words';
import { openTasks } from './departments';
import { unheardPersons } from './inquiring';
import { gone, withFact } from './rule';
import type { ActionRule } from './rule';
import { contacted, logged, said, unreachable, writtenTo, wrongTime } from './talking';

export const tellResult: ActionRule<'tell_result'> = {
  clause: 'CO-12',
  // What the meeting decided, or what somebody who had been given up was not told, is told until the case is filed.
  stages: ['result', 'remedy', 'callback', 'review', 'archive'],
  known: withFact('result_told'),
  by: 'owner',
  refuses: ({ file, data: { channel } }) => {
    if (file.outcome) return gone(file);
    if (file.facts.includes('result_told')) return { code: 'told_already' };
    // Who walked in is told as he prefers; everybody else on the channel that he came by, or, where he does not answer, in writing.
    const bound = file.channel !== null && file.channel !== 'walk_in';
    const written = file.facts.includes('unreachable') && writtenTo(file).includes(channel);
    if (bound && channel !== file.channel && !written)
      return { code: 'not_original_channel', channel: file.channel as typeof channel };
    return unreachable(file);
  },
  events: ({ file, data: { results, channel, ref }, at }) => [
    { type: 'result_told', results, channel, ref },
    // A customer who has said that he is content is promised nothing more.
    ...(file.facts.includes('satisfied')
      ? [logged(said(channel, 'result', ref), at)]
      : contacted(file, said(channel, 'result', ref), at)),
    ...establish(file, 'result_told'),
  ],
};

export const decideFinally: ActionRule<'decide_finally'> = {
  clause: 'CO-4',
  stages: ['meeting'],
  by: 'administration',
  events: ({ file, data, by }) => [
    { type: 'meeting_decided', minutes: data.minutes, by: handOf(file, 'administration', by) },
    ...meeting(file, 'meeting'),
    ...resting(file),
    ...establish(file, 'decided_finally'),
    // CO-12: the last word of the company is told formally, too.
    ...(file.facts.includes('nobody_to_tell') ? [] : owes(file, 'tell_result')),
  ],
};

export const approve: ActionRule<'approve'> = {
  clause: 'CO-5, HA-18',
  stages: ['review'],
  by: 'reviewer',
  refuses: ({ file }) => {
    const [tasks, respondents] = [openTasks(file), unheardPersons(file)];
    if (tasks.length > 0) return { code: 'tasks_open', tasks };
    return respondents.length > 0 ? { code: 'other_side_unheard', respondents, side: null } : null;
  },
  events: ({ file, data }) => [
    { type: 'approved', ref: data.ref },
    ...meeting(file, 'review'),
    ...establish(file, 'approved'),
  ],
};

/** Where a reviewer may send a case back to. */
export const REPEATABLE = ['verification', 'cause_analysis', 'proposal', 'remedy', 'result', 'callback'] as const;

/** Those of them that this complaint has been through; the remedy begins with the agreement and cannot be had without it. */
export const repeatable = (file: ComplaintFile): Stage[] =>
  REPEATABLE.filter((stage) => stage !== 'remedy' && applies(file, stage));

export const reject: ActionRule<'reject'> = {
  clause: 'CO-5',
  stages: ['review'],
  by: 'reviewer',
  refuses: ({ file, data }) => {
    if (data.ground === 'other' && !data.ref) return { code: 'reason_wanted', field: 'text' };
    const allowed = repeatable(file);
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
  if (file.outcome === 'withdrawn' || file.outcome === 'referred') return [];
  const decided = file.facts.includes('decided_finally');
  const optional: Stage[] = ['hand_over', 'meeting', 'archive', ...(decided ? (['review'] as const) : [])];
  // A step that a later situation asks for is not gone back for, whether it was passed by or left as no longer asked for.
  const ofAll = (stage: Stage): boolean => file.rules.stages[stage]?.when === undefined;
  const wanted = STAGES.filter((stage) => !optional.includes(stage) && file.left.includes(stage) && ofAll(stage));
  const untold = isUntold(file);
  // The analysis can be made up for at any time (HA-5).
  const open = STAGES.filter(
    (stage) =>
      (wanted.includes(stage) || stage === 'cause_analysis') &&
      !stageEnds(file, stage) &&
      !(untold && stage === 'callback'),
  );
  return [
    ...open,
    ...(untold ? ['tell_result'] : []),
    ...(file.rules.repeatBack && file.reachable && !file.repeatedBack ? ['repeat_back'] : []),
    ...(openTasks(file).length > 0 ? ['open_tasks'] : []),
    ...(unheardPersons(file).length > 0 ? ['other_side'] : []),
  ];
}

/** CO-4, CO-12: the last word, the meeting's or the customer's own, is there, and the result has not been told to him. */
const isUntold = ({ facts, rules, reachable }: ComplaintFile): boolean =>
  (facts.includes('decided_finally') || facts.includes('satisfied')) &&
  rules.duties.tell_result !== undefined &&
  reachable &&
  !facts.includes('result_told') &&
  !facts.includes('nobody_to_tell');

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

/** CO-9: what has gone to an authority at the highest level is not dropped without a director: the policy says which. */
export const needsDirector = ({ rules, ...situation }: ComplaintFile): boolean =>
  rules.directorWithdraws !== undefined && anyHolds(rules.directorWithdraws, situation);

/** Nothing but the filing is left. */
const onlyFiled = (file: ComplaintFile): Event[] => voiding(file, ({ kind }) => kind !== 'archive');

export const withdraw: ActionRule<'withdraw'> = {
  clause: 'CO-9',
  stages: STAGES,
  by: 'owner',
  refuses: ({ file, data, by, at }) => {
    if (file.outcome) return gone(file);
    if (needsDirector(file) && mayNot(file, 'director', by)) return { code: 'director_needed' };
    return wrongTime(file, 'proof.occurredAt', data.proof.occurredAt, at);
  },
  events: ({ file, data }) => [{ type: 'withdrawn', proof: data.proof }, ...onlyFiled(file)],
};

export const withdrawByLink: ActionRule<'withdraw_by_link'> = {
  clause: 'CO-9',
  stages: STAGES,
  by: 'customer',
  refuses: ({ file }) => gone(file) ?? (needsDirector(file) ? { code: 'director_needed' } : null),
  events: ({ file }) => [{ type: 'withdrawn' }, ...onlyFiled(file)],
};
