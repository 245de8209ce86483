import type { Action, ActionName } from '../../domain/actions';
import { isOverdue } from '../../domain/clock';
import { ACTION_NAMES, decide } from '../../domain/decide';
import type { Refusal, RefusalCode } from '../../domain/refusals';
import { aComplaint, wall } from '../support/files';
import type { Reply, Sent } from '../support/paper-desk';
import { PaperComplaint } from '../support/paper-complaint';
import { birthOf } from './life';
import type { Life, Walker } from './life';
import { DATA, EVERYBODY } from './people-and-data';
import type { PolicyName } from './reference-case';
import { ReferenceModel } from './reference-model';
import type { Objection } from './reference-telling';

/** Beyond this a letter is as old as the desk finds it. */
const CREDIBLE_MS = 60_000;
/** Of everybody, who is asked of each action at each step: in the end everybody is. */
const ASKED_AT_A_TIME = 2;

/** The real procedure and its plain retelling, led through the same life and compared at every step. */
export class SideBySide implements Walker {
  /** How many questions both were asked: may somebody do something now? */
  asked = 0;
  /** What was asked about in which step, what was done, and why something was refused. */
  readonly seen = new Set<string>();
  private dice = 0;
  /** Nobody is at the desk: what falls due is seen when somebody is again. */
  private asleep = false;

  private constructor(
    private readonly real: PaperComplaint,
    private readonly model: ReferenceModel,
  ) {}

  static async begin(life: Life): Promise<SideBySide> {
    const { rules, now: registeredAt, ...birth } = birthOf(life);
    const real = await PaperComplaint.begin(aComplaint(birthOf(life)));
    const model = new ReferenceModel({ ...birth, registeredAt, policy: rules.policy as PolicyName });
    const both = new SideBySide(real, model);
    both.compare();
    return both;
  }

  get file() {
    return this.real.file;
  }

  get now() {
    return this.real.now;
  }

  async send(...letters: Sent[]): Promise<Reply[]> {
    const replies = await this.real.send(...letters);
    for (const [i, { name, action }] of letters.entries()) {
      const received = action.receivedAt ?? this.now;
      const at = this.now - received < CREDIBLE_MS ? received : this.now;
      this.model.timePasses(at, this.asleep);
      const reply = replies[i];
      if (!reply) throw this.difference(`'${name}' should be answered`, reply);
      this.mustAgree(name, action, at, 'refused' in reply ? reply.refused : null);
      if ('refused' in reply) continue;
      if (reply.done.at !== at) throw this.difference(`done at ${wall(at)}`, reply);
      this.model.act(name, action, at);
    }
    this.compare();
    return replies;
  }

  async passTo(instant: number): Promise<void> {
    await this.real.passTo(instant);
    this.compare();
  }

  sleepTo(instant: number): void {
    this.asleep = true;
    this.real.sleepTo(instant);
  }

  async restart(): Promise<void> {
    await this.real.restart();
    this.compare();
  }

  private compare(): void {
    this.model.timePasses(this.now, this.asleep);
    this.asleep = false;
    const [real, model] = [this.pictureOfReal(), this.pictureOfModel()];
    if (real !== model) throw this.difference(`Expected ${model}`, real);
    this.dice += 1;
    for (const name of ACTION_NAMES) this.ask(name);
  }

  /** May this be done now, by the owner and by some of all people? */
  private ask(name: ActionName): void {
    const data = DATA[name](this.file, this.now, this.dice * 31);
    const owner = EVERYBODY.findIndex(({ id }) => id === this.model.case.owner.id);
    const others = Array.from({ length: ASKED_AT_A_TIME }, (_, i) => this.dice + this.asked + i * 7);
    for (const place of [owner, ...others]) {
      const by = EVERYBODY[place % EVERYBODY.length]!;
      const verdict = decide(this.file, name, { by, data }, this.now);
      this.mustAgree(name, { by, data }, this.now, 'refused' in verdict ? verdict.refused : null);
    }
  }

  /** Both allow it, or both refuse it; and what the procedure says is amiss is among what the retelling finds amiss. */
  private mustAgree(name: ActionName, action: Action, at: number, refused: Refusal | null): void {
    this.asked += 1;
    this.seen.add(`${name} at ${this.model.case.stage}`).add(refused ? `refused ${refused.code}` : `done ${name}`);
    const objections = this.model.against(name, action, at);
    const agreed = refused ? objections.includes(objectionOf(refused.code)) : objections.length === 0;
    if (agreed) return;
    const expected = objections.length > 0 ? `be refused for its ${objections.join(' and ')}` : 'be done';
    throw this.difference(`'${name}' by ${action.by.id} should ${expected}`, { refused, data: action.data });
  }

  private pictureOfReal(): string {
    const { stage, level, priority, round, owners, outcome, duties, closed, handOver, lead, team } = this.file;
    const { id, role } = owners.at(-1)!;
    const owed = duties.map(({ kind, step, task, account, dueAt, missed = false }) =>
      [kind, step ?? task ?? account, wall(dueAt), missed].join(' '),
    );
    const marks = this.file.marks.toSorted();
    const now = { stage: closed ? 'closed' : stage, level, priority, round, owner: [id, role, team], outcome };
    return JSON.stringify({
      ...now,
      marks,
      handOver,
      lead: lead?.department ?? null,
      overdue: isOverdue(this.file),
      owed: owed.sort(),
    });
  }

  private pictureOfModel(): string {
    const { stage, level, priority, round, owner, outcome, owed, team, othersTurn, lead } = this.model.case;
    const marks = [...this.model.case.marks].sort();
    // What the other side or the customer owes is no promise of ours.
    const overdue = owed.some(
      ({ kind, missed }) => missed && !['account', 'customer_reply', 'proposal_answer'].includes(kind),
    );
    const list = owed.map(({ kind, step, task, account, dueAt, missed }) =>
      [kind, step ?? task ?? account, wall(dueAt), missed].join(' '),
    );
    const now = { stage, level, priority, round, owner: [owner.id, owner.role, team], outcome };
    return JSON.stringify({ ...now, marks, handOver: othersTurn, lead, overdue, owed: list.sort() });
  }

  private difference(what: string, about: unknown): Error {
    const { policy } = this.file.rules;
    return new Error(
      `The procedure and its retelling differ under ${policy} at ${wall(this.now)}: ${what}, got ${JSON.stringify(about)}`,
    );
  }
}

const STEP: RefusalCode[] = ['closed', 'withdrawn', 'not_in_stage', 'step_unknown_here'];
const PERSON: RefusalCode[] = [
  'not_owner',
  'not_owner_nor_above',
  'role_needed',
  'other_team',
  'handled_before',
  'complained_about',
  'not_for_staff',
  'other_department',
  'director_needed',
  'owner_already',
  'unfit',
];

/** What a refusal says is amiss: the step, a person, or what was said. */
const objectionOf = (code: RefusalCode): Objection =>
  STEP.includes(code) ? 'step' : PERSON.includes(code) ? 'person' : 'data';
