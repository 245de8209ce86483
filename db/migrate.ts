import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import { chinaCalendar, OFFICIAL_YEARS } from '../calendars/china';
import type { OfficialYear } from '../calendars/official-year';
import { SYSTEM } from '../domain/people';
import { inEnglish } from '../domain/faults';
import { validateRules } from '../domain/validate-policy';
import { POLICIES } from '../policies';
import { openDatabase } from './client';
import type { Database, Queries } from './client';
import { DEFAULT_TEAMS } from './default-teams';
import { calendarSet } from './queries/calendars';
import { lockCalendars, publishCalendar } from './queries/publish-calendar';
import { calendars, policies, teams } from './schema';

/** Two starters must not migrate at once: the second waits here and then finds nothing to do. */
const MIGRATION_LOCK = 7_201_926;

/** Brings a database to the present schema and publishes what the product ships: the policies, the working calendar and, the first time, the departments. */
export async function migrate(databaseUrl: string): Promise<void> {
  const database = openDatabase(databaseUrl, {
    max: 2,
    statement_timeout: 600_000,
    lock_timeout: 600_000,
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 0,
  });
  try {
    await database.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
      await applyMigrations(database.queries, { migrationsFolder: join(__dirname, 'migrations') });
      await publishPolicies(database.queries);
      await publishTables(database);
    });
  } finally {
    await database.close();
  }
}

async function publishPolicies(db: Queries): Promise<void> {
  for (const rules of POLICIES) {
    const problems = validateRules(rules);
    if (problems.length > 0)
      throw new Error(`Policy ${rules.policy}@${rules.edition} cannot be published: ${inEnglish(problems)}`);
    await db.insert(policies).values({ name: rules.policy, edition: rules.edition, rules }).onConflictDoNothing();
  }
  const [anyTeam] = await db.select({ id: teams.id }).from(teams).limit(1);
  if (!anyTeam) await db.insert(teams).values(DEFAULT_TEAMS);
}

/** The official tables that come with the product, where they are newer than those published so far. */
async function publishTables(database: Database): Promise<void> {
  const db = database.queries;
  const publication = { by: SYSTEM.id, reason: '随产品发布', at: new Date() };
  if ((await db.$count(calendars)) === 0) {
    const state = chinaCalendar();
    await db.insert(calendars).values({ label: state.edition, calendar: state, years: OFFICIAL_YEARS, ...publication });
    return;
  }
  // Looked at first: whoever takes the lock keeps people's actions waiting for those that are under way.
  if (!withShipped(await calendarSet(db))) return;
  await database.transaction(async (tx) => {
    await lockCalendars(tx);
    const inForce = await calendarSet(tx);
    const years = withShipped(inForce);
    if (!years) return;
    await publishCalendar(tx, inForce.set, { scope: 'state', calendar: chinaCalendar(years), years }, publication);
  });
}

/** The tables in force with those of ours that are newer, or undefined where none is. */
function withShipped({ set, years }: Awaited<ReturnType<typeof calendarSet>>): OfficialYear[] | undefined {
  // An edition of a release that did not keep its tables was made of ours, up to the year in its name.
  const known = years ?? OFFICIAL_YEARS.filter(({ year }) => `cn-${year}` <= set.state.edition);
  const newer = OFFICIAL_YEARS.filter(({ year }) => year > (known.at(-1)?.year ?? 0));
  return newer.length > 0 ? [...known, ...newer] : undefined;
}
