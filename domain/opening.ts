import type { Event, Handled } from './complaint-file';
import { blankFile } from './evolve';
import type { Rules } from './policy';
import { entering } from './stages';
import { STAGES } from './words';
import type { Channel, Level, Mark, RequestType } from './words';

/** What the record knows of a complaint at its birth. Instants in milliseconds, UTC. */
export type Birth = {
  number: string;
  receivedAt: number;
  team: string;
  owner: Handled;
  channel: Channel;
  requestType: RequestType;
  respondents: string[];
  /** What is known of it before anybody has classified it: a repeat (IN-9) or part of a mass complaint (CL-4), and how high that is at least. */
  marks?: Mark[];
  level?: Level;
  cluster?: string | null;
  /** Who registered it only answers for it until a handler of its team has taken over (IN-14). */
  handOver?: boolean;
};

/**
 * The first turn of a complaint. The clock runs from receipt, workflow or not: so intake opens the first stage itself,
 * and the caller hears his times at once.
 */
export function openingEvents(rules: Rules, birth: Birth): Event[] {
  const { number, receivedAt, team, owner, channel, requestType, respondents } = birth;
  const { marks = [], level = 1, cluster = null, handOver = false } = birth;
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
      level,
      marks,
      cluster,
      handOver,
    },
    ...entering(blankFile(rules), first, receivedAt),
  ];
}
