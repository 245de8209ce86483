import type { Queries } from '../db/client';
import { insertLink, linksOf, oneLinkAtATime, revokeLinks, standingLinks } from '../db/queries/links';
import { fileOf } from '../db/queries/reading';
import { markRepeat, unmarkRepeat } from '../db/queries/repeats';
import type { ComplaintFile } from '../domain/complaint-file';
import { inOrder } from '../domain/matching';
import type { LinkKind } from '../domain/words';
import type { Caller } from './dependencies';
import { visibleTo } from './hand-over';
import { Problem } from './http/problem';
import { mayNotLook, mayNotSee } from './visibility';

type Row = Awaited<ReturnType<typeof linksOf>>[number];

/** A complaint's links as somebody may see them: where he is complained about in the other one, there is none (HA-18). */
export async function linksFor(db: Queries, number: string, caller: Caller): Promise<(Row & { visible: boolean })[]> {
  const rows = await linksOf(db, number);
  return rows
    .filter(({ file }) => !file.respondents.includes(caller.id))
    .map((row) => ({ ...row, visible: mayNotSee(row.file, caller) === null }));
}

/** A link as somebody says it is. */
export type Said = { number: string; other: string; kind: LinkKind; reason: string };

/** Says that two complaints belong together; both must be his to see, and the first one his to handle and still open. */
export async function link(tx: Queries, caller: Caller, { number, other, kind, reason }: Said, at: Date) {
  const mine = await mustBeHis(tx, caller, number);
  const theirs = visibleTo({ params: { number: other }, caller }, await fileOf(tx, other));
  await oneLinkAtATime(tx, number, other);
  if ((await standingLinks(tx, number, other, kind)).length > 0) throw Problem.of('linked_already', { number, other });
  const repeat = kind === 'repeat' ? inOrder(mine, theirs) : undefined;
  const pair = repeat ? { complaint: repeat.later.number, other: repeat.first.number } : { complaint: number, other };
  await insertLink(tx, { ...pair, kind, by: caller.id, at, reason });
  if (repeat) await markRepeat(tx, repeat, caller.id, at);
}

/** Says that two complaints do not belong together after all. What was said stays in the record. */
export async function revoke(tx: Queries, caller: Caller, { number, other, reason }: Omit<Said, 'kind'>, at: Date) {
  await mustBeHis(tx, caller, number);
  const otherFile = await fileOf(tx, other);
  await oneLinkAtATime(tx, number, other);
  const standing = await standingLinks(tx, number, other);
  const ids = standing.map(({ id }) => id);
  if (ids.length === 0 || otherFile?.respondents.includes(caller.id)) {
    throw Problem.of('not_linked', { number, other });
  }
  await revokeLinks(tx, ids, { by: caller.id, at, reason });
  for (const { complaint, kind } of standing) {
    if (kind === 'repeat')
      await unmarkRepeat(tx, { complaint, other: complaint === number ? other : number }, caller.id, at);
  }
}

async function mustBeHis(tx: Queries, caller: Caller, number: string): Promise<ComplaintFile> {
  const file = visibleTo({ params: { number }, caller }, await fileOf(tx, number));
  if (file.closed) throw Problem.refusing({ code: 'closed' });
  const refusal = mayNotLook(file, caller);
  if (refusal) throw Problem.refusing(refusal);
  return file;
}
