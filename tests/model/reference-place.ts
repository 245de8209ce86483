import { NATURES } from '../../domain/words';
import type { Level, Mark, Priority, Role } from '../../domain/words';
import type { Case, Person } from './reference-case';
import { newSituation } from './reference-course';
import {
  aboveItsLevel,
  as,
  belongsElsewhere,
  fits,
  handlers,
  isOneOf,
  isSuperior,
  owns,
  roleAmong,
  superiors,
} from './reference-people';
import { rank } from './reference-ranks';
import { HANDLING, nobodyOnTheStaff } from './reference-telling';
import type { Tellings } from './reference-telling';
import { foreign, makesLess } from './reference-talk';

/** The procedure told a second time. This file: who answers for it, how high and how fast (CL-1 to CL-5, HA-2). */
const URGENT = ['core_business', 'core_rights', 'safety', 'system_fault', 'public_opinion'];
const IMPORTANT = ['use_impaired', 'many_concerned', 'key_customer'];
const HIGH = [
  'regulator_12315',
  'franchisees_mass_on_new_product',
  'department_inaction',
  'harms_company',
  'harms_franchisee_business',
];
const MIDDLE = ['emotional', 'beyond_handler', 'repeat', 'shop_attitude', 'desk_service', 'policy_resented'];

/** CL-3: only 002, and the policy that has everything, know levels above the first. */
const highest = (c: Case): Level => (c.under('standard', 'retail-franchise') ? 3 : 1);
const atMost = (c: Case, level: Level): Level => (level < highest(c) ? level : highest(c));

function levelBy(grounds: readonly string[]): Level {
  if (grounds.some((ground) => HIGH.includes(ground))) return 3;
  return grounds.some((ground) => MIDDLE.includes(ground)) ? 2 : 1;
}

const URGENCY: Priority[] = ['urgent', 'important', 'normal'];
const prioritiesOf = (c: Case): Priority[] => {
  if (c.under('online-service', 'retail-franchise')) return ['normal'];
  return c.under('case-analysis') ? ['urgent', 'normal'] : URGENCY;
};

/** CL-2: 001 knows three priorities, 003 two, of which the lower covers both; 000 and 002 know none, 004 has three by choice. */
function priorityBy(c: Case, given: readonly string[]): Priority {
  const grounds = c.marks.has('key_customer') ? [...given, 'key_customer'] : given;
  const urgent = grounds.some((ground) => URGENT.includes(ground));
  const important = grounds.some((ground) => IMPORTANT.includes(ground));
  if (c.under('online-service', 'retail-franchise')) return 'normal';
  if (urgent) return 'urgent';
  return important && !c.under('case-analysis') ? 'important' : 'normal';
}

/** What grounds say beyond how high and how fast. */
function markBy(c: Case, grounds: readonly string[]): void {
  const marks: Record<string, Mark> = {
    repeat: 'repeat',
    franchisees_mass_on_new_product: 'mass',
    safety: 'safety',
    regulator_12315: 'authority',
    key_customer: 'key_customer',
  };
  for (const ground of grounds) if (marks[ground]) c.marks.add(marks[ground]);
}

/** What is known when it comes in. Who registered it answers for it, and keeps it unless the team has another handler (IN-14). */
export function registered(c: Case): void {
  const { grounds = [], level = 1, handOver, owner } = c.birth;
  c.floor = atMost(c, level);
  c.level = atMost(c, Math.max(level, levelBy(grounds)) as Level);
  c.priority = priorityBy(c, grounds);
  markBy(c, grounds);
  c.othersTurn = handOver ?? rank(owner.role) === 0;
  c.firstAsked = c.othersTurn;
  // HA-2, CL-5: what is plain from the beginning is handed on from the beginning.
  if (belongsElsewhere(c)) c.othersTurn = true;
}

/** CL-3: what the grounds say, and never below what it has earned. */
const levelFor = (c: Case, grounds: readonly string[]): Level =>
  atMost(c, Math.max(levelBy(grounds), c.floor) as Level);

/** A new owner. If it is his to handle, nobody is waited for any more. */
export function handTo(c: Case, owner: Person): void {
  c.owner = owner;
  c.owners.push(owner);
  c.firstAsked = false;
  c.hand(owner);
  c.othersTurn = belongsElsewhere(c);
  // HA-18: what he who was complained about was to do himself is to be done by the new one.
  for (const respondent of c.respondents) passOn(c, respondent, owner.id, null);
  if (c.othersTurn) return;
  c.takenOver = true;
  c.done('take_over');
}

