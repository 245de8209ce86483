import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import { chinaCalendar } from '../calendars/china';
import { validateRules } from '../domain/validate-policy';
import { POLICIES } from '../policies';
import { openDatabase } from './client';
import type { Queries } from './client';
import { DEFAULT_TEAMS } from './default-teams';
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
      await publish(database.queries);
    });
  } finally {
    await database.close();
  }
}

async function publish(db: Queries): Promise<void> {
  for (const rules of POLICIES) {
    const problems = validateRules(rules);
    if (problems.length > 0)
      throw new Error(`Policy ${rules.policy}@${rules.edition} cannot be published: ${problems.join(' ')}`);
    await db.insert(policies).values({ name: rules.policy, edition: rules.edition, rules }).onConflictDoNothing();
  }
  const [anyTeam] = await db.select({ id: teams.id }).from(teams).limit(1);
  if (!anyTeam) await db.insert(teams).values(DEFAULT_TEAMS);
  const calendar = chinaCalendar();
  const published = await db.select({ label: calendars.label }).from(calendars);
  if (!published.some(({ label }) => label === calendar.edition)) {
    await db.insert(calendars).values({ label: calendar.edition, calendar });
  }
}
