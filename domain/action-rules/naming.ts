import { establish, isNamedIn, voiding, workGoesTo } from '../duties';
import type { Event } from '../events';
import { asksForAnotherHandler, ownerOf } from '../people';
import type { Person } from '../people';
import type { Refusal } from '../refusals';
import { lookAhead, withConsequences } from '../situation';
import { DEPARTMENTS } from '../words';
import type { Department } from '../words';
import { anyOf, BEFORE_REVIEW } from './rule';
import type { ActionRule } from './rule';

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
  events: ({ file, data: { person, lacking, subject, ref }, at }) => {
    const { id, roles, team } = person;
    const named: Event = { type: 'respondent_named', person: id, roles, team, lacking, subject, ref };
    return withConsequences(file, [named, ...workGoesTo(file, id, ownerOf(file).id, null)], at);
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
    return left.every((id) => others.includes(id)) ? null : { code: 'seen_outdated', seq: file.seq };
  },
  events: ({ file, data: { who, lacking, ref }, at }) => {
    const cleared: Event = { type: 'respondent_cleared', person: who, lacking, ref };
    const after = lookAhead(file, [cleared], at);
    const handedOver = ownerOf(file).id === who && file.handOver && !asksForAnotherHandler(after);
    return withConsequences(
      file,
      [
        cleared,
        // Nobody need take over from him any more.
        ...(handedOver ? [...voiding(file, ({ kind }) => kind === 'take_over'), ...establish(file, 'taken_over')] : []),
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
