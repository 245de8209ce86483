import { z } from 'zod';
import type { complaintWithIntake, peopleOf, turnsWith } from '../../db/queries/reading';
import { openDuties } from '../../domain/clock';
import type { Duty, Event } from '../../domain/complaint-file';
import { answerOf } from '../../domain/recorded';
import {
  BASES,
  CHANNELS,
  COMPLAINANT_KINDS,
  DEMANDS,
  DUTY_KINDS,
  FACTS,
  NATURES,
  PROPOSAL_KINDS,
  REQUEST_TYPES,
  SATISFACTIONS,
} from '../../domain/words';
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
import { answerSchema } from '../schemas/answers';
import { utc } from '../schemas/basics';

const personSchema = z.object({
  role: z.enum(['complainant', 'agent']),
  kind: z.enum(COMPLAINANT_KINDS).nullable(),
  anonymous: z.boolean(),
  name: z.string().nullable().describe('已隐去部分'),
  contacts: z.array(z.object({ channel: z.enum(CHANNELS), address: z.string().describe('已隐去部分') })),
  preferredChannel: z.enum(CHANNELS).nullable(),
  customerNo: z.string().nullable(),
  tier: z.string().nullable(),
  tags: z.array(z.string()),
});

const intakeSchema = z.object({
  words: z.string().describe('客户原话'),
  demands: z.array(z.enum(DEMANDS)),
  demandText: z.string().nullable(),
  occurredAt: utc().nullable(),
  place: z.string().nullable(),
  cause: z.string().nullable(),
  shop: z.string().nullable(),
  staffInvolved: z.string().nullable(),
  subject: z.string().nullable(),
  product: z.string().nullable(),
  productCode: z.string().nullable(),
  orderNo: z.string().nullable(),
});

const proposalSchema = z.object({
  no: z.int(),
  kinds: z.array(z.enum(PROPOSAL_KINDS)),
  amountFen: z.int().describe('金额，分'),
  basis: z.array(z.enum(BASES)),
  text: z.string().nullable(),
  told: z.boolean(),
  answer: z.enum(['accepted', 'refused']).nullable(),
  steps: z.array(
    z.object({ no: z.int(), what: z.string().nullable(), person: z.string(), workingDays: z.int(), done: z.boolean() }),
  ),
});

const dutySchema = z.object({
  id: z.string(),
  kind: z.enum(DUTY_KINDS),
  kindZh: z.string(),
  of: z.string(),
  step: z.int().nullable(),
  dueAt: utc().nullable(),
  overdue: z.boolean(),
});

/** A complaint as those who work on it see it: customers' names and numbers masked. */
export const complaintSchema = answerSchema
  .extend({
    policy: z.string().describe('流程与版本'),
    requestType: z.enum(REQUEST_TYPES),
    nature: z.enum(NATURES).nullable(),
    team: z.string(),
    channel: z.enum(CHANNELS).describe('来件渠道'),
    receivedAt: utc(),
    registeredBy: z.string(),
    closedAt: utc().nullable(),
    ownerName: z.string().nullable(),
    respondents: z.array(z.string()),
    facts: z.array(z.enum(FACTS)),
    satisfaction: z.enum(SATISFACTIONS).nullable(),
    people: z.array(personSchema),
    intake: intakeSchema,
    proposal: proposalSchema.nullable(),
    duties: z.array(dutySchema).describe('待办'),
    zh: z.record(z.string(), z.string()).describe('中文用语'),
  })
  .meta({ id: 'Complaint' });

type Found = NonNullable<Awaited<ReturnType<typeof complaintWithIntake>>>;
type Turns = Awaited<ReturnType<typeof turnsWith>>;
type Sources = {
  found: Found;
  people: Awaited<ReturnType<typeof peopleOf>>;
  names: Map<string, string>;
  proposed: Proposed | undefined;
  texts: Map<string, string>;
};
export type Proposed = Extract<Event, { type: 'proposed' }>;

/** What was proposed last. */
export const lastProposed = (turns: Turns): Proposed | undefined =>
  turns.flatMap(({ events }) => events.filter((event): event is Proposed => event.type === 'proposed')).at(-1);

export function complaintView({ found, people, names, proposed, texts }: Sources): z.output<typeof complaintSchema> {
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
  const { role, kind, anonymous, preferredChannel, customerNo, tier, tags } = person;
  const contacts = person.contacts.map(({ channel, address }) => ({
    channel,
    address: maskedAddress(channel, address),
  }));
  return { role, kind, anonymous, name: maskedName(person.name), contacts, preferredChannel, customerNo, tier, tags };
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
