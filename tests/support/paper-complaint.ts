import type { ActionData, ActionName } from '../../domain/actions';
import { nextWake } from '../../domain/clock';
import type { ComplaintFile, Duty } from '../../domain/complaint-file';
import type { Event } from '../../domain/events';
import type { Actor } from '../../domain/people';
import type { RefusalCode } from '../../domain/refusals';
import type { DutyKind, Stage } from '../../domain/words';
import { nextStep, STAFF_AT_HAND } from './crew';
import { aComplaint, anAction, wall } from './files';
import type { Born } from './files';
import { PaperDesk, PaperRecord } from './paper-desk';
import type { Count, Reply, Sent } from './paper-desk';

/** More wakes than this without anything done mean that the clock talks to itself. */
const MANY = 5000;
/** From anywhere to the archive a crew that knows its work needs no more steps than this. */
const STEPS_TO_THE_END = 40;

/** One complaint on a paper desk: people act, time passes, and the desk may be abandoned and begun again from the record. */
export class PaperComplaint {
  readonly record: PaperRecord;
  readonly clock: { now: number };
  readonly count: Count = { actions: 0, wakes: 0, refusals: 0 };
  private desk: PaperDesk;

  private constructor(born: Born) {
    this.record = new PaperRecord(born);
    this.clock = { now: born.now };
    this.desk = this.newDesk();
  }

  static async begin(born: Born = aComplaint()): Promise<PaperComplaint> {
    const complaint = new PaperComplaint(born);
    await complaint.desk.begin();
    return complaint;
  }

  /** The file as the workflow holds it. */
  get file(): ComplaintFile {
    return this.desk.file;
  }

  get now(): number {
    return this.clock.now;
  }

  get events(): Event[] {
    return this.record.turns.flatMap(({ events }) => events);
  }

  /** Abandons the desk and begins the procedure again from the record's JSON. */
  async restart(): Promise<void> {
    this.desk = this.newDesk();
    await this.desk.begin();
  }

  /** Several things on the desk at once, in the order of their arrival. */
  async send(...letters: Sent[]): Promise<Reply[]> {
    const replies: Reply[] = [];
    const posted = letters.map((letter, i) => ({ ...letter, reply: (reply: Reply) => void (replies[i] = reply) }));
    if (!this.desk.outcome) {
      await this.desk.wake(...posted);
      return replies;
    }
    // After the end, a run that begins again at the closed file deals with it.
    this.desk = this.newDesk(posted);
    await this.desk.begin();
    return replies;
  }

  /** An ordinary action, but for the data that are told; received now, unless told. */
  async try<N extends ActionName>(
    by: Actor,
    name: N,
    data: Partial<ActionData[N]> = {},
    receivedAt = this.now,
  ): Promise<Reply> {
    const [reply] = await this.send({ name, action: { ...anAction(name, by, receivedAt, data), receivedAt } });
    if (!reply) throw new Error(`Nobody answered '${name}'.`);
    return reply;
  }

  /** An action that must be done. */
  async do<N extends ActionName>(
    by: Actor,
    name: N,
    data: Partial<ActionData[N]> = {},
    receivedAt = this.now,
  ): Promise<void> {
    const reply = await this.try(by, name, data, receivedAt);
    if ('refused' in reply)
      throw new Error(`'${name}' by ${by.id} was refused at ${this.file.stage}: ${JSON.stringify(reply.refused)}`);
  }

  /** Why an action is refused; `null` if it is done. */
  async refusal<N extends ActionName>(
    by: Actor,
    name: N,
    data: Partial<ActionData[N]> = {},
  ): Promise<RefusalCode | null> {
    const reply = await this.try(by, name, data);
    return 'refused' in reply ? reply.refused.code : null;
  }

  /** Lets time pass; every timer rings when it should. */
  async passTo(instant: number): Promise<void> {
    for (let rung = 0; ; rung += 1) {
      const wake = nextWake(this.file);
      if (!wake || wake.at > instant) break;
      if (rung > MANY) throw new Error(`The clock of ${this.file.number} rings without end at ${wall(wake.at)}.`);
      this.clock.now = Math.max(this.clock.now, wake.at);
      await this.desk.wake();
    }
    this.clock.now = Math.max(this.clock.now, instant);
  }

  /** Lets time pass while no worker is there: nothing rings until something is sent or the desk begins again. */
  sleepTo(instant: number): void {
    this.clock.now = Math.max(this.clock.now, instant);
  }

  /** The duties of a kind that are still to be done, missed ones included. */
  duties(kind: DutyKind): Duty[] {
    return this.file.duties.filter((duty) => duty.kind === kind);
  }

  /** When the only open duty of a kind is due. */
  dueAt(kind: DutyKind): number {
    const [duty, ...more] = this.duties(kind);
    if (duty?.dueAt === undefined || more.length > 0)
      throw new Error(`There is no one '${kind}': ${JSON.stringify(this.duties(kind))}`);
    return duty.dueAt;
  }

  /** Lets the crew bring the complaint as far as a stage, or to its end. */
  async walkTo(stage: Stage | 'closed', crew = STAFF_AT_HAND): Promise<void> {
    for (let steps = 0; this.file.stage !== stage && !this.file.closed; steps += 1) {
      if (steps > STEPS_TO_THE_END) throw new Error(`The complaint does not come to '${stage}'.`);
      const { by, name, data } = nextStep(this.file, this.now, crew);
      await this.do(by, name, data);
    }
    if (stage !== 'closed' && this.file.stage !== stage) throw new Error(`The complaint closed without '${stage}'.`);
  }

  private newDesk(inbox: ConstructorParameters<typeof PaperDesk>[1] = []): PaperDesk {
    return new PaperDesk(this.record.read(), inbox, this.record, this.clock, this.count);
  }
}
