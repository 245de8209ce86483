import { levelOf, marksOf, priorityOf } from './classification';
import type { Ground } from './classification';
import type { ComplaintFile, Handled } from './complaint-file';
import type { Event } from './events';
import { blankFile } from './blank-file';
import { evolve } from './evolve';
import { priorityIn } from './policy';
import type { Rules } from './policy';
import { isHandler } from './people';
import { notForgotten, owes } from './duties';
import { arising, notOwed, telling } from './situation';
import { applies, entering, stageEnds } from './stages';
import { STAGES } from './words';
import type { Channel, Level, Mark, RequestType, Stage, SubjectKind, SubType } from './words';

/** What the record knows of a complaint at its birth. Instants in milliseconds, UTC. */
export type Birth = {
  number: string;
  receivedAt: number;
  team: string;
  /** Who registered it and answers for it until a handler has taken over (IN-14), or the owner of the case that it repeats. */
  owner: Handled;
  channel: Channel;
  requestType: RequestType;
  subType?: SubType;
  respondents: string[];
  respondentRoles?: Handled['role'][];
  subject?: SubjectKind;
  reachable?: boolean;
  /** What the registrar has seen at once; the classification confirms or corrects it (CL-2). */
  grounds?: Ground[];
  /** What intake has found out by itself: a repeat, a mass complaint, a key customer (IN-9, CL-4). */
  marks?: Mark[];
  /** The least level that these have earned it. */
  level?: Level;
  cluster?: string;
  known?: string[];
  /** The team has another handler for it than its registrar (CL-8). */
  handOver?: boolean;
  /** The customer was answered there and then, on the telephone or at the desk (IN-10). */
  answered?: boolean;
};

/**
 * The first turn of a complaint. The clock runs from receipt, workflow or not: so intake opens the first stage itself,
 * and the caller hears his times at once.
 */
export function openingEvents(rules: Rules, birth: Birth): Event[] {
  const file = blankFile(rules);
  const events: Event[] = [];
  const add = (...more: Event[]): void => {
    for (const event of more) evolve(file, event, birth.receivedAt);
    events.push(...more);
  };
  add(registered(rules, birth));
  add(...telling(file), ...(file.reachable ? [] : notOwed(file)));
  // A step that asks for nothing of this complaint (there is nobody to reach) is not begun with.
  const waitsFor = (stage: Stage): boolean => applies(file, stage) && !stageEnds(file, stage);
  const first = STAGES.find((stage) => stage !== 'hand_over' && waitsFor(stage)) ?? 'archive';
  const opening = [...entering(file, first, birth.receivedAt), ...arising(file)];
  add(...opening.filter((event) => !(birth.answered && event.type === 'owed' && event.kind === 'first_answer')));
  if (file.handOver) add(...owes(file, 'take_over', { from: birth.receivedAt }));
  // Not from the receipt: what was registered late begins with no breach for having lain about.
  add(...notForgotten(file));
  return events;
}

function registered(rules: Rules, birth: Birth): Extract<Event, { type: 'registered' }> {
  const { grounds = [], marks = [] } = birth;
  const keyed: Ground[] = marks.includes('key_customer') ? [...grounds, 'key_customer'] : grounds;
  return {
    type: 'registered',
    number: birth.number,
    policy: rules.policy,
    edition: rules.edition,
    receivedAt: birth.receivedAt,
    team: birth.team,
    owner: birth.owner,
    requestType: birth.requestType,
    subType: birth.subType,
    channel: birth.channel,
    respondents: birth.respondents,
    respondentRoles: birth.respondentRoles ?? [],
    subject: birth.subject ?? null,
    reachable: birth.reachable ?? true,
    level: lower(rules.topLevel, higher(birth.level ?? 1, levelOf(grounds))),
    floor: lower(rules.topLevel, birth.level ?? 1),
    priority: priorityIn(rules, priorityOf(keyed)),
    marks: [...new Set([...marks, ...marksOf(grounds)])],
    grounds,
    known: birth.known ?? [],
    cluster: birth.cluster ?? null,
    handOver: birth.handOver ?? !isHandler(birth.owner.role),
  };
}

const higher = (a: Level, b: Level): Level => (a > b ? a : b);
const lower = (a: ComplaintFile['level'], b: Level): Level => (a < b ? a : b);
