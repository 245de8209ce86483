import type { ImprovementFile } from '../domain/improvement/file';
import { SYSTEM } from '../domain/people';
import { ActionRefused } from './gateway';
import type { Gateway } from './gateway';

/** Who is complained about now, and how much of the improvement's record was read with it. */
type ToTell = Pick<ImprovementFile, 'id' | 'seq' | 'respondents'>;

/**
 * Tells an improvement who is complained about in its complaint now (HA-18). Once for each state of its record, whoever tells it;
 * one that has heard of it meanwhile, or has ended, needs no telling.
 */
export async function tellRespondents(
  gateway: Pick<Gateway, 'act'>,
  { id, seq, respondents }: ToTell,
  receivedAt?: number,
): Promise<void> {
  const action = { by: SYSTEM, data: { respondents }, receivedAt, seen: seq };
  try {
    await gateway.act({ number: id, name: 'follow_respondents', key: `respondents:${id}:${seq}`, action });
  } catch (error) {
    if (!(error instanceof ActionRefused)) throw error;
  }
}
