import type { ActionData, ActionName } from '../../domain/actions';
import type { ComplaintFile } from '../../domain/complaint-file';
import { ACTION_NAMES, decide, notNow } from '../../domain/decide';
import { CUSTOMER } from '../../domain/people';
import type { Actor } from '../../domain/people';
import { nextStep } from '../support/crew';
import type { CrewStep } from '../support/crew';
import { anAction } from '../support/files';
import type { Sent } from '../support/paper-desk';
import { again, DATA, draft, EVERYBODY, grounds, pick, steps } from './people-and-data';

/** Where a complaint stands, and when. */
type Standing = { file: ComplaintFile; now: number };

const ownerIn = (file: ComplaintFile): Actor => EVERYBODY.find(({ id }) => id === file.owners.at(-1)?.id)!;

/** What brings the complaint on. */
export function helpful({ file, now }: Standing): Sent {
  const { by, name, data } = nextStep(file, now, EVERYBODY);
  return { name, action: anAction(name, by, now, data) };
}

/** What the crew would do next, or something as sensible that leads elsewhere. */
export function twisted(standing: Standing, dice: number): Sent {
  const { file, now } = standing;
  // Whoever may: not always the same one of them.
  const first = dice % EVERYBODY.length;
  const { by, name, data } = nextStep(file, now, [...EVERYBODY.slice(first), ...EVERYBODY.slice(0, first)]);
  const instead = INSTEAD[name]?.(standing, by, dice, data);
  if (instead) return instead;
  return { name, action: anAction(name, by, now, { ...data, ...TWISTS[name]?.(dice) }) };
}

type Instead = (standing: Standing, by: Actor, dice: number, data: CrewStep['data']) => Sent | undefined;

/** Few are content at once: most complaints live through more than one round. */
const CALLBACKS: CrewStep['data'][] = [
  { solved: true, satisfaction: 'acceptable' },
  { solved: false, satisfaction: 'acceptable' },
  { solved: true, satisfaction: 'dissatisfied' },
];

/** Another thing to do than the one that is next. */
const INSTEAD: Partial<Record<ActionName, Instead>> = {
  // What it is may be plain at once, or that it is not for the company.
  record_contact: ({ file, now }, by, dice) => {
    const refer = { name: 'refer', action: anAction('refer', by, now) } as const;
    if (dice % 17 === 0 && 'events' in decide(file, refer.name, refer.action, now)) return refer;
    return dice % 4 === 0 && !file.facts.includes('classified') && notNow(file, 'classify') === null
      ? { name: 'classify', action: anAction('classify', by, now, { grounds: grounds(dice) }) }
      : undefined;
  },
  archive: (standing, _by, dice) => (dice % 3 > 0 ? aside(standing, dice) : undefined),
  complete_step: ({ file, now }, _by, dice, data) =>
    dice % 4 === 0
      ? { name: 'delay_step', action: anAction('delay_step', ownerIn(file), now, data as { step: number }) }
      : undefined,
  approve: ({ now }, by, dice) => {
    const backTo = pick(['verification', 'proposal', 'callback', 'cause_analysis'] as const, Math.floor(dice / 2));
    return dice % 2 ? undefined : { name: 'reject', action: anAction('reject', by, now, { backTo }) };
  },
  approve_proposal: ({ file, now }, _by, dice) =>
    dice % 5 === 0
      ? { name: 'withdraw_proposal', action: anAction('withdraw_proposal', ownerIn(file), now) }
      : undefined,
  record_answer: ({ file, now }, by, dice) =>
    dice % 7 === 0 && 'events' in decide(file, 'ask_conclusion', anAction('ask_conclusion', by, now), now)
      ? { name: 'ask_conclusion', action: anAction('ask_conclusion', by, now) }
      : undefined,
  propose: ({ file, now }, by, dice) =>
    dice % 3 === 0 && 'events' in decide(file, 'ask_conclusion', anAction('ask_conclusion', by, now), now)
      ? { name: 'ask_conclusion', action: anAction('ask_conclusion', by, now) }
      : undefined,
  // He could not be found: that is said once, and he is still to be told.
  tell_result: ({ file, now }, by, dice) =>
    file.facts.includes('unreachable') && dice % 2
      ? { name: 'give_up_callback', action: anAction('give_up_callback', by, now) }
      : undefined,
  record_callback: ({ file, now }, by, dice) => {
    const giveUp = { name: 'give_up_callback', action: anAction('give_up_callback', by, now) } as const;
    if ('events' in decide(file, giveUp.name, giveUp.action, now) && dice % 3) return giveUp;
    // Who has not answered once often does not answer again.
    if (file.tries.length > 0 ? dice % 4 > 0 : dice % 5 > 2) {
      const unanswered = { answered: false, channel: pick(['phone', 'sms'] as const, dice) } as const;
      return { name: 'record_callback', action: { by, data: unanswered } };
    }
    const survey = { round: file.round, ...CALLBACKS[again(dice, 1) % 3] } as ActionData['answer_survey'];
    return dice % 5 === 0 ? { name: 'answer_survey', action: { by: CUSTOMER, data: survey } } : undefined;
  },
};

