import { and, eq, sql } from 'drizzle-orm';
import type { Event } from '../../domain/events';
import type { Queries } from '../client';
import { MATTER_FIELDS } from '../../domain/matching';
import { complaintPeople, complaints, contents, matterAdditions, turns } from '../schema';

type Added = Extract<Event, { type: 'information_added' }>;

/** What was added to a complaint after its intake, oldest first; the last word on a field counts (IN-13). */
export async function informationOf(db: Queries, number: string) {
  const rows = await db
    .select({ at: turns.at, by: turns.by, events: turns.events })
    .from(turns)
    .where(and(eq(turns.complaint, number), sql`${turns.events} @> '[{"type": "information_added"}]'`))
    .orderBy(turns.seq);
  const added = rows.flatMap(({ at, by, events }) => events.filter(isAdded).map((event) => ({ at, by, ...event })));
  const texts = await db.select({ id: contents.id, body: contents.body }).from(contents).where(textOf(added));
  const bodies = new Map(texts.map(({ id, body }) => [id, body]));
  return added.map((event) => ({ ...event, text: bodies.get(event.ref) ?? '' }));
}

/** One answer that was added. */
export type Information = Awaited<ReturnType<typeof informationOf>>[number];

const textOf = (added: Added[]) => sql`${contents.id} = any(${sql.param(added.map(({ ref }) => ref))}::text[])`;

const isAdded = (event: Event): event is Added => event.type === 'information_added';

/** The columns by which complaints are listed and people found again follow what is added; what it matches is looked for afterwards. */
export async function projectInformation(tx: Queries, number: string, events: Event[], at: Date): Promise<void> {
  const matters: readonly string[] = MATTER_FIELDS;
  if (events.some((event) => isAdded(event) && matters.includes(event.field))) {
    await tx.insert(matterAdditions).values({ complaint: number, at });
  }
  for (const { field, ref } of events.filter(isAdded)) {
    const body = sql`(select ${contents.body} from ${contents} where ${contents.id} = ${ref})`;
    if (field === 'orderNo' || field === 'product' || field === 'shop') {
      await tx
        .update(complaints)
        .set({ [field]: body })
        .where(eq(complaints.number, number));
    }
    if (field === 'customerNo') {
      await tx
        .update(complaintPeople)
        .set({ customerNo: body })
        .where(and(eq(complaintPeople.complaint, number), eq(complaintPeople.role, 'complainant')));
    }
  }
}
