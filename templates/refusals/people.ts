import { wordEn, wordsEn } from '../words-en';
import { DEPARTMENT_ZH } from '../words-zh';
import { rolesZh, say } from './parts';
import type { Refusals } from './parts';

/** Why somebody stands too near the case to judge it. */
const BIASED = {
  himself: {
    zh: '你经手、提出或决定过这件投诉中的事项',
    en: 'You handled, asked for or decided something in this complaint',
  },
  stands_in: {
    zh: '由你代班的同事经手、提出或决定过这件投诉中的事项',
    en: 'A colleague whom you stand in for handled, asked for or decided something in this complaint',
  },
  respondent: {
    zh: '由你代班的同事在这件投诉中被投诉',
    en: 'A colleague whom you stand in for is complained about in this complaint',
  },
} as const;

/** Whose it is. */
export const PEOPLE: Refusals<
  | 'not_owner'
  | 'not_owner_nor_above'
  | 'role_needed'
  | 'other_team'
  | 'other_department'
  | 'handled_before'
  | 'complained_about'
  | 'respondent_already'
  | 'not_a_respondent'
  | 'nothing_to_hand_on'
  | 'not_for_staff'
  | 'director_needed'
  | 'unfit'
  | 'owner_already'
  | 'nothing_to_take_over'
> = {
  not_owner: ({ owner }) =>
    say(
      '只有责任人可以这样做',
      'Only the owner may do this',
      `这件投诉的责任人是 ${owner}，须由责任人办理。`,
      `The owner of this complaint is ${owner}; it is for the owner to do.`,
    ),
  not_owner_nor_above: ({ owner, roles }) =>
    say(
      '须由责任人或其上级办理',
      'This is for the owner or the level above',
      `须由责任人（${owner}）或其上级（${rolesZh(roles, '、')}）办理。`,
      `This is for the owner (${owner}) or the level above: ${wordsEn(roles)}.`,
    ),
  role_needed: ({ roles }) =>
    say(
      '岗位不符',
      'Another role is needed',
      `此操作须由${rolesZh(roles, '或')}办理。`,
      `This is for one of these roles: ${wordsEn(roles)}.`,
    ),
  other_team: ({ team }) =>
    say(
      '属于其他团队',
      'It belongs to another team',
      `这件投诉属于团队 ${team}，由该团队办理。`,
      `This complaint belongs to the team ${team}.`,
    ),
  other_department: ({ department }) =>
    say(
      '属于其他部门',
      'It belongs to another department',
      `这项协办任务由${DEPARTMENT_ZH[department]}办理，须由该部门的人处理。`,
      `This task is with the ${wordEn(department)} department; it is for its people.`,
    ),
  handled_before: ({ because }) =>
    say(
      '经手人应回避',
      'Who handled the case does not judge it',
      `${BIASED[because].zh}；须由与此无关的上级审核或决定。`,
      `${BIASED[because].en}; it is for somebody above who has no part in it.`,
    ),
  complained_about: () =>
    say(
      '被投诉人应回避',
      'Who is complained about stands aside',
      '被投诉人不能查看或办理这件投诉，须由其他人办理。',
      'Whoever is complained about neither sees nor handles this complaint; it is for somebody else.',
    ),
  respondent_already: ({ person }) =>
    say(
      '已记为被投诉人',
      'Complained about already',
      `${person} 已记为这件投诉的被投诉人，不必再记。`,
      `${person} is named as complained about in this complaint already.`,
    ),
  not_a_respondent: ({ person }) =>
    say(
      '不是被投诉人',
      'Not complained about',
      `${person} 不是这件投诉的被投诉人。`,
      `${person} is not complained about in this complaint.`,
    ),
  nothing_to_hand_on: ({ person }) =>
    say(
      '没有可交接的',
      'Nothing to hand on',
      `这件投诉中没有指定 ${person} 办理的步骤、任务。`,
      `Nothing in this complaint names ${person}.`,
    ),
  not_for_staff: ({ by }) =>
    say(
      '员工不能这样做',
      'This is not for staff',
      `此操作只能由${by === 'customer' ? '客户通过本人链接' : '系统'}完成。`,
      `Only ${by === 'customer' ? 'the customer, by a link of his own,' : 'the product itself'} can do this.`,
    ),
  director_needed: () =>
    say(
      '须由总监决定',
      'A director is needed',
      '三级监管投诉的撤回、转介须由销售总监或行政总监办理。',
      'A level-3 complaint that reached an authority is withdrawn or referred by a director only.',
    ),
  unfit: ({ person, roles }) =>
    say(
      '此人不能担任责任人',
      'This person cannot answer for it',
      `按现在的级别和优先级，${person} 不能担任责任人；可选岗位：${rolesZh(roles)}。`,
      `At its present level and priority ${person} cannot answer for the complaint; it is for one of these roles or above: ${wordsEn(roles)}.`,
    ),
  owner_already: ({ person }) =>
    say(
      '已经是责任人',
      'The owner already',
      `${person} 现在就是这件投诉的责任人，不必改派或接手。`,
      `${person} is the owner of this complaint already; there is nothing to hand over.`,
    ),
  nothing_to_take_over: () =>
    say(
      '没有待接手的投诉',
      'Nothing to take over',
      '这件投诉没有移交，由现责任人继续办理；需要换人的，由上级改派。',
      'This complaint is not handed over: its owner goes on with it. A superior may reassign it.',
    ),
};
