import { namesOfStaff } from '../db/queries/directory';
import { improvementDutiesOf, improvementTurnsOf } from '../db/queries/improvement-reading';
import { improvementFile } from '../db/queries/improvements';
import { nextDue, openDuties } from '../domain/clock';
import type { ImprovementFile } from '../domain/improvement/file';
import { dueSentence } from '../templates/due-sentence';
import { improvementSentence } from '../templates/improvement-timeline';
import { IMPROVEMENT_DUTY_ZH, IMPROVEMENT_FROM_ZH, IMPROVEMENT_STATE_ZH } from '../templates/improvement-words';
import { localTime } from '../templates/local-time';
import { moveClock } from './forward-complaint';
import type { When } from './forward-when';
import type { Installation } from './installation';
import { Trouble } from './servers/trouble';

/** What became of an improvement while its clock was moved. */
export type ForwardedImprovement = {
  before: number;
  after: number;
  happened: { at: number; sentence: string }[];
  file: ImprovementFile;
  because: string | undefined;
};

/** Moves the clock of one improvement (RE-3), as that of a complaint is moved. */
export async function forwardImprovement(
  installation: Pick<Installation, 'database' | 'client'>,
  id: string,
  when: When,
): Promise<ForwardedImprovement> {
  const { queries } = installation.database;
  const opened = await openImprovement(installation, id);
  const moved = await moveClock(installation, opened, when);
  const [file, turns, duties, names] = await Promise.all([
    improvementFile(queries, id),
    improvementTurnsOf(queries, id),
    improvementDutiesOf(queries, id),
    namesOfStaff(queries),
  ]);
  if (!file) throw new Trouble(`没有编号为 ${id} 的改进措施。`);
  const nameOf = (person: string) => names.get(person) ?? person;
  const happened = turns
    .filter((turn) => turn.seq > opened.seq && turn.via === 'clock')
    .flatMap(({ at, events }) =>
      events.map((event) => ({ at: at.getTime(), sentence: improvementSentence(event, nameOf) })),
    )
    .flatMap(({ at, sentence }) => (sentence === null ? [] : [{ at, sentence }]));
  const row = duties.find((duty) => duty.id === nextDue(file)?.id);
  return {
    ...moved,
    happened,
    file,
    because: row && dueSentence(row.explanation, { event: IMPROVEMENT_FROM_ZH[row.kind] }),
  };
}

async function openImprovement({ database }: Pick<Installation, 'database'>, id: string): Promise<ImprovementFile> {
  const file = await improvementFile(database.queries, id);
  if (!file) throw new Trouble(`没有编号为 ${id} 的改进措施。`);
  if (file.closed) throw new Trouble(`改进措施 ${id} 已是「${IMPROVEMENT_STATE_ZH[file.state]}」，流程已经走完。`);
  return file;
}

/** Whole seconds are what people read. */
const shown = (instant: number): string => localTime(Math.floor(instant / 1_000) * 1_000);

/** The same for people to read. */
export function told({ before, after, happened, file, because }: ForwardedImprovement): string {
  const overdue = openDuties(file).filter(({ missed }) => missed);
  const next = nextDue(file);
  return [
    `改进措施 ${file.id}（投诉 ${file.complaint}）`,
    `  之前      ${shown(before)}`,
    ...happened.map(({ at, sentence }) => `    ${shown(at)}  ${sentence}`),
    ...(happened.length === 0 ? ['    途中没有到期的事项'] : []),
    `  现在      ${shown(after)}`,
    `  状态      ${IMPROVEMENT_STATE_ZH[file.state]} · 第 ${file.round} 次 · 责任人 ${file.person}`,
    ...(overdue.length > 0 ? [`  逾期未办  ${overdue.map(({ kind }) => IMPROVEMENT_DUTY_ZH[kind]).join('、')}`] : []),
    `  下一时限  ${next?.dueAt === undefined ? '无' : `${IMPROVEMENT_DUTY_ZH[next.kind]}，${shown(next.dueAt)}`}`,
    ...(because ? [`            ${because}`] : []),
  ].join('\n');
}
