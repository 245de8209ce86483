import { and, inArray, isNotNull } from 'drizzle-orm';
import type { Queries } from '../client';
import { contents } from '../schema';

/** A text on its way into the record, before the action that refers to it. */
export type TextRow = {
  id: string;
  complaint: string;
  kind: string;
  body: string;
  by: string;
  /** The script that it was said by, if it was one (RE-11). */
  scriptId?: string;
  scriptVersion?: number;
  scriptLang?: string;
};

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

/** Which of some texts were said by a script, and by which version of it (RE-11). */
export async function scriptsOf(
  db: Queries,
  ids: readonly string[],
): Promise<Map<string, { id: string; version: number; lang: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ text: contents.id, id: contents.scriptId, version: contents.scriptVersion, lang: contents.scriptLang })
    .from(contents)
    .where(and(inArray(contents.id, [...new Set(ids)]), isNotNull(contents.scriptId)));
  return new Map(rows.map(({ text, id, version, lang }) => [text, { id: id!, version: version!, lang: lang! }]));
}
