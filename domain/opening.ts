import { callPromised } from './action-rules/promised-call';
import { contacted } from './action-rules/talking';
import { registrarHandsOver } from './assignment';
import { levelOf, marksOf, priorityOf } from './classification';
import type { Ground } from './classification';
import type { ComplaintFile, Handled } from './complaint-file';
import type { Event } from './events';
import { blankFile } from './blank-file';
import { evolve } from './evolve';
import { handlingFor, priorityIn } from './policy';
import type { Rules } from './policy';
import { asksForAnotherHandler, isHandler } from './people';
import { notForgotten, owes } from './duties';
import { arising, notOwed, telling } from './situation';
import { applies, entering, leaving, stageEnds } from './stages';
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
  lacking?: Handled['role'][];
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
  /** Where the registrar works: he keeps only what is his to handle there (IN-14, CL-8). */
  ownTeam?: string;
  /** The customer was answered there and then, on the telephone or at the desk (IN-10). */
  answered?: boolean;
  /** By when he was told that he will be called back, and when that was said (IN-12). */
  callBack?: { at: number; until: number };
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
  const born = registered(rules, birth);
  // HA-2, CL-5: what is plain from the beginning is handed on from the beginning.
  add(asksForAnotherHandler(folded(rules, born)) ? { ...born, handOver: true } : born);
  // Who was answered there and then is owed no first answer, now or later.
  const answered = (event: Event): boolean =>
    birth.answered === true && (event.type === 'owed' || event.type === 'not_owed') && event.kind === 'first_answer';
  add(...telling(file), ...(file.reachable ? [] : notOwed(file).filter((event) => !answered(event))));
  // A step that asks for nothing of this complaint (there is nobody to reach) is not begun with.
  const waitsFor = (stage: Stage): boolean => applies(file, stage) && !stageEnds(file, stage);
  const first = STAGES.find((stage) => stage !== 'hand_over' && waitsFor(stage)) ?? 'archive';
  const opening = [...entering(file, first, birth.receivedAt), ...arising(file)];
  add(...opening.filter((event) => !answered(event)));
  // Whose it is besides is known since it was registered.
  if (file.handOver) add(...owes(file, 'take_over', born.firstAsked ? { from: birth.receivedAt } : {}));
  if (birth.answered) add(...contacted(file, answeredBy(birth.channel), birth.receivedAt));
  // That may have been all that the first step asks for.
  const next = STAGES.find((stage) => stage !== first && (stage === 'hand_over' ? file.handOver : waitsFor(stage)));
  if (stageEnds(file, first) && next) add(...leaving(file, first), ...entering(file, next, birth.receivedAt));
  if (birth.callBack) add(...callPromised(file, birth.callBack));
  // Not from the receipt: what was registered late begins with no breach for having lain about.
  add(...notForgotten(file));
  return events;
}

/** The talk in which he was answered, as the log has it (HA-13). */
const answeredBy = (channel: Channel) =>
  ({ channel, direction: 'inbound', reached: true, with: 'complainant', purpose: 'first_contact' }) as const;

/** The file of a complaint that is only registered. */
function folded(rules: Rules, born: Registered): ComplaintFile {
  const file = blankFile(rules);
  evolve(file, born, born.receivedAt);
  return file;
}

type Registered = Extract<Event, { type: 'registered' }>;

function registered(rules: Rules, birth: Birth): Registered {
  const { grounds = [], marks = [] } = birth;
  const keyed: Ground[] = marks.includes('key_customer') ? [...grounds, 'key_customer'] : grounds;
  const event: Omit<Registered, 'handOver' | 'firstAsked'> = {
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
    lacking: birth.lacking ?? [],
    subject: birth.subject ?? null,
    reachable: birth.reachable ?? true,
    level: lower(rules.topLevel, higher(birth.level ?? 1, levelOf(grounds))),
    floor: lower(rules.topLevel, birth.level ?? 1),
    priority: priorityIn(rules, priorityOf(keyed)),
    marks: [...new Set([...marks, ...marksOf(grounds)])],
    grounds,
    known: birth.known ?? [],
    cluster: birth.cluster ?? null,
  };
  const asked = birth.handOver ?? handsOver(rules, birth, event);
  return { ...event, handOver: asked, ...(asked ? { firstAsked: true } : {}) };
}

/** Whether who registers it only answers for it until a handler of its team has taken over (IN-14, CL-8). */
function handsOver(
  rules: Rules,
  { owner, ownTeam, team }: Birth,
  event: Omit<Registered, 'handOver' | 'firstAsked'>,
): boolean {
  if (ownTeam === undefined) return !isHandler(owner.role);
  return registrarHandsOver(handlingFor(rules, { ...event, facts: [], round: 1 }).handlers, owner.role, ownTeam, team);
}

const higher = (a: Level, b: Level): Level => (a > b ? a : b);
const lower = (a: ComplaintFile['level'], b: Level): Level => (a < b ? a : b);