/** What names somebody names another; a task only him who works for its department. */
export function passOn(c: Case, from: string, to: string, department: string | null): void {
  if (from === to) return;
  const his = (of: string | null): string | undefined => (of === department ? to : undefined);
  for (const step of c.proposal?.steps ?? []) if (step.person === from && !step.done) step.person = to;
  for (const task of c.tasks)
    if (task.person === from && task.state !== 'cancelled') task.person = his(task.department);
  if (c.leadPerson === from) c.leadPerson = his(c.lead);
}

/** HA-2: it now belongs to somebody else. */
export function callFor(c: Case): void {
  if (!belongsElsewhere(c)) return;
  c.othersTurn = true;
  c.takenOver = false;
}

function raise(c: Case, level: Level): void {
  c.level = c.floor = level;
  callFor(c);
}

/** Whether whoever has the first of the two may have this one as well, as high as it then stands. */
function goesToTheFirst(c: Case, { level, owner }: { level: Level; owner?: { id: string; role: Role } }): boolean {
  if (!owner || owner.id === c.owner.id || c.isRespondent(owner.id)) return false;
  const now = c.level;
  if (atMost(c, level) > c.level) c.level = atMost(c, level);
  const may = fits(c, owner.role);
  c.level = now;
  return may;
}

export const PLACE: Tellings<
  | 'classify'
  | 'take_over'
  | 'raise_level'
  | 'lower_level'
  | 'change_priority'
  | 'mark_typical'
  | 'reassign'
  | 'join_cluster'
  | 'mark_repeat'
  | 'unmark_repeat'
