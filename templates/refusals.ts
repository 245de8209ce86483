import type { Refusal, RefusalCode } from '../domain/refusals';
import type { Stage } from '../domain/words';
import type { Sentence } from './problems';
import { wordEn, wordsEn } from './words-en';
import { DUTY_ZH, ROLE_ZH, STAGE_ZH } from './words-zh';

type Of<C extends RefusalCode> = Extract<Refusal, { code: C }>;

const say = (title: string, titleEn: string, detail: string, detailEn: string): Sentence => ({
  title,
  titleEn,
  detail,
  detailEn,
});

const stagesZh = (stages: readonly Stage[]): string => stages.map((stage) => STAGE_ZH[stage]).join('、');
/** What may be missing for filing: steps of the procedure, and the customer's word that what was written down is right. */
const missingZh = (what: string): string => (what === 'repeat_back' ? '客户对复述内容的确认' : STAGE_ZH[what as Stage]);
const FIELD_ZH: Record<string, string> = { occurredAt: '发生时间', 'proof.occurredAt': '客户表态的时间' };
const fieldZh = (field: string): string => FIELD_ZH[field] ?? field;

/** Why the procedure does not allow something, and what it allows. A new refusal without its sentence does not compile. */
const SENTENCES: { [C in RefusalCode]: (refusal: Of<C>) => Sentence } = {
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
  not_owner: ({ owner }) =>
    say(
      '只有责任人可以这样做',
      'Only the owner may do this',
      `这件投诉的责任人是 ${owner}，须由责任人办理。`,
      `The owner of this complaint is ${owner}; it is for the owner to do.`,
    ),
  role_needed: ({ roles }) =>
    say(
      '岗位不符',
      'Another role is needed',
      `此操作须由${roles.map((role) => ROLE_ZH[role]).join('或')}办理。`,
      `This is for one of these roles: ${wordsEn(roles)}.`,
    ),
  other_team: ({ team }) =>
    say(
      '属于其他团队',
      'It belongs to another team',
      `这件投诉属于团队 ${team}，由该团队办理。`,
      `This complaint belongs to the team ${team}.`,
    ),
  handled_before: () =>
    say(
      '经手人不能审核',
      'Who handled the case does not review it',
      '你经手或决定过这件投诉，须由未经手的上级审核。',
      'You handled or decided in this complaint; somebody above who did not has to review it.',
    ),
  complained_about: () =>
    say(
      '被投诉人应回避',
      'Who is complained about stands aside',
      '你是这件投诉的被投诉人，不能查看或办理。',
      'You are complained about in this complaint: you neither see nor handle it.',
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
  before_receipt: ({ field }) =>
    say(
      '时间早于收到投诉',
      'The time lies before the receipt',
      `「${fieldZh(field)}」不能早于收到投诉的时间。`,
      `${field} cannot be earlier than the receipt of the complaint.`,
    ),
  reason_wanted: ({ field }) =>
    say('需要说明理由', 'A reason is wanted', `请在「${field}」写明理由。`, `Give the reason in ${field}.`),
  no_such_proposal: ({ proposal, current }) =>
    current === null
      ? say(
          '没有这个方案',
          'There is no such proposal',
          `没有第 ${proposal} 号方案：这一轮还没有拟定方案。`,
          `There is no proposal ${proposal}: none has been made in this round.`,
        )
      : say(
          '不是当前方案',
          'This is not the proposal on the table',
          `第 ${proposal} 号不是当前方案，当前是第 ${current} 号。`,
          `Proposal ${proposal} is not the one on the table; that is ${current}.`,
        ),
  proposal_not_told: () =>
    say(
      '方案尚未告知客户',
      'The customer has not been told the proposal',
      '请先把方案告知客户，再记录客户的答复。',
      'Tell the customer the proposal before you record an answer to it.',
    ),
  proposal_answered: () =>
    say(
      '客户已答复此方案',
      'The proposal has been answered',
      '客户对这个方案已有答复；如被拒绝，请另拟方案。',
      'The customer has answered this proposal; if it was refused, make another one.',
    ),
  proposal_awaits_answer: ({ proposal }) =>
    say(
      '方案正等待客户答复',
      'A proposal awaits its answer',
      `第 ${proposal} 号方案已告知客户、尚无答复；请先记录答复，再拟新方案。`,
      `Proposal ${proposal} has been told and not been answered; record the answer before you make another one.`,
    ),
  decision_awaited: ({ duty }) =>
    say(
      '正等待上级决定',
      'A decision of the level above is awaited',
      `须先完成「${DUTY_ZH[duty]}」。`,
      `First of all this has to be done: ${wordEn(duty)}.`,
    ),
  no_decision_awaited: () =>
    say(
      '没有待上级决定的事项',
      'No decision is awaited',
      '客户拒绝方案的次数尚未达到须由上级决定的程度。',
      'The customer has not refused so often that the level above has to decide.',
    ),
  apology_missing: () =>
    say(
      '缺少道歉',
      'The apology is missing',
      '投诉类须在告知方案的同时道歉：致歉后以 apologised: true 记录。',
      'A complaint gets the apology together with the proposal: apologise, and record it with apologised: true.',
    ),
  no_such_step: ({ step, steps }) =>
    say(
      '没有这个步骤',
      'There is no such step',
      steps.length > 0
        ? `方案没有第 ${step} 步，可选：${steps.join('、')}。`
        : `方案没有第 ${step} 步：当前没有待执行的步骤。`,
      steps.length > 0
        ? `The remedy has no step ${step}; its steps are ${steps.join(', ')}.`
        : `There is no step ${step}: no remedy is under way.`,
    ),
  step_done: ({ step }) =>
    say('该步骤已完成', 'The step is done', `第 ${step} 步已经完成。`, `Step ${step} has been done already.`),
  missing: ({ what }) =>
    say(
      '资料不全，不能归档',
      'Something is missing for the archive',
      `还缺：${what.map(missingZh).join('、')}。`,
      `Still missing: ${wordsEn(what)}.`,
    ),
  step_not_repeatable: ({ backTo, allowed }) =>
    say(
      '不能退回到该步骤',
      'It cannot be sent back there',
      `不能退回到「${STAGE_ZH[backTo]}」，可选：${stagesZh(allowed)}。`,
      `It cannot be sent back to ${wordEn(backTo)}; allowed: ${wordsEn(allowed)}.`,
    ),
  not_for_staff: () =>
    say(
      '只由系统自动进行',
      'Only the system does this',
      '此操作由系统自动进行，任何岗位都不能办理。',
      'The system does this by itself; no role can do it.',
    ),
  other_policy: ({ policy }) =>
    say(
      '属于另一套流程',
      'It belongs to another policy',
      `这件投诉按流程 ${policy} 办理，只能改用该流程的较新版次。`,
      `This complaint goes by the policy ${policy} and can only adopt a newer edition of that one.`,
    ),
  edition_not_newer: ({ edition, present }) =>
    say(
      '不是较新的版次',
      'The edition is not newer',
      `这件投诉现按第 ${present} 版办理，第 ${edition} 版并不更新。`,
      `This complaint goes by edition ${present}; edition ${edition} is not newer.`,
    ),
  stage_not_in_edition: ({ stage, edition }) =>
    say(
      '该版次没有当前步骤',
      'The edition lacks the present step',
      `投诉现处于「${STAGE_ZH[stage]}」，第 ${edition} 版没有这一步；走到双方都有的步骤后再改用。`,
      `The complaint stands at ${wordEn(stage)}, which edition ${edition} does not have; adopt it from a step that both have.`,
    ),
  steps_behind_differ: ({ stages, edition }) =>
    say(
      '该版次对已过步骤另有要求',
      'The edition asks more of steps behind',
      `第 ${edition} 版在当前步骤之前另有要求，这件投诉并未经过：${stagesZh(stages)}。请按原版次办完。`,
      `Before the present step edition ${edition} asks what this complaint has not gone through: ${wordsEn(stages)}. Finish it under its own edition.`,
    ),
  code_unknown: () =>
    say(
      '审批码无效',
      'The approval code is unknown',
      '这个审批码不存在、已用过，或不属于这件投诉；请从自己的收件箱取用。',
      'The code does not exist, has been used, or belongs to another complaint; take yours from your inbox.',
    ),
  code_void: () =>
    say(
      '审批码已失效',
      'The approval code is void',
      '这个审批码对应的审核已经结束。',
      'The review that this code was given for is over.',
    ),
  signal_unknown: () =>
    say(
      '不认识的信号',
      'The signal is unknown',
      '信号只有 approve（通过）和 reject（退回）。',
      'There are two signals: approve and reject.',
    ),
  signal_malformed: () =>
    say(
      '信号内容有误',
      'The signal is malformed',
      '信号须带 { "code": "审批码" }，退回另需 "ground"。',
      'A signal carries { "code": "…" }, and for reject a "ground" as well.',
    ),
  cancel_not_a_step: () =>
    say(
      '投诉不能取消',
      'A complaint cannot be cancelled',
      '投诉只能走完流程或由客户撤回，不能在系统中取消。',
      'A complaint ends by the procedure or by the customer withdrawing it; it cannot be cancelled.',
    ),
};

/** What a refusal says to whoever was refused, in the words of the procedure. */
export function refusalSentence(refusal: Refusal): Sentence {
  const sentence = SENTENCES[refusal.code] as (given: Refusal) => Sentence;
  return sentence(refusal);
}

/** Every refusal has its sentence: these are they. */
export const REFUSAL_CODES = Object.keys(SENTENCES) as RefusalCode[];
