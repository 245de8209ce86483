import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { matterKeys } from '../../domain/matching';
import type { Matter } from '../../domain/matching';
import type { ClusterSubject, ComplainantKind, Level, Nature, Role } from '../../domain/words';

/** Around when, and how many days before and after; but not this complaint itself. */
export type Window = { at: Date; days: number; except?: string | undefined };
export type EarlierRow = {
  number: string;
  level: Level;
  received_at: string;
  closed: boolean;
  team: string;
  owner_id: string;
  /** Whether the owner still works here, and where. */
  active: boolean | null;
  owners_team: string | null;
  /** The role in which he answers for it; null where it is closed. */
  role: Role | null;
};
export type VoiceRow = {
  number: string;
  open: boolean;
  kind: ComplainantKind | null;
  new_product: boolean;
  shop: string | null;
  keys: string[];
};

const DAY_MS = 86_400_000;
/** More earlier complaints than this say nothing new of one person on one matter. */
const MOST_REPEATS = 20;
/** So many are looked at to find whether they are a mass complaint; below the threshold there are only few. */
const MOST_VOICES = 300;
/** Everything about the same joins a mass complaint that is going on: the last ones tell whether there is one. */
const LAST_ONES = 50;

/** A way of contact that was given later counts once its turn stands in the record. */
const WAY_IS_ON_FILE = sql`exists (
  select from turns t where t.complaint = w.complaint
    and t.events @> jsonb_build_array(jsonb_build_object('type', 'contact_way_added', 'ref', w.ref)))`;

const within = (column: SQL, { at, days }: Window): SQL => {
  const [from = '', until = ''] = [-1, 1].map((sign) => new Date(at.getTime() + sign * days * DAY_MS).toISOString());
  return sql`${column} between ${from}::timestamptz and ${until}::timestamptz`;
};

const any = (conditions: (SQL | undefined)[]): SQL => {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length > 0 ? sql`(${sql.join(given, sql` or `)})` : sql`false`;
};

/** The complaints of the same person on the same matter, newest first (IN-9). The file is only fetched of those that are open. */
export const earlierOnes = (matter: Matter & { nature?: Nature | null }, hashes: string[], window: Window): SQL => sql`
  select c.number, c.level, c.received_at, c.closed_at is not null as closed, c.team, c.owner_id, s.active, s.team as owners_team,
    case when c.closed_at is null then c.file -> 'owners' -> -1 ->> 'role' end as role
  from complaints c
  join intakes i on i.complaint = c.number
  left join staff s on s.id = c.owner_id
  where c.number in (
      select complaint from contact_keys where key_hash = any(${sql.param(hashes)}::text[])
      union all
      select w.complaint from contact_ways w where w.key_hash = any(${sql.param(hashes)}::text[]) and ${WAY_IS_ON_FILE})
    and c.number <> ${window.except ?? ''} and ${within(sql`c.received_at`, window)} and ${sameMatter(matter)}
  order by c.received_at desc, c.number desc
  limit ${MOST_REPEATS}`;

/** The same order or product; or the same shop with the same nature or subject. */
function sameMatter({ nature, ...matter }: Matter & { nature?: Nature | null }): SQL {
  const about = (kind: string, key: string): SQL => sql`exists (
    select from complaint_matters m where m.complaint = c.number and m.kind = ${kind} and m.key = ${key})`;
  const keys = matterKeys(matter);
  const [shop, subject] = (['shop', 'subject'] as const).map((kind) => keys.find((known) => known.kind === kind));
  const alike = any([
    nature ? sql`coalesce(c.nature, i.nature) = ${nature}` : undefined,
    subject && about('subject', subject.key),
  ]);
  const things = keys.filter((known) => known !== shop && known !== subject);
  return any([
    ...things.map(({ kind, key }) => about(kind, key)),
    shop && sql`(${about('shop', shop.key)} and ${alike})`,
  ]);
}

/** Complaints about the same shop or product, received around then: the code decides, and the name where one of the two has no code. */
function aboutTheSame(kind: ClusterSubject, matter: Matter, window: Window): SQL {
  const keys = new Map(matterKeys(matter).map((known) => [known.kind, known.key]));
  const is = (name: 'product' | 'product_code' | 'shop'): SQL | undefined =>
    keys.has(name) ? sql`(m.kind = ${name} and m.key = ${keys.get(name)})` : undefined;
  const named = is('product');
  const sameName =
    keys.has('product_code') && named ? sql`(${named} and not ${anotherCode(keys.get('product_code'))})` : named;
  const same = kind === 'shop' ? is('shop') : any([is('product_code'), sameName]);
  return sql`${same} and m.complaint <> ${window.except ?? ''} and ${within(sql`m.received_at`, window)}`;
}

const anotherCode = (code: string | undefined): SQL => sql`exists (
  select from complaint_matters o where o.complaint = m.complaint and o.kind = 'product_code' and o.key <> ${code})`;

/** The mass complaint about the same that is going on: one of the last complaints received around then belongs to it (CL-4). */
export const goingCluster = (kind: ClusterSubject, matter: Matter, window: Window): SQL => sql`
  select cl.id from (
    select m.complaint, m.received_at from complaint_matters m
    where ${aboutTheSame(kind, matter, window)}
    order by m.received_at desc
    limit ${LAST_ONES}) as same
  join cluster_members cm on cm.complaint = same.complaint
  join clusters cl on cl.id = cm.cluster and cl.subject_kind = ${kind} and cl.state <> 'over'
  order by same.received_at desc
  limit 1`;

/** Whether a complaint counts for none that is new: it belongs to a mass complaint that is going on, or to one about the same that is over. */
const isCounted = (kind: ClusterSubject): SQL => sql`exists (
  select from cluster_members cm join clusters cl on cl.id = cm.cluster
  where cm.complaint = m.complaint and (cl.state <> 'over' or cl.subject_kind = ${kind}))`;

/** Whether the policy of a complaint knows mass complaints. */
const KNOWS_MASS = sql`exists (
  select from policies p where p.name = c.policy and p.edition = c.edition and p.rules ? 'mass')`;

/**
 * Who complains about the same, newest first, with the keys by which each complainant is known; nobody where a mass complaint
 * is going on. What has been counted for one already is not counted again.
 */
export const voicesAbout = (kind: ClusterSubject, matter: Matter, window: Window): SQL => sql`
  select c.number, c.closed_at is null as open, p.kind, i.new_product,
    (select s.key from complaint_matters s where s.complaint = c.number and s.kind = 'shop') as shop,
    array(
      select k.key_hash from contact_keys k where k.complaint = c.number and k.role = 'complainant'
      union all
      select w.key_hash from contact_ways w
      where w.complaint = c.number and w.key_hash is not null and ${WAY_IS_ON_FILE}) as keys
  from (
    select distinct m.complaint, m.received_at from complaint_matters m
    where ${aboutTheSame(kind, matter, window)} and not exists (${goingCluster(kind, matter, window)})
      and not ${isCounted(kind)}
    order by m.received_at desc
    limit ${MOST_VOICES}) as same
  join complaints c on c.number = same.complaint and ${KNOWS_MASS}
  join intakes i on i.complaint = c.number
  join complaint_people p on p.complaint = c.number and p.role = 'complainant'
  order by c.number`;
