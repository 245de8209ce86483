import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import type { ComplaintFile } from '../../domain/complaint-file';
import { inOrder, MATTER_FIELDS } from '../../domain/matching';
import { massAlarm } from '../../domain/notices';
import { SYSTEM } from '../../domain/people';
import type { ClusterState, ClusterSubject } from '../../domain/words';
import type { Database, Queries } from '../client';
import {
  clusterMembers,
  clusters,
  complaintMatters,
  contactKeys,
  contactWays,
  links,
  matterAdditions,
} from '../schema';
import { insertAtOnce } from './at-once';
import { clusterRows, raiseCluster, withNumbers } from './clusters';
import { informationOf } from './information';
import { dayInShanghai } from './intake';
import { insertLink } from './links';
import { matchKnown } from './matching';
import type { Candidate, Crowd, Matching } from './matching';
import { insertNotices } from './notices';
import { complaintWithIntake, peopleOf } from './reading';
import { markRepeat } from './repeats';

/** The complaints whose matter has been added to and not been matched since, the oldest addition first. */
export async function addedTo(db: Queries, limit: number): Promise<string[]> {
  const rows = await db
    .select({ complaint: matterAdditions.complaint })
    .from(matterAdditions)
    .where(eq(matterAdditions.matched, false))
    .groupBy(matterAdditions.complaint)
    .orderBy(sql`min(${matterAdditions.id})`)
    .limit(limit);
  return rows.map(({ complaint }) => complaint);
}

/**
 * Matches a complaint with others by what was added to its matter, as at intake (IN-9, CL-4): what follows for its level and
 * marks goes through its procedure. Not in the commit of the turn: that holds the complaint, and intakes would wait for it.
 */
export async function matchAdded(database: Database, number: string): Promise<void> {
  await database.transaction(async (tx) => {
    const added = await tx
      .select({ id: matterAdditions.id, at: matterAdditions.at })
      .from(matterAdditions)
      .where(and(eq(matterAdditions.complaint, number), eq(matterAdditions.matched, false)))
      .orderBy(asc(matterAdditions.id))
      .for('update');
    const at = added.at(-1)?.at;
    const found = await complaintWithIntake(tx, number);
    if (!at || !found) return;
    const ids = added.map(({ id }) => id);
    await tx.update(matterAdditions).set({ matched: true }).where(inArray(matterAdditions.id, ids));
    const { file } = found.complaint;
    const matching = await matchKnown(tx, file.rules, await candidateOf(tx, found), await keysOf(tx, number));
    await saveMatters(tx, file, matching.matters);
    await linkRepeats(tx, file, matching.repeats, at);
    await join(tx, file, matching.crowds, at);
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof complaintWithIntake>>>;

/** The complaint as intake would see it now: the last word on each field counts. */
async function candidateOf(tx: Queries, { complaint, intake }: Found): Promise<Candidate> {
  const { number, receivedAt, file } = complaint;
  const added = new Map((await informationOf(tx, number)).map(({ field, text }) => [field, text]));
  const said = Object.fromEntries(MATTER_FIELDS.map((field) => [field, added.get(field) ?? intake[field]]));
  const person = (await peopleOf(tx, number)).find(({ role }) => role === 'complainant');
  return {
    self: number,
    receivedAt,
    people: [{ role: 'complainant', kind: person?.kind ?? null, contacts: [] }],
    matter: { ...said, nature: file.nature ?? intake.nature, newProduct: intake.newProduct },
  };
}

async function keysOf(tx: Queries, number: string): Promise<Matching['keys']> {
  const [known, later] = [
    await tx
      .select({ role: contactKeys.role, keyHash: contactKeys.keyHash })
      .from(contactKeys)
      .where(eq(contactKeys.complaint, number)),
    await tx.select({ keyHash: contactWays.keyHash }).from(contactWays).where(eq(contactWays.complaint, number)),
  ];
  return [...known, ...later.flatMap(({ keyHash }) => (keyHash ? { role: 'complainant' as const, keyHash } : []))];
}

async function saveMatters(tx: Queries, file: ComplaintFile, matters: Matching['matters']): Promise<void> {
  if (matters.length === 0) return;
  const { number: complaint, receivedAt } = file;
  await tx
    .insert(complaintMatters)
    .values(matters.map((matter) => ({ complaint, ...matter, receivedAt: new Date(receivedAt) })))
    .onConflictDoUpdate({
      target: [complaintMatters.complaint, complaintMatters.kind],
      set: { key: sql`excluded.key` },
    });
}

/** Of each pair that nobody has spoken of yet, the later one repeats the first. */
async function linkRepeats(tx: Queries, file: ComplaintFile, repeats: Matching['repeats'], at: Date): Promise<void> {
  const rows = await tx
    .select({ complaint: links.complaint, other: links.other })
    .from(links)
    .where(and(eq(links.kind, 'repeat'), or(eq(links.complaint, file.number), eq(links.other, file.number))));
  const known = new Set(rows.flatMap(({ complaint, other }) => [complaint, other]));
  for (const found of repeats.filter(({ number }) => !known.has(number))) {
    const { first, later } = inOrder<ComplaintFile, typeof found>(file, found);
    await insertLink(tx, { complaint: later.number, other: first.number, kind: 'repeat', by: SYSTEM.id, at });
    await markRepeat(tx, { first, later }, SYSTEM.id, at);
  }
}

/** Joins or opens a mass complaint, as far as it may count for one: who is in one counts for no second. */
async function join(tx: Queries, file: ComplaintFile, crowds: Crowd[], at: Date): Promise<void> {
  const { number } = file;
  const mine = await clustersOf(tx, number);
  if (file.closed || mine.some(({ state }) => state !== 'over')) return;
  const open = crowds.filter(({ kind }) => mine.every((over) => over.kind !== kind));
  const joined = await withNumbers(tx, open, dayInShanghai(at));
  const alarms = joined.flatMap(({ id, opens }) => (opens ? [massAlarm(file, id, opens.length + 1)] : []));
  await insertAtOnce(tx, [
    ...clusterRows(tx, number, joined, file.rules.mass?.days ?? 0, at),
    ...insertNotices(tx, number, alarms, at),
  ]);
  for (const { id, opens = [] } of joined) {
    const others = opens.flatMap((member) => (member.open ? member.number : []));
    await raiseCluster(tx, id, [...others, number], at);
  }
}

const clustersOf = (tx: Queries, number: string): Promise<{ kind: ClusterSubject; state: ClusterState }[]> =>
  tx
    .select({ kind: clusters.subjectKind, state: clusters.state })
    .from(clusterMembers)
    .innerJoin(clusters, eq(clusters.id, clusterMembers.cluster))
    .where(eq(clusterMembers.complaint, number));
