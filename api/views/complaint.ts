import type { z } from 'zod';
import type { Information } from '../../db/queries/information';
import type { complaintWithIntake, peopleOf, turnsWith } from '../../db/queries/reading';
import { openDuties } from '../../domain/clock';
import type { Duty, Event } from '../../domain/complaint-file';
import { answerOf } from '../../domain/recorded';
import {
  DUTY_ZH,
  FACT_ZH,
  LEVEL_ZH,
  NATURE_ZH,
  OUTCOME_ZH,
  PRIORITY_ZH,
  REQUEST_TYPE_ZH,
  STAGE_ZH,
} from '../../templates/words-zh';
import { maskedAddress, maskedName } from '../masking';
import { informationView } from './questions';
import type { complaintSchema, dutySchema, intakeSchema, personSchema, proposalSchema } from '../schemas/complaint';

type Found = NonNullable<Awaited<ReturnType<typeof complaintWithIntake>>>;
type Turns = Awaited<ReturnType<typeof turnsWith>>;
type Sources = {
  found: Found;
  people: Awaited<ReturnType<typeof peopleOf>>;
  names: Map<string, string>;
  proposed: Proposed | undefined;
  texts: Map<string, string>;
  information: Information[];
};
/** The event by which a proposal was put on file. */
export type Proposed = Extract<Event, { type: 'proposed' }>;

/** What was proposed last. */
export const lastProposed = (turns: Turns): Proposed | undefined =>
  turns.flatMap(({ events }) => events.filter((event): event is Proposed => event.type === 'proposed')).at(-1);

/** The picture of a complaint; `names` by staff id, `texts` by their ids. */
export function complaintView({
  found,
  people,
  names,
  proposed,
  texts,
  information,
}: Sources): z.output<typeof complaintSchema> {
  const { complaint, intake } = found;
  const { file } = complaint;
  const answer = answerOf(file);
  return {
    ...answer,
    policy: `${complaint.policy}@${complaint.edition}`,
    requestType: complaint.requestType,
    nature: complaint.nature,
    team: complaint.team,
    channel: complaint.channel,
    receivedAt: complaint.receivedAt.toISOString(),
    registeredBy: complaint.registeredBy,
    closedAt: complaint.closedAt?.toISOString() ?? null,
    ownerName: names.get(answer.owner) ?? null,
    respondents: file.respondents,
    facts: file.facts,
    satisfaction: file.satisfaction,
    people: people.map(personView),
    intake: intakeView(intake),
    information: information.map(informationView),
    proposal: file.proposal && proposed ? proposalView(file.proposal, proposed, texts) : null,
    duties: openDuties(file).map(dutyView),
    zh: wordsOf(complaint),
  };
}

function dutyView({ id, kind, of, step, dueAt, missed }: Duty): z.output<typeof dutySchema> {
  const due = dueAt === undefined ? null : new Date(dueAt).toISOString();
  return { id, kind, kindZh: DUTY_ZH[kind], of, step: step ?? null, dueAt: due, overdue: missed ?? false };
}

function wordsOf({ file, stage, level, priority, requestType, nature, outcome }: Found['complaint']) {
  return {
    stage: file.closed ? '已归档' : stage ? STAGE_ZH[stage] : '受理',
    level: LEVEL_ZH[level],
    priority: PRIORITY_ZH[priority],
    requestType: REQUEST_TYPE_ZH[requestType],
    nature: nature ? NATURE_ZH[nature] : '未分类',
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

function proposalView(
  proposal: NonNullable<Found['complaint']['file']['proposal']>,
  { kinds, amountFen, basis, ref }: Proposed,
  texts: Map<string, string>,
): z.output<typeof proposalSchema> {
  const { no, told = false, answer = null, steps } = proposal;
  return {
    no,
    kinds,
    amountFen,
    basis,
    text: texts.get(ref) ?? null,
    told,
    answer,
    steps: steps.map(({ ref: what, done = false, ...step }) => ({ ...step, what: texts.get(what) ?? null, done })),
  };
}
