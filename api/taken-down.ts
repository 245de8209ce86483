import type { Intake } from '../db/queries/intake';
import type { IntakeBody } from './schemas/intake';

/** Complainant and agent, as the record keeps them: the preferred way to reach the complainant first. */
export function peopleIn({ complainant, agent }: IntakeBody): Intake['people'] {
  const { preferredChannel } = complainant;
  const contacts = [...complainant.contacts].sort(
    (a, b) => Number(b.channel === preferredChannel) - Number(a.channel === preferredChannel),
  );
  return [
    { role: 'complainant', ...complainant, contacts },
    ...(agent ? [{ role: 'agent' as const, ...agent, tags: [] }] : []),
  ];
}

/** What was complained about, as it was taken down. */
export function detailsIn({ occurredAt, ...body }: IntakeBody): Intake['details'] {
  const { words, demands, demandText, place, cause, shop, staffInvolved, subject, product, productCode, orderNo } =
    body;
  const { region, module, nature, newProduct, followsUp } = body;
  return {
    words,
    demands,
    demandText,
    occurredAt: occurredAt === undefined ? undefined : new Date(occurredAt),
    place,
    cause,
    shop,
    staffInvolved,
    subject,
    product,
    productCode,
    orderNo,
    region,
    module,
    nature,
    newProduct,
    followsUp,
  };
}

/** Which fields are on record (IN-13), by their names in the body. */
export const knownIn = ({ complainant, ...body }: IntakeBody): string[] => [
  ...filledIn(body),
  ...filledIn(complainant).map((name) => `complainant.${name}`),
];

const filledIn = (of: object): string[] =>
  Object.entries(of).flatMap(([name, value]) => (isFilled(value) ? [name] : []));

const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
