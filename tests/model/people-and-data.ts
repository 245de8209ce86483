import type { ActionData, ActionName } from '../../domain/actions';
import { GROUNDS } from '../../domain/classification';
import type { ComplaintFile } from '../../domain/complaint-file';
import type { Actor } from '../../domain/people';
import type { Rules } from '../../domain/policy';
import { SATISFACTIONS } from '../../domain/words';
import { DEPUTY, HOUR, proof, STAFF } from '../support/files';

/** Everybody who may try something: the demo staff, and somebody with two hats. */
export const EVERYBODY: Actor[] = [...Object.values(STAFF), DEPUTY];

const pick = <T>(from: readonly T[], dice: number): T => from[dice % from.length]!;
/** A second throw out of the first, so that one number decides more than one thing. */
const again = (dice: number, times: number): number => Math.floor(dice / 7 ** times);

/** What staff may say of when something happened: nothing, the truth, nonsense. */
const toldTime = (file: ComplaintFile, at: number, dice: number): number =>
  pick([at, at - HOUR, at, at + 30_000, at + HOUR, file.receivedAt - HOUR], dice);

const proposalNo = (file: ComplaintFile, dice: number): number =>
  pick([file.proposals, file.proposals, file.proposals, 1, 99], dice);

export const grounds = (dice: number): ActionData['classify']['grounds'] =>
  dice % 3 === 0 ? [] : [pick(GROUNDS, dice), ...(dice % 5 === 0 ? [pick(GROUNDS, again(dice, 1))] : [])];

export const steps = (dice: number): ActionData['propose']['steps'] =>
  Array.from({ length: pick([1, 2, 3, 0], dice) }, (_, i) => ({
    person: pick(['handler-1', 'handler-2', 'supervisor-1', 'clerk-1'], again(dice, i)),
    workingDays: 1 + (again(dice, i) % 5),
    ref: `text-step-${i}`,
  }));

/** The rules of a complaint as the next edition, as the one that it has, or of another name. */
const otherRules = ({ rules }: ComplaintFile, dice: number): Rules =>
  pick([{ ...rules, edition: rules.edition + 1 }, rules, { ...rules, policy: 'another', edition: 99 }], dice);

/** What an action may bring with it, plausible or not: one number decides all. */
export const DATA: { [N in ActionName]: (file: ComplaintFile, at: number, dice: number) => ActionData[N] } = {
  record_contact: (file, at, dice) => ({
    channel: pick(['phone', 'email', 'letter'], dice),
    direction: pick(['outbound', 'inbound'], again(dice, 1)),
    reached: dice % 3 !== 0,
    with: pick(['complainant', 'agent'], dice),
    purpose: pick(['follow_up', 'first_contact', 'delay', 'other'], again(dice, 2)),
    occurredAt: dice % 2 ? undefined : toldTime(file, at, again(dice, 1)),
    ref: 'text-contact',
  }),
  fill_form: (_file, _at, dice) => ({ ref: 'text-form', repeatedBack: dice % 4 !== 0 }),
  classify: (_file, _at, dice) => ({
    nature: pick(['logistics', 'attitude'], dice),
    requestType: pick(['complaint', 'enquiry'], again(dice, 1)),
    grounds: grounds(dice),
    ref: 'text-reason',
  }),
  take_over: () => ({}),
  record_verification: (_file, _at, dice) => ({
    sources: ['order'],
    responsibility: pick(['ours', 'misunderstanding', 'third_party'], dice),
    concluded: dice % 3 !== 0,
    ref: 'text-findings',
  }),
  propose: (_file, _at, dice) => ({
    kinds: ['return', 'apology'],
    amountFen: dice,
    basis: ['policy'],
    steps: steps(dice),
    ref: 'text-proposal',
  }),
  tell_proposal: (file, _at, dice) => ({
    proposal: proposalNo(file, dice),
    channel: 'phone',
    apologised: dice % 4 !== 1,
    ref: 'text-told',
  }),
  record_answer: (file, at, dice) => ({
    proposal: proposalNo(file, dice),
    answer: pick(['accepted', 'refused'], again(dice, 1)),
    proof: proof(toldTime(file, at, again(dice, 2))),
  }),
  decide_proposal: (_file, _at, dice) => ({ decision: pick(['instruct', 'take_over'], dice), ref: 'text-decision' }),
  complete_step: (_file, _at, dice) => ({ step: pick([1, 2, 3, 9], dice), ref: 'text-done' }),
  delay_step: (_file, _at, dice) => ({
    step: pick([1, 2, 3, 9], dice),
    workingDays: 1 + (dice % 6),
    ref: 'text-delay',
  }),
  record_callback: (_file, _at, dice) =>
    dice % 4 === 0
      ? { answered: false, channel: 'phone' }
      : {
          answered: true,
          channel: 'phone',
          solved: dice % 3 !== 0,
          satisfaction: pick(SATISFACTIONS, again(dice, 1)),
          recording: 'text-recording',
        },
  decide_finally: () => ({ minutes: 'text-minutes' }),
  approve: () => ({}),
  reject: (_file, _at, dice) => ({
    ground: pick(['facts_unclear', 'other'], again(dice, 1)),
    backTo: pick(['verification', 'proposal', 'callback', 'remedy' as never], dice),
    ref: dice % 2 ? 'text-reason' : undefined,
  }),
  archive: () => ({}),
  withdraw: (file, at, dice) => ({ proof: proof(toldTime(file, at, dice)) }),
  recompute: (_file, _at, dice) => ({ edition: dice }),
  adopt_policy: (file, _at, dice) => ({ rules: otherRules(file, dice), ref: 'text-reason' }),
};
