import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, recordOf } from './processes';
import type { ProcessRecord } from './processes';

/**
 * Names the folder in which every program we start is on record while it lives, one file each. An environment variable,
 * since the programs that tests start in jest's processes have to be found when those are killed.
 */
export const RECORDS_VARIABLE = 'HUIYIN_PROCESSES_FOLDER';

/** When each name was first put on record: what is started again keeps its place in the order. */
const firstRecorded = new Map<string, number>();

interface Entry extends ProcessRecord {
  readonly recordedAt: number;
  readonly signal: NodeJS.Signals;
  readonly stopWithinMs: number;
}

/** Puts a program on record, and how it wants to be stopped; the answer takes it off again. */
export function remember(name: string, pid: number, signal: NodeJS.Signals, stopWithinMs: number): () => void {
  const folder = process.env[RECORDS_VARIABLE];
  if (!folder) return () => undefined;
  const file = join(folder, `${pid}.json`);
  const recordedAt = firstRecorded.get(name) ?? performance.timeOrigin + performance.now();
  firstRecorded.set(name, recordedAt);
  const entry: Entry = { ...recordOf(name, pid), recordedAt, signal, stopWithinMs };
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.part`, JSON.stringify(entry));
  renameSync(`${file}.part`, file);
  return () => rmSync(file, { force: true });
}

/** Ends what is still on record in a folder, in the reverse order of their first start; answers with the names of what still ran. */
export async function endRemembered(folder: string): Promise<string[]> {
  const entries = readEntries(folder).sort((a, b) => b.recordedAt - a.recordedAt);
  const ended: string[] = [];
  for (const entry of entries) {
    if (await endProcess(entry, entry.signal, entry.stopWithinMs)) ended.push(entry.name);
    rmSync(join(folder, `${entry.pid}.json`), { force: true });
  }
  return ended;
}

function readEntries(folder: string): Entry[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Entry);
}
