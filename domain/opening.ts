import type { Event, Handled } from './complaint-file';
import { blankFile } from './evolve';
import type { Rules } from './policy';
import { entering } from './stages';
import { STAGES } from './words';
import type { Channel, RequestType } from './words';

/** What the record knows of a complaint at its birth. Instants in milliseconds, UTC. */
export type Birth = {
  number: string;
  receivedAt: number;
  team: string;
  owner: Handled;
  channel: Channel;
  requestType: RequestType;
  respondents: string[];
  /** Which fields of the intake are on record (IN-13). */
  known: string[];
};

/**
 * The first turn of a complaint. The clock runs from receipt, workflow or not: so intake opens the first stage itself,
 * and the caller hears his times at once.
 */
export function openingEvents(rules: Rules, birth: Birth): Event[] {
  const { number, receivedAt, team, owner, channel, requestType, respondents, known } = birth;
  const { policy, edition } = rules;
  const first = STAGES.find((stage) => rules.stages[stage]) ?? 'archive';
  return [
    {
      type: 'registered',
      number,
      policy,
      edition,
      receivedAt,
      team,
      owner,
      requestType,
      channel,
      respondents,
      known,
    },
    ...entering(blankFile(rules), first, receivedAt),
  ];
}
