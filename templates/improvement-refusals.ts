import type { ImprovementRefusal } from '../domain/improvement/refusals';
import { IMPROVEMENT_STATE_ZH } from './improvement-words';
import { say } from './problems';
import type { Sentence } from './problems';
import { wordEn, wordsEn } from './words-en';
import { STAGE_ZH } from './words-zh';

type Of<C extends ImprovementRefusal['code']> = Extract<ImprovementRefusal, { code: C }>;

/** Why something about an improvement is not allowed, and what is (RE-3). */
export const IMPROVEMENT_SENTENCES: { [C in ImprovementRefusal['code']]: (refusal: Of<C>) => Sentence } = {
  improvements_not_in_policy: ({ policy }) =>
    say(
      '该流程没有改进措施',
      'This policy knows no improvements',
      `流程 ${policy} 所依据的制度没有规定改进措施。`,
      `The document behind the policy ${policy} does not provide for improvements.`,
    ),
  improvement_too_early: ({ stage }) =>
    say(
      '尚未核实，不能提出改进措施',
      'It is too early for an improvement',
      `投诉现处于「${stage ? STAGE_ZH[stage] : '受理'}」；自「${STAGE_ZH.verification}」起，直至归档以后，都可以提出改进措施。`,
      `The complaint stands at ${wordEn(stage ?? 'registered')}; improvements are set from verification on, also after the archive.`,
    ),
  improvement_closed: ({ state }) =>
    say(
      '改进措施已关闭',
      'The improvement is closed',
      `改进措施已是「${IMPROVEMENT_STATE_ZH[state]}」，不再变更；需要时请另提一项。`,
      `The improvement is ${wordEn(state)} and never changes again; set another one if it is needed.`,
    ),
  improvement_stands: ({ state, allowed }) =>
    say(
      '改进措施当前状态不能这样做',
      'Not as the improvement stands',
      `改进措施现为「${IMPROVEMENT_STATE_ZH[state]}」，此操作只能在「${allowed.map((one) => IMPROVEMENT_STATE_ZH[one]).join('、')}」时进行。`,
      `The improvement is ${wordEn(state)}; this is done while it is ${wordsEn(allowed)}.`,
    ),
  not_the_person: ({ person, department }) =>
    say(
      '须由责任人或部门负责人办理',
      'This is for the person responsible',
      `这项改进措施的责任人是 ${person}，须由其本人或部门 ${department} 的负责人办理。`,
      `The person responsible is ${person}; it is for that person or for the head of ${department}.`,
    ),
  not_the_setter: ({ setter }) =>
    say(
      '须由提出人或其上级办理',
      'This is for whoever set it, or above',
      `计划完成时间由提出人 ${setter} 或其上级变更，并须说明理由；做改进的人不能变更。`,
      `The due date is moved by ${setter}, who set it, or by the level above, with a reason; never by who does the work.`,
    ),
  not_the_head: ({ setter, department }) =>
    say(
      '须由部门负责人、提出人或其上级改派',
      'This is for the head of the department or the setter',
      `责任人由部门 ${department} 的负责人、提出人 ${setter} 或其上级改派，并须说明理由；被投诉人除外。`,
      `It is handed to another by the head of ${department}, by ${setter}, who set it, or by the level above, with a reason; never by who is complained about.`,
    ),
  person_already: ({ person }) =>
    say(
      '责任人没有变化',
      'It is his already',
      `${person} 已是这项改进措施的责任人；请另选该部门的在职员工。`,
      `${person} is responsible for it already; name somebody else of the department.`,
    ),
  own_improvement: () =>
    say(
      '不能处理自己的改进措施',
      'Not by who does the work',
      '做改进的人不验证、不取消自己的改进措施，也不自行改期；由提出人或其上级办理。',
      'Who does the work neither verifies it, nor calls it off, nor moves its date; that is for whoever set it, or the level above.',
    ),
  due_date_not_ahead: ({ after, mostDays }) =>
    say(
      '计划完成时间不合适',
      'The due date is not possible',
      `计划完成时间须晚于 ${after}，且不超过 ${mostDays} 天，写作 2026-12-31。`,
      `The due date has to be after ${after}, by no more than ${mostDays} days, and is written 2026-12-31.`,
    ),
};
