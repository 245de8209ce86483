import { namesOfStaff } from '../db/queries/directory';
import { fileOf, obligationsOf, turnsOf } from '../db/queries/reading';
import { markRunsStarted } from '../db/queries/runs';
import { lateFrom, nextDue, nextWake } from '../domain/clock';
import type { Owed } from '../domain/clock';
import type { ComplaintFile } from '../domain/complaint-file';
import { idOf } from '../domain/runs';
import type { RunFile } from '../domain/runs';
import { dueSentence, rowCountedFromZh } from '../templates/due-sentence';
import { eventSentence } from '../templates/timeline';
import { startUnlessRunning } from '../worker/healer';
import { forwardTo, virtualNow } from './fast-forward';
import type { When } from './forward-when';
import { openComplaint } from './installation';
import type { Installation } from './installation';
import { readRunning } from './servers/running';
import { Trouble } from './servers/trouble';

/** Beyond this nobody tries anything out, and no calendar says anything. */
const FURTHEST_MS = 3 * 366 * 86_400_000;
const MOST_TURNS = 10_000;

/** What became of a complaint while its clock was moved. */
export type Forwarded = {
  before: number;
  after: number;
  /** What the clock put on file on the way, in the words of the timeline. */
  happened: { at: number; sentence: string }[];
  file: ComplaintFile;
  /** The name of whoever answers for it now. */
  owner: string;
  /** Why the next due time is when it is. */
  because: string | undefined;
};

/** Clocks are moved on the servers of `npm start` only: nobody's real complaint lives in a time of its own. */
export function requireDevelopment(env: NodeJS.ProcessEnv): void {
  if (!env.TEMPORAL_ADDRESS && readRunning(env).config.development) return;
  throw new Trouble('这里连接的是外部服务器，时间不能快进：只有 npm start 自带的开发服务器可以。');
}

/** Moves the clock of one complaint; one whose workflow is not there is started from the record first. */
export async function forwardComplaint(
  installation: Pick<Installation, 'database' | 'client'>,
  number: string,
  when: When,
): Promise<Forwarded> {
  const file = await openComplaint(installation, number);
  const moved = await moveClock(installation, file, when);
  return { ...moved, ...(await pictureOf(installation, file)) };
}

/** Moves the clock of whatever has one; where its workflow is not there, it is started from the record first. */
export async function moveClock(
  { client, database }: Pick<Installation, 'database' | 'client'>,
  file: RunFile,
  when: When,
): Promise<{ before: number; after: number }> {
  const id = idOf(file);
  await startUnlessRunning(client, file);
  await markRunsStarted(database.queries, [id]);
  const before = Math.max(await virtualNow(client, id), file.lastAt);
  await forwardTo(client, id, targetOf(file, when, before));
  return { before, after: await virtualNow(client, id) };
}

function targetOf(file: RunFile, when: When, now: number): number {
  const target = 'at' in when ? when.at : 'by' in when ? now + when.by : instantOf(file, when.to);
  if (target === undefined) throw new Trouble(`${idOf(file)} 没有待办的时限，请给出具体时间。`);
  if (target - now > FURTHEST_MS) throw new Trouble('一次最多往前三年。');
  return target;
}

/** Past the due second, when it is late. */
function instantOf(file: { duties: Owed[] }, to: 'wake' | 'due'): number | undefined {
  if (to === 'wake') return nextWake(file)?.at;
  const dueAt = nextDue(file)?.dueAt;
  return dueAt === undefined ? undefined : lateFrom(dueAt);
}

async function pictureOf({ database: { queries } }: Pick<Installation, 'database'>, { number, seq }: ComplaintFile) {
  const [file, turns, obligations, names] = await Promise.all([
    fileOf(queries, number),
    turnsOf(queries, number, seq, MOST_TURNS),
    obligationsOf(queries, number),
    namesOfStaff(queries),
  ]);
  if (!file) throw new Trouble(`没有编号为 ${number} 的投诉。`);
  const nameOf = (id: string) => names.get(id) ?? id;
  const happened = turns
    .filter(({ via }) => via === 'clock')
    .flatMap(({ at, events }) =>
      events.map((event) => ({ at: at.getTime(), sentence: eventSentence(event, nameOf, file.rules) })),
    )
    .flatMap(({ at, sentence }) => (sentence === null ? [] : [{ at, sentence }]));
  const next = nextDue(file);
  const row = obligations.find(({ id }) => id === next?.id);
  const because = row && dueSentence(row.explanation, { event: rowCountedFromZh(row, obligations, file.receivedAt) });
  return { file, happened, because, owner: nameOf(file.owners.at(-1)?.id ?? '') };
}
