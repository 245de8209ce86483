import { desc, sql } from 'drizzle-orm';
import type { Calendar } from '../../domain/calendar';
import type { Queries } from '../client';
import { calendars } from '../schema';

/** Editions never change, so a process reads each of them once. */
const known = new Map<string, Calendar>();

/** The working calendar in force: the newest edition. */
export async function calendarInForce(db: Queries): Promise<Calendar> {
  const [newest] = await db
    .select({
      edition: calendars.edition,
      label: calendars.label,
      recordedAt: sql<string>`${calendars.recordedAt}::text`,
    })
    .from(calendars)
    .orderBy(desc(calendars.edition))
    .limit(1);
  if (!newest) throw new Error('No calendar is published: run the migrations.');
  const id = `${newest.edition} ${newest.label} ${newest.recordedAt}`;
  const cached = known.get(id);
  if (cached) return cached;
  const [row] = await db.select().from(calendars).orderBy(desc(calendars.edition)).limit(1);
  if (!row) throw new Error('No calendar is published: run the migrations.');
  known.set(id, row.calendar);
  return row.calendar;
}
