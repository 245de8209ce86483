import type { z } from 'zod';
import type { Information } from '../../db/queries/information';
import type { complaintWithIntake, peopleOf, ReadTurn } from '../../db/queries/reading';
import { openDuties } from '../../domain/clock';
import type { ComplaintFile, Duty } from '../../domain/complaint-file';
import type { SubType } from '../../domain/words';
import { answerOf } from '../../domain/recorded';
import {
  DUTY_ZH,
  FACT_ZH,
  LEVEL_ZH,
  MARK_ZH,
  natureZh,
  OUTCOME_ZH,
  PRIORITY_ZH,
  REQUEST_TYPE_ZH,
  satisfactionZh,
  STAGE_ZH,
} from '../../templates/words-zh';
import { maskedAddress, maskedName } from '../masking';
import type { complaintSchema, dutySchema, intakeSchema, notOwedSchema, personSchema } from '../schemas/complaint';
import { scoreView } from '../schemas/satisfaction';
import { OF_PROPOSALS, proposalsView } from './proposals';
import { informationView } from './questions';

type Found = NonNullable<Awaited<ReturnType<typeof complaintWithIntake>>>;
type Sources = {
  found: Found;
  people: Awaited<ReturnType<typeof peopleOf>>;
  names: Map<string, string>;
  turns: ReadTurn[];
  texts: Map<string, string>;
  information: Information[];
  /** Until when the owner is away, and who stands in for him; if he is. */
  away: { until: Date; deputy: string } | undefined;
};

/** The events that the picture needs beside the file. */
export const OF_PICTURE = [...OF_PROPOSALS, 'registered', 'classified', 'request_changed'] as const;

/** The picture of a complaint; `names` by staff id, `texts` by their ids. */
export function complaintView({
  found,
  people,
  names,
  turns,
  texts,
  information,
  away,
}: Sources): z.output<typeof complaintSchema> {
  const { complaint, intake } = found;
  const { file } = complaint;
  const answer = answerOf(file);
  return {
    ...answer,
    policy: `${complaint.policy}@${complaint.edition}`,
    requestType: complaint.requestType,
    subType: subTypeIn(turns),
    nature: complaint.nature,
    team: complaint.team,
    channel: complaint.channel,
    receivedAt: complaint.receivedAt.toISOString(),
    registeredBy: complaint.registeredBy,
    closedAt: complaint.closedAt?.toISOString() ?? null,
    ownerName: names.get(answer.owner) ?? null,
    ownerAway: away ? { until: away.until.toISOString(), deputy: away.deputy } : null,
    respondents: file.respondents,
    facts: file.facts,
    satisfaction: file.satisfaction,
    satisfactionScore: scoreView(file.satisfaction, file.rules.scale),
    people: people.map(personView),
    intake: intakeView(intake),
    ...standingView(file),
    information: information.map(informationView),
    proposal: (file.proposal && proposalsView(turns, texts).at(-1)) ?? null,
    duties: openDuties(file).map(dutyView),
    zh: wordsOf(complaint),
  };
}

/** The sub-type that was named last; naming another request type without one leaves none (IN-7). */
function subTypeIn(turns: ReadTurn[]): SubType | null {
  const named = turns.flatMap(({ events }) =>
    events.flatMap((event) => ('requestType' in event ? [event.subType] : [])),
  );
  return named.at(-1) ?? null;
}

function standingView(file: ComplaintFile) {
  const { floor, marks, cluster, subject, reachable, handOver, tasks, lead, accounts, waiting, extension, tries } =
    file;
  return {
    floor,
    marks,
    cluster,
    subjectKind: subject,
    reachable,
    notOwed: notOwedView(file),
    handOver,
    tasks: tasks.map(({ no, department, person = null, state }) => ({ no, department, person, state })),
    lead: lead && { department: lead.department, person: lead.person ?? null },
    accounts: accounts.map(({ no, of, state, urged }) => ({ no, of, state, urged })),
    waiting: waiting && { since: new Date(waiting.since).toISOString() },
    extension,
    tries,
  };
}

const NOBODY_TO_REACH = '客户匿名且未留联系方式，无法联系，故不承担；客户补留联系方式后即恢复。';

/** What is not owed, and why (IN-2, HA-1). */
export const notOwedView = ({ notOwed }: ComplaintFile): z.output<typeof notOwedSchema>[] =>
  notOwed.map((kind) => ({ kind, kindZh: DUTY_ZH[kind], reason: NOBODY_TO_REACH }));

function dutyView(duty: Duty): z.output<typeof dutySchema> {
  const { id, kind, of, step = null, task = null, account = null, department = null, person = null } = duty;
  const dueAt = duty.dueAt === undefined ? null : new Date(duty.dueAt).toISOString();
  const overdue = duty.missed ?? false;
  return { id, kind, kindZh: DUTY_ZH[kind], of, step, task, account, department, person, dueAt, overdue };
}

function wordsOf({ file, stage, level, priority, requestType, nature, outcome }: Found['complaint']) {
  return {
    stage: file.closed ? '已归档' : stage ? STAGE_ZH[stage] : '受理',
    level: LEVEL_ZH[level],
    priority: PRIORITY_ZH[priority],
    requestType: REQUEST_TYPE_ZH[requestType],
    nature: nature ? natureZh(nature, file.rules) : '未分类',
    marks: file.marks.map((mark) => MARK_ZH[mark]).join('、'),
    satisfaction: file.satisfaction ? satisfactionZh(file.satisfaction, file.rules) : '尚未评价',
    outcome: outcome ? OUTCOME_ZH[outcome] : '处理中',
    facts: file.facts.map((fact) => FACT_ZH[fact]).join('、'),
  };
}

function personView(person: Sources['people'][number]): z.output<typeof personSchema> {
  const contacts = person.contacts.map(({ channel, address }) => ({
    channel,
    address: maskedAddress(channel, address),
  }));
  return { ...fullPersonView(person), name: maskedName(person.name), contacts };
}

/** Complainant or agent in full: for those who have to speak to them, and put on record that they looked. */
export function fullPersonView(person: Sources['people'][number]): z.output<typeof personSchema> {
  const { role, kind, anonymous, name, contacts, preferredChannel, customerNo, tier, tags } = person;
  return { role, kind, anonymous, name, contacts, preferredChannel, customerNo, tier, tags };
}

function intakeView(intake: Found['intake']): z.output<typeof intakeSchema> {
  const { complaint: _number, recordedAt: _recordedAt, occurredAt, ...details } = intake;
  return { ...details, occurredAt: occurredAt?.toISOString() ?? null };
}