const TWISTS: Partial<Record<ActionName, (dice: number) => CrewStep['data']>> = {
  classify: (dice) => ({ grounds: grounds(dice) }),
  propose: (dice) => (dice % 3 ? { steps: steps(dice) } : draft(again(dice, 1))),
  approve_proposal: (dice) => ({ approved: dice % 3 > 0 }),
  record_answer: (dice) => ({ answer: dice % 5 < 2 ? 'refused' : 'accepted' }),
  decide_proposal: (dice) => ({
    decision: pick(['take_over', 'instruct', 'offer'], dice),
    offer: draft(again(dice, 1)),
  }),
  decide_conclusion: (dice) => ({ granted: dice % 2 === 0 }),
  record_callback: (dice) => CALLBACKS[dice % CALLBACKS.length]!,
};

/** What belongs to no step: it may be done beside what is under way. Customers and referrals are seldom the end of the story. */
const ASIDES: ActionName[] = ACTION_NAMES.filter(
  (name) => !['archive', 'approve', 'reject', 'withdraw', 'withdraw_by_link', 'refer', 'decide_finally'].includes(name),
);
const GUESSES = 4;

/** Something beside the way that somebody may do now, if three or four guesses find one. */
export function aside({ file, now }: Standing, dice: number): Sent {
  const answers = pending(file);
  const possible = (again(dice, 1) % 2 && answers.length > 0 ? answers : ASIDES).filter(
    (n) => notNow(file, n) === null,
  );
  if (possible.length === 0) return talk({ file, now });
  const people = [ownerIn(file), ...EVERYBODY];
  for (let guess = 0; guess < GUESSES; guess += 1) {
    const name = possible[(dice + guess * 5) % possible.length]!;
    const data = DATA[name](file, now, again(dice, 1) + guess * 101);
    const by = people.find((somebody) => 'events' in decide(file, name, { by: somebody, data }, now));
    if (by) return { name, action: { by, data } };
  }
  return talk({ file, now });
}

const talk = ({ file, now }: Standing): Sent => ({
  name: 'record_contact',
  action: anAction('record_contact', ownerIn(file), now),
});

/** What answers to something that is under way, beside the step. */
function pending({ tasks, accounts, duties, waiting, handOver }: ComplaintFile): ActionName[] {
  const has = (wanted: string): boolean => duties.some(({ kind, missed }) => kind === wanted && !missed);
  return [
    ...(tasks.some(({ state }) => state === 'open') ? TASK_ACTIONS : []),
    ...(tasks.some(({ state }) => state === 'answered') ? (['return_task'] as const) : []),
    ...(accounts.some(({ state }) => state === 'asked') ? (['urge_account', 'record_account'] as const) : []),
    ...(has('promised_answer') ? (['start_waiting', 'ask_extension'] as const) : []),
    ...(has('extension_decision') ? (['decide_extension', 'decide_extension'] as const) : []),
    ...(has('cross_meeting') ? (['record_cross_meeting'] as const) : []),
    ...(waiting ? (['end_waiting'] as const) : []),
    ...(handOver ? (['take_over', 'fill_form', 'record_contact'] as const) : []),
  ];
}

const TASK_ACTIONS: ActionName[] = [
  'report_progress',
  'answer_task',
  'pass_task',
  'cancel_task',
  'assign_task',
  'appoint_lead',
];

/** Half of what is tried is tried by the owner, and half of it belongs to the step: chance alone seldom gets it right. */
export function anyAction({ file, now }: Standing, given: { actor: number; action: number; dice: number }): Sent {
  const fitting = ACTION_NAMES.filter((name) => notNow(file, name) === null);
  const names = given.action % 2 && fitting.length > 0 ? fitting : ACTION_NAMES;
  const drawn = names[Math.floor(given.action / 2) % names.length]!;
  // Customers withdraw seldom: it is the end of the story.
  const name =
    ['withdraw', 'withdraw_by_link', 'refer'].includes(drawn) && given.dice % 4 > 0 ? 'record_contact' : drawn;
  const anybody = EVERYBODY[Math.floor(given.actor / 2) % EVERYBODY.length]!;
  const data = DATA[name](file, now, given.dice);
  return { name, action: { by: given.actor % 2 ? ownerIn(file) : anybody, data } };
}
