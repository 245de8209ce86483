import { createHash } from 'node:crypto';
import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { clusterSubjects, isMass, matterKeys, personKeys } from '../../domain/matching';
import type { Earlier, Identity, Matter, Voice } from '../../domain/matching';
import type { Rules } from '../../domain/policy';
import type { ClusterSubject, Nature, Role } from '../../domain/words';
import type { Queries } from '../client';
import {
  clusterMembers,
  clusters,
  complaintMatters,
  complaintPeople,
  complaints,
  contactKeys,
  intakes,
  staff,
} from '../schema';

type Side = 'complainant' | 'agent';
type Someone = Identity & { role: Side; kind?: Voice['kind'] };

/** What of a new complaint is matched with those before it. */
export type Candidate = {
  receivedAt: Date;
  people: Someone[];
  matter: Matter & { nature?: Nature | null; newProduct?: boolean };
};

/** A mass complaint that the new complaint belongs to; `opens`: it is the one that makes it one, with those before it. */
export type Crowd = { kind: ClusterSubject; subject: string; id?: string; opens?: { number: string; open: boolean }[] };

/** What was found, and the rows by which later complaints will find this one. */
export type Matching = {
  repeats: Earlier[];
  crowds: Crowd[];
  keys: { role: Side; keyHash: string }[];
  matters: ReturnType<typeof matterKeys>;
};

const DAY_MS = 86_400_000;
/** More earlier complaints than this say nothing new of one person on one matter. */
const MOST_REPEATS = 20;
/** So many are looked at to find whether they are a mass complaint; below the threshold there are only few. */
const MOST_VOICES = 300;

/** Fingerprints: addresses themselves stand in `complaint_people` only (docs/decisions/0007). */
const keyHash = (key: string): string => createHash('sha256').update(key).digest('base64url');

/**
 * Looks for earlier complaints of the same person on the same matter (IN-9) and for others on the same product or shop
 * (CL-4), as far as the policy knows of them. Two intakes that could find each other wait for each other here, until the
 * transaction ends: of two at once, the second finds the first, and a mass complaint is opened once.
 */
export async function matchNew(tx: Queries, rules: Rules, candidate: Candidate): Promise<Matching> {
  const keys = candidate.people.flatMap((person) =>
    personKeys(person).map((key) => ({ role: person.role, keyHash: keyHash(key) })),
  );
  const matters = matterKeys(candidate.matter);
  const found = { repeats: [] as Earlier[], crowds: [] as Crowd[] };
  if ((rules.repeat || rules.mass) && matters.length > 0) {
    await takeTurns(tx, [...keys.map((key) => key.keyHash), ...matters.map(({ kind, key }) => `${kind}:${key}`)]);
    found.repeats = await earlierComplaints(tx, rules, candidate, keys);
    for (const subject of rules.mass ? clusterSubjects(candidate.matter) : []) {
      const crowd = await crowdAbout(tx, rules, candidate, subject, keys);
      if (crowd) found.crowds.push(crowd);
    }
  }
  return { ...found, keys, matters };
}

