import { inArray } from 'drizzle-orm';
import type { Queries } from '../client';
import { contents } from '../schema';

/** A text on its way into the record, before the action that refers to it. */
export type TextRow = { id: string; complaint: string; kind: string; body: string; by: string };

/** Stores texts. Ids follow from call and contents, so a repeated call stores nothing new. */
export async function saveTexts(db: Queries, texts: TextRow[]): Promise<void> {
  if (texts.length > 0) await db.insert(contents).values(texts).onConflictDoNothing();
}

/** The texts that stand behind some ids. */
export async function textsOf(db: Queries, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: contents.id, body: contents.body })
    .from(contents)
    .where(inArray(contents.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, body }) => [id, body]));
}
