import type { Trigger } from '@temporalio/workflow';
import { REPEATABLE } from '../domain/action-rules/closing';
import type { Action } from '../domain/actions';
import { REJECTION_GROUNDS } from '../domain/words';
import type { RejectionGround } from '../domain/words';
import type { Recorded } from '../domain/recorded';
import { moved } from './failures';
import type { AnyAction } from './matter';

/** An action of somebody who waits for the answer: a Temporal update. Its key is the update's id. */
export type ActionLetter = { name: string; action: AnyAction; key: string; reply: Trigger<Recorded<unknown>> };

/** Something dropped in by a signal, from whoever: nobody waits, nobody is named, nothing is known of its shape. */
export type SignalLetter = { signal: string; payload: unknown; key: string };

export type Letter = ActionLetter | SignalLetter;

export const isSignal = (letter: Letter): letter is SignalLetter => 'signal' in letter;

/** What an approval signal may say, or null if it is malformed. No library in the sandbox: looked at by hand. */
export function readApproval({ signal, payload }: SignalLetter): { code: string; data: Action['data'] } | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const { code, ground, backTo = 'verification' } = payload as Record<string, unknown>;
  if (typeof code !== 'string' || code.length > 40) return null;
  if (signal === 'approve') return { code, data: {} };
  if (!REJECTION_GROUNDS.includes(ground as RejectionGround)) return null;
  const repeated = REPEATABLE.find((stage) => stage === backTo);
  return repeated ? { code, data: { ground: ground as RejectionGround, backTo: repeated } } : null;
}

/** A name that anybody could have invented, fit to stand in the record. */
export const printable = (name: unknown): string =>
  String(name)
    .replace(/[^\w.-]/g, '?')
    .slice(0, 40);

/**
 * The instant at which something counts as done: when the API had it in hand, where that is credible; else now (a signal,
 * a fast-forwarded clock). Nobody pays for a slow worker, and nobody turns the clock back.
 */
export function timeOf(file: { lastAt: number }, receivedAt: number | undefined, now: number): number {
  const credible = receivedAt !== undefined && Math.abs(now - receivedAt) < 60_000;
  return Math.max(credible ? Math.min(receivedAt, now) : now, file.lastAt);
}

/** Settles with everybody who waits by what the record holds for him; gives back the signals that it knows nothing of. */
export function answerFromRecord(letters: Letter[], answered: Record<string, Recorded<unknown>>): SignalLetter[] {
  const unknown: SignalLetter[] = [];
  for (const letter of letters) {
    const answer = answered[letter.key];
    if (isSignal(letter)) unknown.push(...(answer ? [] : [letter]));
    else if (answer) letter.reply.resolve(answer);
    else letter.reply.reject(moved());
  }
  return unknown;
}
