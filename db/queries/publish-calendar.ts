import { like, or, eq, sql } from 'drizzle-orm';
import type { OfficialYear } from '../../calendars/official-year';
import { replaced } from '../../domain/calendar-set';
import type { CalendarSet, Replacement } from '../../domain/calendar-set';
import { SYSTEM } from '../../domain/people';
import type { Queries } from '../client';
import { calendars } from '../schema';
import { affectedBy } from './affected';
import type { Affected } from './affected';
import { queueBatch } from './batches';
import { editionsSoFar } from './calendars';

/** Who publishes, why, and when. */
export type Publication = { by: string; reason: string; at: Date };

/** An edition on its way: what it says, and for a state's edition the official tables that it is made of. */
export type NewEdition = Replacement & { years?: OfficialYear[] };

/** What a publication came to. `batch`: by which open due times are counted anew, where any are changed. */
export type Published = { edition: number; label: string; affected: Affected[]; batch: string | undefined };

/**
 * Whoever publishes waits for the turns that still count by the old calendar, and keeps new ones waiting until it is done: so
 * no due time falls between two editions. To be taken before the calendars are read.
 */
export async function lockCalendars(tx: Queries): Promise<void> {
  await tx.execute(sql`lock table ${calendars} in access exclusive mode`);
}

/** Publishes an edition in a transaction that holds the lock, and asks for the open due times that it changes to be counted anew. */
export async function publishCalendar(
  tx: Queries,
  inForce: CalendarSet,
  given: NewEdition,
  { by, reason, at }: Publication,
): Promise<Published> {
  const label = await labelFor(tx, given);
  const edition: NewEdition =
    given.scope === 'state'
      ? { ...given, calendar: { ...given.calendar, edition: label } }
      : { ...given, calendar: { ...given.calendar, edition: label } };
  const { scope, calendar, years } = edition;
  const affected = await affectedBy(tx, inForce, replaced(inForce, edition), at.getTime());
  const [row] = await tx
    .insert(calendars)
    .values({ scope, team: 'team' in edition ? edition.team : '', label, calendar, years, by, reason, at })
    .returning({ edition: calendars.edition });
  const number = row?.edition ?? 0;
  const batch = await queueBatch(tx, {
    kind: 'calendar',
    action: 'recompute',
    data: { edition: number },
    by: SYSTEM,
    requestedBy: by,
    reason,
    at,
    complaints: affected.map(({ complaint }) => complaint),
  });
  return { edition: number, label, affected, batch };
}

/** `cn-2027`, and `cn-2027.2` where that is corrected; `company-3` and `east-1` for the third and the first edition of a layer. */
async function labelFor(tx: Queries, given: NewEdition): Promise<string> {
  if (given.scope !== 'state') {
    const number = (await editionsSoFar(tx, given.scope, given.team)) + 1;
    return `${given.scope === 'team' ? given.team : given.scope}-${number}`;
  }
  const base = given.calendar.edition;
  const others = await tx.$count(calendars, or(eq(calendars.label, base), like(calendars.label, `${base}.%`)));
  return others === 0 ? base : `${base}.${others + 1}`;
}
