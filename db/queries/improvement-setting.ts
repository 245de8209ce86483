import type { ComplaintFile } from '../../domain/complaint-file';
import { settle } from '../../domain/evolve';
import { applyImprovementTurn } from '../../domain/improvement/apply-turn';
import { blankImprovement } from '../../domain/improvement/evolve';
import type { ImprovementFile } from '../../domain/improvement/file';
import { improvementNotices } from '../../domain/improvement/notices';
import { openingEvents } from '../../domain/improvement/opening';
import type { ImprovementBirth } from '../../domain/improvement/opening';
import { improvementAnswer } from '../../domain/improvement/recorded';
import type { RecordedImprovement } from '../../domain/improvement/recorded';
import type { ImprovementRules } from '../../domain/improvement/rules';
import type { Target } from '../../domain/improvement/standard';
import type { Database, Queries } from '../client';
import { idempotencyKeys, improvements } from '../schema';
import { insertAtOnce } from './at-once';
import { calendarInForce } from './calendars';
import { onceFor } from './idempotency';
import type { CallKey } from './idempotency';
import { improvementPicture, insertImprovementDuties, insertImprovementTurn } from './improvements';
import { dayInShanghai, nextNumber } from './intake';
import { insertNotices } from './notices';

/** An improvement as it is set (RE-3); `now` is when the API had the call in hand. */
export type ImprovementSetting = {
  caller: CallKey;
  now: Date;
  complaint: ComplaintFile;
  rules: ImprovementRules;
  birth: Omit<ImprovementBirth, 'id'>;
  what: string;
  measure: string;
  target: Target;
};

/** The answer; `repeated`: the same call had been made before, and nothing was done. */
export type ImprovementSet = {
  recorded: RecordedImprovement;
  bodyHash: string;
  repeated: boolean;
  file?: ImprovementFile;
};

/**
 * Sets an improvement: id, file with its first events and due time, notices and idempotency key, in one transaction. Its
 * complaint is not touched: an archived one never changes. Its workflow is started from this afterwards.
 */
export async function setImprovement(database: Database, setting: ImprovementSetting): Promise<ImprovementSet> {
  let file: ImprovementFile | undefined;
  const { answer, ...rest } = await onceFor<RecordedImprovement>(database.queries, setting.caller, async () => {
    const done = await database.transaction((tx) => put(tx, setting));
    file = done.file;
    return done.recorded;
  });
  return { recorded: answer, ...rest, ...(rest.repeated ? {} : { file }) };
}

async function put(
  tx: Queries,
  setting: ImprovementSetting,
): Promise<{ recorded: RecordedImprovement; file: ImprovementFile }> {
  const { caller, now, complaint, rules, birth } = setting;
  const at = now.getTime();
  const calendar = await calendarInForce(tx, birth.department);
  const id = await nextNumber(tx, `G${dayInShanghai(now)}`);
  const events = openingEvents(complaint, { id, ...birth }, at);
  const turn = applyImprovementTurn(blankImprovement(rules), events, at, calendar);
  const notices = improvementNotices(turn);
  settle(turn.file, turn.due, at);
  const { file, due } = turn;
  const recorded = { seq: file.seq, due, answer: improvementAnswer(file), bodyHash: caller.bodyHash };
  const { key, bodyHash, principal: by } = caller;
  const row = { improvement: id, seq: file.seq, key, bodyHash, by, via: 'api' as const, at: now, events };
  await insertAtOnce(tx, [
    tx.insert(improvements).values(rowOf(setting, file)),
    insertImprovementTurn(tx, { ...row, outcome: recorded }),
    ...insertImprovementDuties(tx, turn, now),
    ...insertNotices(tx, complaint.number, notices, now),
    tx.insert(idempotencyKeys).values({ ...caller, answer: recorded }),
  ]);
  return { recorded, file };
}

const rowOf = ({ what, measure, target, now }: ImprovementSetting, file: ImprovementFile) => ({
  ...improvementPicture(file, now),
  id: file.id,
  complaint: file.complaint,
  what,
  measure,
  target,
  department: file.department,
  setBy: file.setBy.id,
  setRole: file.setBy.role,
  setAt: now,
  team: file.team,
});
