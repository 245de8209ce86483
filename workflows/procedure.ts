import type { ComplaintFile } from '../domain/complaint-file';
import { notForgotten } from '../domain/duties';
import type { Event } from '../domain/events';
import { applies, entering, goingBack, isPast, leaving, needsMeeting, nextRound, stageEnds } from '../domain/stages';
import type { Outcome, Stage } from '../domain/words';

/** All that the procedure knows of the world: in the product the Temporal desk, in the model test an array and a clock. */
export type Desk = {
  readonly file: ComplaintFile;
  /** Decides: the file changes now, Postgres with the next commit. */
  add(...events: Event[]): void;
  /** Waits for a thing to be true of the file. Meanwhile people are served in order, and no deadline passes unremarked. */
  until(done: (file: ComplaintFile) => boolean): Promise<void>;
  /** The end: what still lies on the desk is dealt with (that is: refused), never abandoned. */
  close(): Promise<Outcome>;
};

/**
 * 客户投诉管理规定: one complaint from first contact to archive.
 * It remembers nothing but the file, so a new run begins here and falls through to where the file stands.
 */
export async function procedure(desk: Desk): Promise<Outcome> {
  do {
    do {
      await handOverOfARound(desk);
      await stage(desk, 'first_contact'); //    002 5.1.1       contact and complaint form within one working day
      await stage(desk, 'classification'); //   002 4.3         level, priority, nature
      await handOver(desk); //                  002 5.1.1.2     levels 2 and 3 at once to whom they belong
      await stage(desk, 'verification'); //     000 四(二)       what was checked, what stands proved
      await stage(desk, 'cause_analysis'); //   003 步驟三       four dimensions, direct and root cause
      await stage(desk, 'proposal'); //         000 四(三)       offered until the customer accepts
      await stage(desk, 'result'); //           004 三(四)1      told formally, on the original channel
      await stage(desk, 'remedy'); //           000 四(四)       every step done
      await stage(desk, 'callback'); //         002 5.3.1.6     solved? satisfied?
    } while (anotherRound(desk)); //            002 5.3.1.6     a new form; dissatisfied: one level up
    await review(desk); //                      002 5.1.1       by the level above
  } while (anotherRound(desk) || !(await filed(desk))); // 002 3.2  by the affairs clerk
  return desk.close();
}

/** Filed, unless it is sent back. */
async function filed(desk: Desk): Promise<boolean> {
  await stage(desk, 'archive');
  return !sentBack(desk);
}

/**
 * One stage: what the policy says is owed, until what the policy asks for is on file; and if nothing is, to go on. A stage that
 * a policy lacks is no stage.
 */
async function stage(desk: Desk, name: Stage): Promise<void> {
  const { file } = desk;
  const over = (): boolean => (file.outcome !== null && name !== 'archive') || file.backTo !== null;
  if (!applies(file, name) || file.left.includes(name) || isPast(file, name) || over()) return;

  if (file.stage !== name) desk.add(...entering(file, name));
  const ends = (): boolean => stageEnds(file, name) || over();
  for (;;) {
    await desk.until(() => ends() || notForgotten(file).length > 0);
    if (ends()) break;
    desk.add(...notForgotten(file));
  }
  desk.add(...leaving(file, name));
}

/** HA-2: the case goes to a handler of its level. Until he takes over, the present owner answers for it. */
async function handOver(desk: Desk): Promise<void> {
  if (desk.file.handOver) await stage(desk, 'hand_over');
}

/** CO-3: after an escalation the new handler has the case before the round begins; in the first round its receiver contacts the customer (HA-1). */
async function handOverOfARound(desk: Desk): Promise<void> {
  const { round, stage: at } = desk.file;
  if (round > 1 && (at === null || at === 'hand_over')) await handOver(desk);
}

/** CO-4, CO-14: where the level above cannot have the last word, the general manager's meeting has it. */
async function review(desk: Desk): Promise<void> {
  const { file } = desk;
  const underWay = (['meeting', 'review'] as const).find((name) => file.stage === name && !file.left.includes(name));
  await stage(desk, underWay ?? (needsMeeting(file) ? 'meeting' : 'review'));
  // CO-8: given up, and heard all the same while the review was under way.
  if (file.facts.includes('dissatisfied') && needsMeeting(file)) await stage(desk, 'meeting');
}

function anotherRound(desk: Desk): boolean {
  const round = nextRound(desk.file);
  if (round) desk.add(...round);
  return round !== null;
}

function sentBack(desk: Desk): boolean {
  const back = goingBack(desk.file);
  if (back) desk.add(...back);
  return back !== null;
}
