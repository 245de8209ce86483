import { localTime, localTimeEn } from '../local-time';
import { wordEn, wordsEn } from '../words-en';
import { STAGE_ZH } from '../words-zh';
import { fieldZh, say, stagesZh } from './parts';
import type { Refusals } from './parts';

/** Where the complaint stands, and what its situation allows. */
export const COURSE: Refusals<
  | 'closed'
  | 'withdrawn'
  | 'not_in_stage'
  | 'seen_outdated'
  | 'in_the_future'
  | 'in_the_past'
  | 'too_far'
  | 'promise_stands'
  | 'before_receipt'
  | 'reason_wanted'
  | 'not_reachable'
  | 'step_unknown_here'
  | 'told_already'
  | 'not_spoken_yet'
> = {
  closed: () =>
    say(
      '投诉已结案',
      'The complaint is closed',
      '已归档的投诉不再变更；如需重新处理，请登记一件新投诉并注明原编号。',
      'An archived complaint never changes; to take the matter up again, register a new one that names its number.',
    ),
  withdrawn: () =>
    say(
      '客户已撤回投诉',
      'The customer has withdrawn',
      '客户已撤回，只剩归档。',
      'The customer has withdrawn; nothing but the archive is left to do.',
    ),
  not_in_stage: ({ stage, allowed }) =>
    say(
      '当前步骤不能这样做',
      'Not in this step of the procedure',
      `投诉现处于「${stage ? STAGE_ZH[stage] : '受理'}」，此操作只能在「${stagesZh(allowed)}」进行。`,
      `The complaint stands at ${wordEn(stage ?? 'registered')}; this belongs to ${wordsEn(allowed)}.`,
    ),
  seen_outdated: ({ seq }) =>
    say(
      '投诉已有新进展',
      'The complaint has moved on',
      `你看到的不是最新情况（现为第 ${seq} 号记录），请重新查看后再决定。`,
      `What you saw is not the latest (it stands at record ${seq} now): look again before you decide.`,
    ),
  in_the_future: ({ field }) =>
    say(
      '时间在将来',
      'The time lies in the future',
      `「${fieldZh(field)}」不能晚于现在。`,
      `${field} cannot be later than now.`,
    ),
  in_the_past: ({ field }) =>
    say('时间已过', 'The time has passed', `「${fieldZh(field)}」必须晚于现在。`, `${field} has to be later than now.`),
  too_far: ({ field, days }) =>
    say(
      '时间太远',
      'The time is too far ahead',
      `「${fieldZh(field)}」最迟只能在 ${days} 天之内，请约定更近的时间。`,
      `${field} cannot lie more than ${days} days ahead; agree on an earlier time.`,
    ),
  promise_stands: ({ until }) =>
    say(
      '已约定回电时间',
      'A call is promised already',
      `已与客户约定在 ${until && localTime(Date.parse(until))} 前联系，不能自行推后；请按约定联系，或先联系到客户并记录，再另行约定。`,
      `A call has been promised by ${until && localTimeEn(Date.parse(until))} and is not put off without the customer: call him, or record that he was spoken to, and then agree on another time.`,
    ),
  before_receipt: ({ field }) =>
    say(
      '时间早于收到投诉',
      'The time lies before the receipt',
      `「${fieldZh(field)}」不能早于收到投诉的时间。`,
      `${field} cannot be earlier than the receipt of the complaint.`,
    ),
  reason_wanted: ({ field }) =>
    say(
      field === 'offer' ? '需要写明方案' : '需要说明理由',
      field === 'offer' ? 'The offer is wanted' : 'A reason is wanted',
      field === 'offer' ? '由上级自己提出方案的，请在「offer」写明方案。' : `请在「${field}」写明理由。`,
      field === 'offer' ? 'Who makes an offer himself gives it in offer.' : `Give the reason in ${field}.`,
    ),
  not_reachable: () =>
    say(
      '客户没有联系方式',
      'There is no way to reach the customer',
      '投诉人没有留下联系方式，无从联系或告知；得到联系方式后请先补充。',
      'The complainant left no way to reach him; add one first, once he has given it.',
    ),
  step_unknown_here: () =>
    say(
      '本流程没有这一步',
      'This policy has no such step',
      '这件投诉适用的流程没有这一步，不需要办理；请按可做的操作继续。',
      'The policy of this complaint does not have this step; go on with the actions that it has.',
    ),
  told_already: () =>
    say(
      '已有记录',
      'It is on record already',
      '此事已有记录，不必再做一次。',
      'This has been done and is on record; it is not done twice.',
    ),
  not_spoken_yet: () =>
    say(
      '还没有与客户说过话',
      'Nobody has spoken to the customer yet',
      '这一轮还没有联系到客户，不能记为已复述并获确认；请先联系客户，或以 repeatedBack: false 填单。',
      'The customer has not been spoken to in this round, so nothing was repeated back: reach him first, or fill the form with repeatedBack: false.',
    ),
};
