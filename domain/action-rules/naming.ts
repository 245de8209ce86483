import { openDuties } from '../clock';
import type { ComplaintFile, Duty } from '../complaint-file';
import { establish, isNamedIn, owes, voiding, workGoesTo } from '../duties';
import type { Event } from '../events';
import { asksForAnotherHandler, audienceOf, nobodyLeftToReview, ownerOf } from '../people';
import type { Audience, Person } from '../people';
import type { Refusal } from '../refusals';
import { lookAhead, withConsequences } from '../situation';
import { DEPARTMENTS } from '../words';
import type { Department } from '../words';
import { anyOf, BEFORE_REVIEW } from './rule';
import type { ActionRule } from './rule';

type Named = Extract<Event, { type: 'respondent_named' }>;

/** Not any more once it is only left to be filed. */
const OPEN = [...BEFORE_REVIEW, 'meeting', 'review'] as const;

/** HA-18: the customer may say at any time who it was. From then on that colleague has no part in it, and hears nothing of it. */
export const nameRespondent: ActionRule<'name_respondent'> = {
  clause: 'HA-18',
  stages: OPEN,
  by: ({ file, by }) =>
    anyOf('owner', 'superior', ...(file.stage === 'review' ? (['reviewer'] as const) : []))({ file, by }),
  refuses: ({ file, data: { person } }): Refusal | null =>
    file.respondents.includes(person.id) ? { code: 'respondent_already', person: person.id } : null,
  events: ({ file, data: { person, subject, ref }, at }) => {
    const named: Named = { type: 'respondent_named', person: person.id, roles: person.roles, subject, ref };
    const after = lookAhead(file, [named], at);
    const called = openDuties(file).filter((duty) => isCalledAnew(file, after, duty, person));
    const calls = called.map(({ id }) => id);
    const review = reviewAnew(file, after, person);
    return withConsequences(
      file,
      [
        {
          ...named,
          ...(calls.length > 0 ? { calls } : {}),
          ...(review === 'meeting' ? { backTo: 'meeting' as const } : {}),
        },
        ...workGoesTo(file, person.id, ownerOf(file).id, null),
        ...(review === 'others' ? againstOthers(after) : []),
      ],
      at,
    );
  },
};

/** HA-18: who was named wrongly is taken off again by the level above. */
export const clearRespondent: ActionRule<'clear_respondent'> = {
  clause: 'HA-18',
  stages: OPEN,
  by: ({ file, by }) => anyOf('superior', ...(file.stage === 'review' ? (['reviewer'] as const) : []))({ file, by }),
  refuses: ({ file, data: { who, others } }): Refusal | null => {
    const left = file.respondents.filter((id) => id !== who);
    if (left.length === file.respondents.length) return { code: 'not_a_respondent', person: who };
    // Somebody else was named or taken off meanwhile: what was read is out of date.
    return left.every((id) => others.some((other) => other.id === id))
      ? null
      : { code: 'seen_outdated', seq: file.seq };
  },
  events: ({ file, data: { who, others, ref }, at }) => {
    const left = others.filter(({ id }) => id !== who && file.respondents.includes(id));
    const roles = [...new Set(left.flatMap((other) => other.roles))];
    const cleared: Event = { type: 'respondent_cleared', person: who, roles, ref };
    const after = lookAhead(file, [cleared], at);
    const handedOver = ownerOf(file).id === who && file.handOver && !asksForAnotherHandler(after);
    return withConsequences(
      file,
      [
        cleared,
        // Nobody need take over from him any more.
        ...(handedOver ? [...voiding(file, ({ kind }) => kind === 'take_over'), ...establish(file, 'taken_over')] : []),
        ...(reviewAnew(file, after) === 'others' ? againstOthers(after) : []),
      ],
      at,
    );
  },
};

/** What names somebody who has left names his successor (HA-10, HA-16, HA-3). */
export const handOnWork: ActionRule<'hand_on_work'> = {
  clause: 'HA-3, HA-16',
  stages: 'open',
  by: 'system',
  refuses: ({ file, data: { from, to } }): Refusal | null => {
    if (file.respondents.includes(to.id)) return { code: 'complained_about' };
    return from !== to.id && isNamedIn(file, from) ? null : { code: 'nothing_to_hand_on', person: from };
  },
  events: ({ file, data: { from, to, ref } }) =>
    workGoesTo(file, from, to.id, departmentOf(to)).map((event) => ({ ...event, ref })),
};

const departmentOf = ({ team, roles }: Person): Department | null =>
  roles.some((role) => role === 'department_head' || role === 'department_member')
    ? (DEPARTMENTS.find((department) => department === team) ?? null)
    : null;

/** Whether he was among those who were called, or others are called now. The review has a call of its own. */
function isCalledAnew(before: ComplaintFile, after: ComplaintFile, duty: Duty, person: Person): boolean {
  const { kind, of } = duty;
  if (kind === 'review' || duty.person || of === 'owner' || of === 'customer' || of === 'other_side') return false;
  const [was, is] = [audienceOf(before, duty), audienceOf(after, duty)];
  return isMeant(was, person) || rolesIn(was) !== rolesIn(is);
}

const rolesIn = (audience: Audience): string => ('roles' in audience ? audience.roles.join() : '');

const isMeant = (audience: Audience, { id, roles, team }: Person): boolean =>
  'roles' in audience &&
  roles.some((role) => audience.roles.includes(role)) &&
  (audience.team === null || audience.team === team) &&
  !audience.except.includes(id);

/**
 * A review that he could have made, or that others make now, is called for anew, with codes of its own; where nobody is left
 * to review, the meeting has it (CO-5, CO-14).
 */
function reviewAnew(before: ComplaintFile, after: ComplaintFile, person?: Person): 'others' | 'meeting' | null {
  if (before.stage !== 'review') return null;
  const [was, is] = [audienceOf(before, { of: 'reviewer' }), audienceOf(after, { of: 'reviewer' })];
  if (rolesIn(was) === rolesIn(is) && !(person && isMeant(was, person))) return null;
  return nobodyLeftToReview(after) && after.rules.stages.meeting ? 'meeting' : 'others';
}

const againstOthers = (file: ComplaintFile): Event[] => [
  ...voiding(file, ({ kind }) => kind === 'review'),
  ...owes(file, 'review', { stage: 'review' }),
];
