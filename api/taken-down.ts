import type { Intake } from '../db/queries/intake';
import type { FilledIntake } from './intake-message';

/** Complainant and agent, as the record keeps them: the preferred way to reach the complainant first. */
export function peopleIn({ complainant, agent }: FilledIntake): Intake['people'] {
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
export function detailsIn({ occurredAt, ...body }: FilledIntake): Intake['details'] {
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
