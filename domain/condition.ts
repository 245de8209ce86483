import type { ComplaintFile } from './complaint-file';
import type { Channel, Fact, Level, Mark, Priority, RequestType, Role } from './words';

/** For which complaints something holds: every field that is given must fit; within a field, any of its words. */
export type Condition = {
  level?: Level[];
  priority?: Priority[];
  requestType?: RequestType[];
  channel?: Channel[];
  mark?: Mark[];
  /** Roles of the staff who are complained about. */
  respondent?: Role[];
  /** Facts on file. */
  fact?: Fact[];
  /** Whether there is a way to reach the customer. */
  reachable?: boolean;
  /** Whether it is the first round, in which the complaint arrived. */
  firstRound?: boolean;
  /** Whether it belongs to a mass complaint. */
  inCluster?: boolean;
};

/** What of a file the conditions of a policy look at. */
export type Situation = Pick<
  ComplaintFile,
  'level' | 'priority' | 'requestType' | 'channel' | 'marks' | 'lacking' | 'facts' | 'reachable' | 'round' | 'cluster'
>;

const some = <W>(wanted: readonly W[] | undefined, given: readonly W[]): boolean =>
  wanted === undefined || wanted.some((word) => given.includes(word));

/** Whether a condition holds for a complaint as it stands. */
export function holds(condition: Condition, situation: Situation): boolean {
  const { level, priority, requestType, channel, marks, lacking, facts, reachable, round, cluster } = situation;
  return (
    some(condition.level, [level]) &&
    some(condition.priority, [priority]) &&
    some(condition.requestType, [requestType]) &&
    some(condition.channel, channel ? [channel] : []) &&
    some(condition.mark, marks) &&
    some(condition.respondent, lacking) &&
    some(condition.fact, facts) &&
    (condition.reachable === undefined || condition.reachable === reachable) &&
    (condition.firstRound === undefined || condition.firstRound === (round === 1)) &&
    (condition.inCluster === undefined || condition.inCluster === (cluster !== null))
  );
}

/** Whether any of some conditions holds; no list means always. */
export const anyHolds = (conditions: readonly Condition[] | undefined, situation: Situation): boolean =>
  conditions === undefined || conditions.some((condition) => holds(condition, situation));