> = {
  // CL-1 to CL-3: once for a complaint. 000 classifies by what was verified, the others before.
  classify: {
    where: ['first_contact', 'classification', 'verification'],
    whose: owns,
    against: (c, data) => {
      const over = c.under('online-service') ? c.round > 1 : c.gone.has('classification') || c.stage === 'verification';
      const slower = URGENCY.indexOf(priorityBy(c, data.grounds)) > URGENCY.indexOf(c.priority);
      const lowers = levelFor(c, data.grounds) < c.level || slower;
      const unknown = !(NATURES as readonly string[]).includes(data.nature);
      // 000 四(二): first what is true, then what it is.
      const unverified = c.under('online-service') && !c.verified;
      return [
        over && 'step',
        unverified && 'data',
        (lowers || unknown || makesLess(c, data.requestType)) && 'data',
        foreign(data),
      ];
    },
    does: (c, { nature, requestType, grounds }, at) =>
      newSituation(c, at, () => {
        Object.assign(c, { nature, requestType, classified: true });
        c.level = levelFor(c, grounds);
        c.priority = priorityBy(c, grounds);
        markBy(c, grounds);
        callFor(c);
      }),
  },
  take_over: {
    where: 'anywhere',
    whose: (c, by) => isOneOf(c, by, handlers(c)),
    against: (c, _data, _at, by) => [
      !c.othersTurn && 'data',
      owns(c, by) && c.owner.role === roleAmong(c, by, handlers(c)) && 'person',
    ],
    does: (c, _data, _at, by) => handTo(c, as(c, by, handlers(c))),
  },
  // CL-3: raised by hand by the owner or above him; lowered only by the level above.
  raise_level: {
    where: HANDLING,
    whose: (c, by) => owns(c, by) || isSuperior(c, by),
    against: (c, { level }) => [(level <= c.level || level > highest(c)) && 'data'],
    does: (c, { level }, at, by) => {
      // CO-5: who raises somebody else's case has decided in it.
      if (!owns(c, by)) c.hand(as(c, by, superiors(c)));
      newSituation(c, at, () => raise(c, level));
    },
  },
  lower_level: {
    where: HANDLING,
    // Nobody lowers his own case. A repeat stays at level 2 at least and where the earlier one stands, and who is one of many
    // where all of them stand.
    whose: (c, by) => isOneOf(c, by, aboveItsLevel(c)) && !owns(c, by),
    against: (c, { level, earlier }) => [
      level >= c.level && 'data',
      (c.marks.has('repeat') || earlier !== undefined) && level < 2 && 'data',
      earlier !== undefined && level < earlier && 'data',
      c.cluster !== null && level < 3 && 'data',
    ],
    does: (c, { level }, at, by) => {
      c.hand(as(c, by, aboveItsLevel(c)));
      const called = c.othersTurn;
      newSituation(c, at, () => (c.level = c.floor = level));
      c.othersTurn = belongsElsewhere(c) || c.firstAsked;
      // Who was to take over need not any more.
      if (c.othersTurn || !called) return;
      c.takenOver = true;
      c.drop('take_over');
    },
  },
  // CL-2: made more urgent by the owner or above him; less urgent only by the level above.
  change_priority: {
    where: HANDLING,
    whose: (c, by, { priority }) => {
      const less = URGENCY.indexOf(priority) > URGENCY.indexOf(c.priority);
      return less ? isOneOf(c, by, aboveItsLevel(c)) && !owns(c, by) : owns(c, by) || isSuperior(c, by);
    },
    against: (c, { priority }) => [(priority === c.priority || !prioritiesOf(c).includes(priority)) && 'data'],
    does: (c, { priority }, at, by) => {
      const less = URGENCY.indexOf(priority) > URGENCY.indexOf(c.priority);
      const elsewhere = belongsElsewhere(c);
      const called = c.othersTurn;
      // CO-5: who says so of somebody else's case has decided in it, whichever way.
      if (less) c.hand(as(c, by, aboveItsLevel(c)));
      else if (!owns(c, by)) c.hand(as(c, by, superiors(c)));
      newSituation(c, at, () => {
        c.priority = priority;
        if (elsewhere && !belongsElsewhere(c)) c.othersTurn = c.firstAsked;
        callFor(c);
      });
      if (!less || !called || c.firstAsked || belongsElsewhere(c)) return;
      c.takenOver = true;
      c.othersTurn = false;
      c.drop('take_over');
    },
  },
  mark_typical: {
    where: 'anywhere',
    whose: (c, by) => owns(c, by) || isSuperior(c, by),
    against: (c) => [c.marks.has('typical') && 'data'],
    does: (c, _data, at) => newSituation(c, at, () => void c.marks.add('typical')),
  },
  // IN-14: by the level above, or by the product where one owner is to have two cases.
  reassign: {
    where: 'anywhere',
    whose: (c, by) => isSuperior(c, by) || by.id === 'system',
    against: (c, { to }) => [(to.id === c.owner.id || c.isRespondent(to.id) || !fits(c, to.role)) && 'person'],
    does: (c, { to, lacking }) => {
      c.team = to.team;
      if (lacking) c.lacking = [...lacking];
      handTo(c, { id: to.id, role: to.role });
    },
  },
  // IN-9: it repeats another one, stands as high at least, and is his who has that one, if it may be; or it does not, and nobody
  // lowers it for that.
  mark_repeat: {
    where: HANDLING,
    whose: nobodyOnTheStaff('system'),
    against: (c, data) => [
      c.marks.has('repeat') && atMost(c, data.level) <= c.level && !goesToTheFirst(c, data) && 'data',
    ],
    does: (c, data, at) =>
      newSituation(c, at, () => {
        const { level, owner } = data;
        if (owner && goesToTheFirst(c, data)) {
          c.team = owner.team;
          handTo(c, { id: owner.id, role: owner.role });
        }
        c.marks.add('repeat');
        if (atMost(c, level) > c.level) raise(c, atMost(c, level));
      }),
  },
  unmark_repeat: {
    where: 'anywhere',
    whose: nobodyOnTheStaff('system'),
    against: (c) => [!c.marks.has('repeat') && 'data'],
    does: (c, _data, at) => newSituation(c, at, () => c.marks.delete('repeat')),
  },
  // CL-4: a mass complaint raises its members.
  join_cluster: {
    where: HANDLING,
    whose: nobodyOnTheStaff('system'),
    against: (c, { cluster }) => [c.cluster === cluster && 'data'],
    does: (c, { cluster, level }, at) =>
      newSituation(c, at, () => {
        c.cluster = cluster;
        c.marks.add('mass');
        if (atMost(c, level) > c.level) raise(c, atMost(c, level));
      }),
  },
};
