import { defineConfig } from 'drizzle-kit';

/** Migrations are generated from the schema, reviewed, and never edited once they have been applied anywhere. */
export default defineConfig({ dialect: 'postgresql', schema: './db/schema/index.ts', out: './db/migrations' });
