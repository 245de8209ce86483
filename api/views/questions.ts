import { z } from 'zod';
import type { Information } from '../../db/queries/information';
import type { EarlierComplaint } from '../../db/queries/same-person';
import { INTAKE_FIELDS } from '../../domain/questions';
import type { IntakeField } from '../../domain/questions';
import { COMPLAINANT_KINDS, STAGES } from '../../domain/words';
import { localTime } from '../../templates/local-time';
import { DEMAND_ZH, INTAKE_FIELD_ZH } from '../../templates/questions';
import { maskedAddress, maskedName } from '../masking';
import { personSchema } from '../schemas/complaint';
import { utc } from '../schemas/basics';
import type { informationSchema } from '../schemas/information';

const named = { field: z.enum(INTAKE_FIELDS), zh: z.string() };

/** What is still to be asked, and how (IN-13). */
export const questionSchema = z.object({ ...named, question: z.string().describe('怎样问客户') });

/** What is on record; `text` is null where it is only known that there is an answer. */
export const answeredSchema = z.object({ ...named, text: z.string().nullable() });

/** What an earlier complaint of the same person tells; names and numbers masked. */
export const earlierSchema = z.object({
  number: z.string(),
  receivedAt: utc(),
  closed: z.boolean(),
  stage: z.enum(STAGES).nullable(),
  nature: z.string().nullable(),
  person: personSchema
    .pick({ name: true, contacts: true, customerNo: true, tier: true })
    .extend({ kind: z.enum(COMPLAINANT_KINDS).nullable() }),
  tells: z.array(answeredSchema),
});

export const questionView = (field: IntakeField): z.output<typeof questionSchema> => ({
  field,
  zh: INTAKE_FIELD_ZH[field].name,
  question: INTAKE_FIELD_ZH[field].question,
});

export const answeredView = (field: IntakeField, text: string | null): z.output<typeof answeredSchema> => ({
  field,
  zh: INTAKE_FIELD_ZH[field].name,
  text,
});

export const informationView = ({
  field,
  text,
  correction,
  at,
  by,
}: Information): z.output<typeof informationSchema> => ({
  field: field as IntakeField,
  zh: INTAKE_FIELD_ZH[field as IntakeField].name,
  text,
  correction: correction ?? false,
  at: at.toISOString(),
  by,
});

/** What was taken down at intake, field by field, as it was said. */
export function textsOfIntake({ complaint, person, intake }: EarlierComplaint): Partial<Record<IntakeField, string>> {
  const { respondents } = complaint.file;
  const said: Record<string, string | null | undefined> = {
    orderNo: complaint.orderNo,
    product: complaint.product,
    shop: complaint.shop,
    customerNo: person.customerNo,
    subject: intake.subject,
    productCode: intake.productCode,
    occurredAt: intake.occurredAt && localTime(intake.occurredAt.getTime()),
    place: intake.place,
    staffInvolved: intake.staffInvolved ?? (respondents.join('、') || null),
    cause: intake.cause,
    demands: [...intake.demands.map((demand) => DEMAND_ZH[demand]), intake.demandText ?? ''].filter(Boolean).join('、'),
  };
  return Object.fromEntries(Object.entries(said).filter(([, text]) => text)) as Partial<Record<IntakeField, string>>;
}

/** What stays the same from one complaint of a person to the next, or helps to tell whether it is the same matter. */
const TOLD_AGAIN: IntakeField[] = ['orderNo', 'customerNo', 'subject', 'product', 'productCode', 'shop', 'occurredAt'];

export function earlierView(earlier: EarlierComplaint): z.output<typeof earlierSchema> {
  const { complaint, person } = earlier;
  const said = textsOfIntake(earlier);
  const contacts = person.contacts.map(({ channel, address }) => ({
    channel,
    address: maskedAddress(channel, address),
  }));
  return {
    number: complaint.number,
    receivedAt: complaint.receivedAt.toISOString(),
    closed: complaint.closedAt !== null,
    stage: complaint.stage,
    nature: complaint.nature,
    person: {
      kind: person.kind,
      name: maskedName(person.name),
      contacts,
      customerNo: person.customerNo,
      tier: person.tier,
    },
    tells: TOLD_AGAIN.flatMap((field) => (said[field] ? [answeredView(field, said[field])] : [])),
  };
}
