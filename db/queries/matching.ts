import { sql } from 'drizzle-orm';
import { clusterSubjects, isMass, matterKeys } from '../../domain/matching';
import type { Earlier, Identity, Matter, Voice } from '../../domain/matching';
import type { Rules } from '../../domain/policy';
import type { ClusterSubject, Nature } from '../../domain/words';
import type { Queries } from '../client';
import { selectAtOnce } from './at-once';
import { keyHashesOf } from './key-hashes';
import { earlierOnes, goingCluster, voicesAbout } from './matching-sql';
import type { EarlierRow, VoiceRow } from './matching-sql';

type Side = 'complainant' | 'agent';
type Someone = Identity & { role: Side; kind?: Voice['kind'] };

/** What of a new complaint is matched with those before it. */
export type Candidate = {
  receivedAt: Date;
  people: Someone[];
  /** Its number, where it is in the record already. */
  self?: string;
  matter: Matter & { nature?: Nature | null; newProduct?: boolean };
};

type Subject = { kind: ClusterSubject; subject: string };
/** A mass complaint that the new complaint belongs to; `opens`: it is the one that makes it one, with those before it. */
export type Crowd = Subject & { id?: string; opens?: { number: string; open: boolean }[] };

/** What was found, and the rows by which later complaints will find this one. */
export type Matching = {
  repeats: Earlier[];
  crowds: Crowd[];
  keys: { role: Side; keyHash: string }[];
  matters: ReturnType<typeof matterKeys>;
};

/**
 * Looks for earlier complaints of the same person on the same matter (IN-9) and for others on the same product or shop
 * (CL-4), as far as the policy knows of them. Two intakes that could find each other wait for each other here, until the
 * transaction ends: of two at once, the second finds the first, and a mass complaint is opened once.
 */
export async function matchNew(tx: Queries, rules: Rules, candidate: Candidate): Promise<Matching> {
  const keys = candidate.people.flatMap((person) =>
    keyHashesOf(person).map((keyHash) => ({ role: person.role, keyHash })),
  );
  const matters = matterKeys(candidate.matter);
  if ((!rules.repeat && !rules.mass) || matters.length === 0) return { repeats: [], crowds: [], keys, matters };
  return matchKnown(tx, rules, candidate, keys);
}

/** The same for a complaint whose people are known by their keys already. */
export async function matchKnown(
  tx: Queries,
  rules: Rules,
  candidate: Candidate,
  keys: Matching['keys'],
): Promise<Matching> {
  const matters = matterKeys(candidate.matter);
  await takeTurns(tx, [...keys.map((key) => key.keyHash), ...matters.map(({ kind, key }) => `${kind}:${key}`)]);
  return { ...(await found(tx, rules, candidate, keys)), keys, matters };
}

/** In one order for everybody, so that no two wait for each other crosswise. */
const takeTurns = (tx: Queries, keys: string[]) =>
  tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(${sql.param([...new Set(keys)].sort())}::text[]) as key`,
  );

/** Everything that is looked for, in one statement. */
async function found(tx: Queries, rules: Rules, candidate: Candidate, keys: Matching['keys']) {
  const { receivedAt: at, matter, self: except } = candidate;
  const { repeat, mass } = rules;
  const subjects = mass ? clusterSubjects(matter) : [];
  const hashes = keys.map((key) => key.keyHash);
  const [earlier, ...crowds] = await selectAtOnce(tx, [
    earlierOnes(matter, hashes, { at, days: repeat?.days ?? 0, except }),
    ...subjects.flatMap(({ kind }) => {
      const window = { at, days: mass?.days ?? 0, except };
      return [goingCluster(kind, matter, window), voicesAbout(kind, matter, window)];
    }),
  ]);
  const repeats = repeat ? ((earlier ?? []) as EarlierRow[]).map(earlierOf) : [];
  const looked = subjects.map((subject, index) => {
    const [going, voices] = [crowds[2 * index], crowds[2 * index + 1]] as [{ id: string }[], VoiceRow[]];
    return { subject, going: going[0]?.id, voices };
  });
  return { repeats, crowds: crowdsOf(rules, looked, voiceOf(candidate, keys)) };
}

const earlierOf = ({ owner_id, active, owners_team, role, received_at, ...row }: EarlierRow): Earlier => ({
  ...row,
  receivedAt: Date.parse(received_at),
  owner: role && active ? { id: owner_id, role } : null,
  ownersTeam: owners_team,
});

type Looked = { subject: Subject; going: string | undefined; voices: VoiceRow[] };

/** The mass complaints that are going on; else the one that this complaint makes: who belongs to one counts for no second. */
function crowdsOf(rules: Rules, looked: Looked[], ours: Voice): Crowd[] {
  const going = looked.flatMap(({ subject, going: id }) => (id ? [{ ...subject, id }] : []));
  if (going.length > 0) return going;
  const made = looked.find(({ subject, voices }) => isMass(rules, subject.kind, [...voices.map(voiceIn), ours]));
  return made ? [{ ...made.subject, opens: made.voices }] : [];
}

const voiceIn = ({ keys, kind, new_product, shop }: VoiceRow): Voice => ({ keys, kind, newProduct: new_product, shop });

const voiceOf = ({ people, matter }: Candidate, keys: Matching['keys']): Voice => ({
  keys: keys.filter(({ role }) => role === 'complainant').map((key) => key.keyHash),
  kind: people.find(({ role }) => role === 'complainant')?.kind ?? null,
  newProduct: matter.newProduct ?? false,
  shop: matterKeys(matter).find(({ kind }) => kind === 'shop')?.key ?? null,
});
