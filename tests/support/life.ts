import type { ActionData } from '../../domain/actions';
import type { Proof } from '../../domain/events';
import { ownerOf } from '../../domain/people';
import { TELLING_POINTS } from '../../domain/words';
import type { Stage } from '../../domain/words';
import { nextStep, STAFF_AT_HAND } from './crew';
import { CLERK, HANDLER, HOUR, SUPERVISOR } from './engine';
import type { Engine } from './engine';
import { anAction } from './files';

/** The customer's word with its proof, given now on the complaint's own clock. */
export const proofAt = (occurredAt: number): Proof => ({
  kind: 'call_recording',
  who: 'complainant',
  channel: 'phone',
  occurredAt,
  ref: 'text-proof',
});

/** What an ordinary complaint is offered. */
export const A_PROPOSAL: ActionData['propose'] = {
  kinds: ['exchange', 'apology'],
  amountFen: 0,
  basis: ['policy'],
  steps: [{ person: 'handler-1', workingDays: 2, ref: 'text-step' }],
  points: { solution: 'text-solution', standard: 'text-standard', promise: 'text-promise' },
  ref: 'text-proposal',
};

/** Each step of an ordinary complaint's life, done by the right person, one after the other. */
export const STEPS = {
  contact: (e: Engine, n: string) =>
    e.act(n, HANDLER, 'record_contact', {
      channel: 'phone',
      direction: 'outbound',
      reached: true,
      with: 'complainant',
      purpose: 'first_contact',
      ref: 'text-contact',
    }),
  form: (e: Engine, n: string) => e.act(n, HANDLER, 'fill_form', { ref: 'text-form', repeatedBack: true }),
  classify: (e: Engine, n: string) =>
    e.act(n, HANDLER, 'classify', {
      nature: 'product_quality',
      requestType: 'complaint',
      grounds: [],
      ref: 'text-reason',
    }),
  verify: (e: Engine, n: string) =>
    e.act(n, HANDLER, 'record_verification', {
      sources: ['order'],
      responsibility: 'ours',
      concluded: true,
      ref: 'text-findings',
    }),
  propose: (e: Engine, n: string) => e.act(n, HANDLER, 'propose', A_PROPOSAL),
  tell: (e: Engine, n: string, proposal = 1) =>
    e.act(n, HANDLER, 'tell_proposal', {
      proposal,
      channel: 'phone',
      apologised: true,
      covers: [...TELLING_POINTS],
      ref: 'text-told',
    }),
  accept: async (e: Engine, n: string, proposal = 1) =>
    e.act(n, HANDLER, 'record_answer', { proposal, answer: 'accepted', proof: proofAt(await e.now(n)) }),
  remedy: (e: Engine, n: string) => e.act(n, HANDLER, 'complete_step', { step: 1, ref: 'text-done' }),
  result: (e: Engine, n: string) =>
    e.act(n, HANDLER, 'tell_result', { results: ['exchange'], channel: 'phone', ref: 'text-result' }),
  satisfied: (e: Engine, n: string) =>
    e.act(n, HANDLER, 'record_callback', {
      answered: true,
      channel: 'phone',
      solved: true,
      satisfaction: 'satisfied',
      recording: 'text-recording',
    }),
  approve: (e: Engine, n: string) => e.act(n, SUPERVISOR, 'approve', {}),
  archive: (e: Engine, n: string) => e.act(n, CLERK, 'archive', {}),
} as const;

export type Step = keyof typeof STEPS;
export const STEP_NAMES = Object.keys(STEPS) as Step[];

/** Walks an ordinary complaint on, up to and including a step; before the callback a day passes. */
export async function walk(e: Engine, n: string, to: Step, from?: Step): Promise<void> {
  const first = from ? STEP_NAMES.indexOf(from) : 0;
  for (const step of STEP_NAMES.slice(first, STEP_NAMES.indexOf(to) + 1)) {
    if (step === 'satisfied') await e.forward(n, { by: 26 * HOUR });
    await STEPS[step](e, n);
  }
}

/** So many steps lead from anywhere to the archive. */
const STEPS_TO_THE_END = 60;

/** Brings a complaint to a stage or to its end, by whoever may do what comes next; before a callback a day passes. */
export async function bringTo(e: Engine, n: string, stage: Stage | 'closed'): Promise<void> {
  for (let steps = 0; steps < STEPS_TO_THE_END; steps += 1) {
    const { file } = await e.record(n);
    if (file.closed || file.stage === stage) return;
    // The result is told at once: after 16:00 its day would be over before the callback may be made.
    const untold = file.stage === 'callback' && file.duties.some(({ kind }) => kind === 'tell_result');
    if (untold) {
      const owner = STAFF_AT_HAND.find(({ id }) => id === ownerOf(file).id) ?? HANDLER;
      const { data } = anAction('tell_result', owner, await e.now(n), { channel: file.channel ?? 'phone' });
      await e.act(n, owner, 'tell_result', data);
    }
    if (file.stage === 'callback' && !file.answered) await e.forward(n, { by: 26 * HOUR });
    const now = await e.now(n);
    const { by, name, data } = nextStep((await e.record(n)).file, now, STAFF_AT_HAND);
    await e.act(n, by, name, anAction(name, by, now, data).data);
  }
  throw new Error(`${n} does not come to '${stage}'.`);
}
