import type { ActionName } from '../../domain/actions';
import type { Duty } from '../../domain/complaint-file';
import { ACTION_NAMES, decide } from '../../domain/decide';
import { asJson, wall } from '../support/files';
import type { Born } from '../support/files';
import type { Reply, Sent } from '../support/paper-desk';
import { PaperComplaint } from '../support/paper-complaint';
import type { Walker } from './life';
import { DATA, EVERYBODY } from './people-and-data';
import { ReferenceWithEditions } from './reference-editions';
import type { ReferenceModel } from './reference-model';

/** Beyond this a letter is as old as the desk finds it. */
const CREDIBLE_MS = 60_000;

/** The real procedure and its plain retelling, led through the same life and compared at every step. */
export class SideBySide implements Walker {
  /** How many questions both were asked: may somebody do something now? */
  asked = 0;
  private dice = 0;

  private constructor(
    private readonly real: PaperComplaint,
    private readonly model: ReferenceModel,
  ) {}

  static async begin(born: Born): Promise<SideBySide> {
    const real = await PaperComplaint.begin(born);
    const { receivedAt, requestType, respondents, team, owners } = asJson(born.file);
    const { id, role } = owners[0]!;
    const model = new ReferenceWithEditions({ receivedAt, requestType, respondents, team, owner: { id, role } });
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
      this.model.timePasses(at);
      const reply = replies[i];
      const allowed = this.model.may(name, action, at);
      if (!reply || 'done' in reply !== allowed)
        throw this.difference(`'${name}' was ${allowed ? '' : 'not '}expected`, reply);
      if ('done' in reply && reply.done.at !== at) throw this.difference(`done at ${wall(at)}`, reply);
      if (allowed) this.model.act(name, action, at);
    }
    this.compare();
    return replies;
  }

  async passTo(instant: number): Promise<void> {
    await this.real.passTo(instant);
    this.compare();
  }

  sleepTo(instant: number): void {
    this.real.sleepTo(instant);
  }

  async restart(): Promise<void> {
    await this.real.restart();
    this.compare();
  }

  private compare(): void {
    this.model.timePasses(this.now);
    const [real, model] = [this.pictureOfReal(), this.pictureOfModel()];
    if (real !== model) throw this.difference(`Expected ${model}`, real);
    this.dice += 1;
    for (const name of ACTION_NAMES) this.ask(name);
  }

  /** May this be done now, by each of all people? */
  private ask(name: ActionName): void {
    const data = DATA[name](this.file, this.now, this.dice * 31);
    for (const by of EVERYBODY) {
      const action = { by, data };
      const verdict = decide(this.file, name, action, this.now);
      const allowed = this.model.may(name, action, this.now);
      this.asked += 1;
      if ('events' in verdict === allowed) continue;
      throw this.difference(`'${name}' by ${by.id} should ${allowed ? '' : 'not '}be allowed`, { action, verdict });
    }
  }

  private pictureOfReal(): string {
    const { stage, level, priority, round, owners, outcome, duties, closed } = this.file;
    const owed = duties.map(({ kind, step, dueAt, missed = false }) => ({ kind, step, dueAt, missed }));
    const owner = { id: owners.at(-1)!.id, role: owners.at(-1)!.role };
    return picture({ stage: closed ? 'closed' : stage!, level, priority, round, owner, outcome }, owed);
  }

  private pictureOfModel(): string {
    const { stage, level, priority, round, owner, outcome, owed } = this.model;
    return picture({ stage, level, priority, round, owner, outcome }, owed);
  }

  private difference(what: string, about: unknown): Error {
    return new Error(
      `The procedure and its retelling differ at ${wall(this.now)}: ${what}, got ${JSON.stringify(about)}`,
    );
  }
}

type Owed = Pick<Duty, 'kind' | 'step' | 'dueAt'> & { missed: boolean };

const picture = (
  where: Pick<ReferenceModel, 'stage' | 'level' | 'priority' | 'round' | 'owner' | 'outcome'>,
  owed: Owed[],
) =>
  JSON.stringify({
    ...where,
    owed: owed.map(({ kind, step, dueAt, missed }) => `${kind} ${step ?? ''} ${wall(dueAt)} ${missed}`).sort(),
  });
