import type { ComplainantKind, Nature, RequestType, SubjectKind } from './words';

export const INTAKE_FIELDS = [
  'orderNo',
  'customerNo',
  'subject',
  'product',
  'productCode',
  'occurredAt',
  'place',
  'shop',
  'staffInvolved',
  'cause',
  'demands',
  'photos',
  'trackingNo',
  'expectedAt',
  'amounts',
  'quantities',
  'errorShown',
  'policyInQuestion',
] as const;
/**
 * What may have to be known of a matter (IN-2, IN-13), by the names that intake uses, and in the order in which it is asked.
 * The file knows which of them are on record; what they say is in Postgres.
 */
export type IntakeField = (typeof INTAKE_FIELDS)[number];

/** Where a field is wanted. */
type Wanted = readonly IntakeField[];

/** What each kind of request wants, and whether it wants what its nature asks for: an enquiry is about no event (IN-7). */
const BY_REQUEST: Record<RequestType, { wants: Wanted; ofNature: boolean }> = {
  enquiry: { wants: ['subject'], ofNature: false },
  problem_report: { wants: ['subject', 'occurredAt'], ofNature: true },
  complaint: { wants: ['occurredAt', 'demands'], ofNature: true },
  after_sales: { wants: ['orderNo', 'product', 'demands'], ofNature: true },
};

/** What the nature of a matter asks for (CL-1). A nature that a policy has added asks for nothing of its own. */
const BY_NATURE = new Map<Nature, Wanted>([
  ['product_quality', ['product', 'productCode', 'orderNo', 'occurredAt', 'photos']],
  ['logistics', ['orderNo', 'trackingNo', 'expectedAt']],
  ['after_sales', ['orderNo', 'product', 'occurredAt']],
  ['attitude', ['shop', 'staffInvolved', 'occurredAt', 'place']],
  ['price_dispute', ['orderNo', 'amounts']],
  ['system_fault', ['errorShown', 'occurredAt']],
  ['policy', ['policyInQuestion']],
  ['transport', ['orderNo', 'trackingNo', 'occurredAt', 'photos']],
  ['quantity', ['orderNo', 'product', 'quantities']],
  ['other', ['subject', 'occurredAt']],
]);

/** What, or who, is complained about. */
const BY_SUBJECT: Record<SubjectKind, Wanted> = {
  product: ['product', 'productCode'],
  service: ['occurredAt', 'place'],
  staff: ['staffInvolved', 'shop', 'occurredAt'],
  merchant: ['orderNo'],
  shop: ['shop', 'occurredAt'],
  policy: ['policyInQuestion'],
  other: [],
};

/** Who complains: a franchisee is known by his shop (002 4.1.2). */
const BY_COMPLAINANT: Record<ComplainantKind, Wanted> = {
  consumer: [],
  franchisee: ['shop', 'customerNo'],
  franchisee_staff: ['shop'],
};

/** What one thing on record makes worth knowing. */
const BESIDES: Partial<Record<IntakeField, Wanted>> = {
  product: ['productCode'],
  staffInvolved: ['occurredAt'],
};

/** A matter as far as it is known. */
export type Matter = {
  requestType: RequestType;
  nature?: Nature | null | undefined;
  subjectKind?: SubjectKind | null | undefined;
  complainant?: ComplainantKind | null | undefined;
  known: readonly string[];
};

/** What this kind of matter wants to be known, in the order of asking. */
export function wantedFor({ requestType, nature, subjectKind, complainant, known }: Matter): IntakeField[] {
  const { wants, ofNature } = BY_REQUEST[requestType];
  const wanted = new Set<IntakeField>([
    ...wants,
    ...((ofNature && nature && BY_NATURE.get(nature)) || []),
    ...(ofNature && subjectKind ? BY_SUBJECT[subjectKind] : []),
    ...(complainant ? BY_COMPLAINANT[complainant] : []),
    ...(ofNature
      ? INTAKE_FIELDS.filter((field) => known.includes(field)).flatMap((field) => BESIDES[field] ?? [])
      : []),
  ]);
  return INTAKE_FIELDS.filter((field) => wanted.has(field));
}

/** What is still to be asked (IN-13): wanted, and not on record. */
export const lackingIn = (matter: Matter): IntakeField[] =>
  wantedFor(matter).filter((field) => !matter.known.includes(field));

/** The fields that an intake fills: a text that says something, a list that is not empty. */
export const fieldsIn = (details: Partial<Record<IntakeField, unknown>>): IntakeField[] =>
  INTAKE_FIELDS.filter((field) => {
    const given = details[field];
    return Array.isArray(given) ? given.length > 0 : given !== undefined && given !== null && given !== '';
  });
