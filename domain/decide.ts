import { adoptPolicy } from './action-rules/adopting';
import * as agreeing from './action-rules/agreeing';
import * as closing from './action-rules/closing';
import * as handling from './action-rules/handling';
import type { ActionRule, Case } from './action-rules/rule';
import { recompute } from './action-rules/system';
import type { Action, ActionData, ActionName } from './actions';
import type { ComplaintFile, Event } from './complaint-file';
import { mayNot } from './people';
import type { Actor } from './people';
import type { Refusal } from './refusals';

/** Every action of the procedure: where, by whom, what it puts on file. */
export const ACTION_RULES: { [N in ActionName]: ActionRule<N> } = {
  record_contact: handling.recordContact,
  fill_form: handling.fillForm,
  classify: handling.classify,
  take_over: handling.takeOver,
  record_verification: handling.recordVerification,
  propose: agreeing.propose,
  tell_proposal: agreeing.tellProposal,
  record_answer: agreeing.recordAnswer,
  decide_proposal: agreeing.decideProposal,
  complete_step: agreeing.completeStep,
  delay_step: agreeing.delayStep,
  record_callback: closing.recordCallback,
  decide_finally: closing.decideFinally,
  approve: closing.approve,
  reject: closing.reject,
  archive: closing.archive,
  withdraw: closing.withdraw,
  recompute,
  adopt_policy: adoptPolicy,
};

export const ACTION_NAMES = Object.keys(ACTION_RULES) as ActionName[];

/** What an action would put on file, or why it may not be done now. Pure: asked by the API, by the validator, and at its turn, which alone counts. */
export type Verdict = { events: Event[] } | { refused: Refusal };

export function decide<N extends ActionName>(file: ComplaintFile, name: N, action: Action<N>, at: number): Verdict {
  const rule: ActionRule<N> = ACTION_RULES[name];
  const given: Case<N> = { file, data: action.data, by: action.by, at };
  const refused =
    (action.expects !== undefined && action.expects !== file.seq
      ? ({ code: 'seen_outdated', seq: file.seq } as const)
      : null) ?? against(name, given);
  return refused ? { refused } : { events: rule.events(given) };
}

/**
 * Whether an action stands open to somebody, whatever he is going to say with it: null, or why not. Asked with what serves
 * him best, such as a step that is still to be done. `at` in ms, UTC.
 */
export function availability(file: ComplaintFile, name: ActionName, by: Actor, at: number): Refusal | null {
  const undone = (file.proposal?.steps ?? []).flatMap(({ no, done }) => (done ? [] : [no]));
  const backTo = (['verification', 'proposal', 'callback'] as const).find((stage) => file.rules.stages[stage]);
  const rules = { ...file.rules, edition: file.rules.edition + 1 };
  const best = { proposal: file.proposal?.no ?? 1, apologised: true, proof: { occurredAt: at }, backTo, rules };
  const refusals = (undone.length > 0 ? undone : [1]).map((step) =>
    against(name, { file, data: { ...best, step } as unknown as ActionData[ActionName], by, at }),
  );
  return refusals.includes(null) ? null : (refusals[0] ?? null);
}

/** What stands against an action: place, person, and what it says. */
function against<N extends ActionName>(name: N, given: Case<N>): Refusal | null {
  const rule: ActionRule<N> = ACTION_RULES[name];
  return notNow(given.file, name) ?? notBy(rule, given) ?? rule.refuses?.(given) ?? null;
}

/** Why an action is out of place where the complaint stands, or null. */
export function notNow(file: ComplaintFile, name: ActionName): Refusal | null {
  const { stages } = ACTION_RULES[name];
  if (file.closed) return { code: 'closed' };
  if (stages === 'open' || (file.stage && stages.includes(file.stage))) return null;
  if (file.outcome === 'withdrawn') return { code: 'withdrawn' };
  return { code: 'not_in_stage', stage: file.stage, allowed: [...stages] };
}

function notBy<N extends ActionName>(rule: ActionRule<N>, given: Case<N>): Refusal | null {
  if (given.file.respondents.includes(given.by.id)) return { code: 'complained_about' };
  return typeof rule.by === 'function' ? rule.by(given) : mayNot(given.file, rule.by, given.by);
}
