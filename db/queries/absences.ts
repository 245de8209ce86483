import { and, asc, eq, gt, isNull, lt, or } from 'drizzle-orm';
import type { Queries } from '../client';
import { absences } from '../schema';
import { isOnAt } from './staff';

/** An absence as the record has it. */
export type Absence = typeof absences.$inferSelect;

/** Somebody's absences, cancelled ones too, in order. */
export const absencesOf = (db: Queries, staff: string): Promise<Absence[]> =>
  db.select().from(absences).where(eq(absences.staff, staff)).orderBy(asc(absences.from), asc(absences.id));

/** Who is away at an instant, until when, and who stands in for him: by his id. */
export async function awayAt(
  db: Queries,
  at: Date,
  staff?: string,
): Promise<Map<string, { until: Date; deputy: string }>> {
  const rows = await db
    .select({ staff: absences.staff, until: absences.until, deputy: absences.deputy })
    .from(absences)
    .where(and(isOnAt(at), staff === undefined ? undefined : eq(absences.staff, staff)));
  return new Map(rows.map(({ staff: id, ...away }) => [id, away]));
}

/** The absences in some time in which somebody is away, or stands in for somebody. */
export const touching = (db: Queries, person: string, from: Date, until: Date): Promise<Absence[]> =>
  db
    .select()
    .from(absences)
    .where(
      and(
        or(eq(absences.staff, person), eq(absences.deputy, person)),
        isNull(absences.cancelledAt),
        lt(absences.from, until),
        gt(absences.until, from),
      ),
    )
    .orderBy(asc(absences.from), asc(absences.id));

export async function insertAbsence(
  tx: Queries,
  absence: Pick<Absence, 'staff' | 'deputy' | 'from' | 'until' | 'by'>,
): Promise<Absence> {
  const [row] = await tx.insert(absences).values(absence).returning();
  if (!row) throw new Error('The absence was not stored.');
  return row;
}

/** Calls off every absence of somebody that has not ended: he has left. */
export async function cancelAbsencesOf(
  tx: Queries,
  staff: string,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await tx
    .update(absences)
    .set({ cancelledAt: at, cancelledBy: by })
    .where(and(eq(absences.staff, staff), isNull(absences.cancelledAt), gt(absences.until, at)));
}

/** Calls an absence off from now on; what the deputy did until then stands. Undefined if there is no such absence of his. */
export async function cancelAbsence(
  tx: Queries,
  { id, staff, by, at }: { id: number; staff: string; by: string; at: Date },
): Promise<Absence | undefined> {
  const [row] = await tx
    .update(absences)
    .set({ cancelledAt: at, cancelledBy: by })
    .where(and(eq(absences.id, id), eq(absences.staff, staff), isNull(absences.cancelledAt)))
    .returning();
  if (row) return row;
  const [known] = await tx
    .select()
    .from(absences)
    .where(and(eq(absences.id, id), eq(absences.staff, staff)));
  return known;
}
