import type { Event } from '../events';
import { refusedBreach } from './arising';

/**
 * What the record holds against somebody (RE-7): obligations that he let pass, by their ids, and what he tried and was refused,
 * by the action. Each with the breach that it is: one breach, one penalty.
 */
export function breachesOf(events: Event[], offender: string): Map<string, string> {
  const breaches = new Map<string, string>();
  let round = 1;
  for (const event of events) {
    if (event.type === 'round_opened') round += 1;
    if (event.type === 'missed' && event.by === offender) breaches.set(event.duty, `missed:${event.duty}`);
    if (event.type === 'refused' && event.by === offender)
      breaches.set(event.action, refusedBreach(event, round, offender));
  }
  return breaches;
}