/** In one order for everybody, so that no two wait for each other crosswise. */
const takeTurns = (tx: Queries, keys: string[]) =>
  tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(${sql.param([...new Set(keys)].sort())}::text[]) as key`,
  );

/** The complaints of the same person on the same matter within the policy's days, newest first (IN-9). */
async function earlierComplaints(
  tx: Queries,
  { repeat }: Rules,
  { receivedAt, matter }: Candidate,
  keys: Matching['keys'],
): Promise<Earlier[]> {
  if (!repeat || keys.length === 0) return [];
  const hashes = keys.map((key) => key.keyHash);
  const known = tx
    .select({ number: contactKeys.complaint })
    .from(contactKeys)
    .where(inArray(contactKeys.keyHash, hashes));
  const rows = await tx
    .select({
      number: complaints.number,
      level: complaints.level,
      team: complaints.team,
      ownerId: complaints.ownerId,
      ownerActive: staff.active,
      ownersTeam: staff.team,
      // Only of those that are open: the file has to be fetched from where it is stored.
      role: sql<Role | null>`case when ${complaints.closedAt} is null then ${complaints.file} -> 'owners' -> -1 ->> 'role' end`,
    })
    .from(complaints)
    .innerJoin(intakes, eq(intakes.complaint, complaints.number))
    .leftJoin(staff, eq(staff.id, complaints.ownerId))
    .where(
      and(
        inArray(complaints.number, known),
        within(complaints.receivedAt, receivedAt, repeat.days),
        sameMatter(matter),
      ),
    )
    .orderBy(desc(complaints.receivedAt), desc(complaints.number))
    .limit(MOST_REPEATS);
  return rows.map(({ ownerId, ownerActive, role, ...row }) => ({
    ...row,
    owner: role && ownerActive ? { id: ownerId, role } : null,
  }));
}

const within = (
  column: typeof complaints.receivedAt | typeof complaintMatters.receivedAt,
  at: Date,
  days: number,
): SQL => {
  const [from, until] = [-1, 1].map((sign) => new Date(at.getTime() + sign * days * DAY_MS));
  return sql`${column} between ${from?.toISOString()} and ${until?.toISOString()}`;
};

/** The same order or product; or the same shop with the same nature or subject. */
function sameMatter({ nature, ...matter }: Candidate['matter']): SQL | undefined {
  const about = (kind: string, key: string) => sql`exists (
    select from ${complaintMatters} where ${complaintMatters.complaint} = ${complaints.number}
      and ${complaintMatters.kind} = ${kind} and ${complaintMatters.key} = ${key})`;
  const keys = matterKeys(matter);
  const things = keys.filter(({ kind }) => kind !== 'shop' && kind !== 'subject');
  const shop = keys.find(({ kind }) => kind === 'shop');
  const subject = keys.find(({ kind }) => kind === 'subject');
  const alike = or(
    nature ? sql`coalesce(${complaints.nature}, ${intakes.nature}) = ${nature}` : undefined,
    subject && about('subject', subject.key),
  );
  return or(
    ...things.map(({ kind, key }) => about(kind, key)),
    shop && alike ? and(about('shop', shop.key), alike) : undefined,
    // Nothing by which it could be the same.
    sql`false`,
  );
}

/** The mass complaint about this product or shop that is going on, or the one that this complaint makes. */
async function crowdAbout(
  tx: Queries,
  rules: Rules,
  candidate: Candidate,
  subject: { kind: ClusterSubject; subject: string },
  keys: Matching['keys'],
): Promise<Crowd | undefined> {
  const same = aboutTheSame(subject.kind, candidate, rules.mass?.days ?? 0);
  const [cluster] = await tx
    .select({ id: clusters.id })
    .from(complaintMatters)
    .innerJoin(clusterMembers, eq(clusterMembers.complaint, complaintMatters.complaint))
    .innerJoin(clusters, and(eq(clusters.id, clusterMembers.cluster), eq(clusters.subjectKind, subject.kind)))
    .where(and(same, sql`${clusters.state} <> 'over'`))
    .orderBy(desc(complaintMatters.receivedAt))
    .limit(1);
  if (cluster) return { ...subject, id: cluster.id };
  const voices = await voicesOf(tx, same);
  const { people, matter } = candidate;
  const ours = {
    keys: keys.filter(({ role }) => role === 'complainant').map((key) => key.keyHash),
    kind: people.find(({ role }) => role === 'complainant')?.kind ?? null,
    newProduct: matter.newProduct ?? false,
  };
  return isMass(rules, [...voices, ours]) ? { ...subject, opens: voices } : undefined;
}

/** Complaints received within the policy's days about the same shop or product: the code decides, and the name where one of the two has no code. */
function aboutTheSame(kind: ClusterSubject, { receivedAt, matter }: Candidate, days: number): SQL | undefined {
  const keys = new Map(matterKeys(matter).map((known) => [known.kind, known.key]));
  const is = (name: string, key: string | undefined) =>
    key === undefined ? undefined : and(eq(complaintMatters.kind, name as never), eq(complaintMatters.key, key));
  const code = keys.get('product_code');
  const otherCode = sql`exists (select from ${complaintMatters} as coded where coded.complaint = ${complaintMatters.complaint}
    and coded.kind = 'product_code' and coded.key <> ${code ?? ''})`;
  const sameName = and(is('product', keys.get('product')), code === undefined ? undefined : sql`not ${otherCode}`);
  const same =
    kind === 'shop'
      ? is('shop', keys.get('shop'))
      : or(is('product_code', code), keys.has('product') ? sameName : undefined);
  return and(same, within(complaintMatters.receivedAt, receivedAt, days));
}

/** Who complains about the same, newest first, with the keys by which each complainant is known. */
async function voicesOf(tx: Queries, same: SQL | undefined): Promise<(Voice & { number: string; open: boolean })[]> {
  const numbers = tx
    .selectDistinct({ number: complaintMatters.complaint, at: complaintMatters.receivedAt })
    .from(complaintMatters)
    .where(same)
    .orderBy(desc(complaintMatters.receivedAt))
    .limit(MOST_VOICES)
    .as('same');
  return tx
    .select({
      number: complaints.number,
      open: sql<boolean>`${isNull(complaints.closedAt)}`,
      kind: complaintPeople.kind,
      newProduct: intakes.newProduct,
      keys: sql<string[]>`array(select ${contactKeys.keyHash} from ${contactKeys}
        where ${contactKeys.complaint} = ${complaints.number} and ${contactKeys.role} = 'complainant')`,
    })
    .from(numbers)
    .innerJoin(complaints, eq(complaints.number, numbers.number))
    .innerJoin(intakes, eq(intakes.complaint, complaints.number))
    .innerJoin(
      complaintPeople,
      and(eq(complaintPeople.complaint, complaints.number), eq(complaintPeople.role, 'complainant')),
    );
}
