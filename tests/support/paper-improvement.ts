import { settle } from '../../domain/evolve';
import type { ImprovementActionData, ImprovementActionName } from '../../domain/improvement/actions';
import { applyImprovementTurn } from '../../domain/improvement/apply-turn';
import { closing, isOver, lapse } from '../../domain/improvement/clock';
import { decide } from '../../domain/improvement/decide';
import { blankImprovement, evolve } from '../../domain/improvement/evolve';
import type { ImprovementEvent, ImprovementFile } from '../../domain/improvement/file';
import { improvementNotices } from '../../domain/improvement/notices';
import { openingEvents } from '../../domain/improvement/opening';
import type { ImprovementBirth } from '../../domain/improvement/opening';
import { nextWake } from '../../domain/clock';
import type { ComplaintFile, DueInstants } from '../../domain/complaint-file';
import type { Notice } from '../../domain/notices';
import type { Actor } from '../../domain/people';
import type { RefusalCode } from '../../domain/refusals';
import { IMPROVEMENTS } from '../../policies/records';
import { aComplaint, asJson, CALENDAR, shanghai, STAFF } from './files';

/** A department with its head. */
export const LOGISTICS_HEAD: Actor = { id: 'logistics-head', roles: ['department_head'], team: 'logistics' };
export const LOGISTICS: Actor = { id: 'logistics-1', roles: ['department_member'], team: 'logistics' };

type Turn = { at: number; events: ImprovementEvent[]; due: Record<string, DueInstants> };

/** One improvement with an array for its record and a number for its clock: what the desk and the commit do, without them. */
export class PaperImprovement {
  readonly turns: Turn[] = [];
  readonly notices: Notice[] = [];
  readonly file: ImprovementFile = blankImprovement(IMPROVEMENTS);

  /** Set on Monday 2026-03-02 at 10:00 by the supervisor, for logistics, until Tuesday the 31st, unless told. */
  constructor(
    given: Partial<ImprovementBirth> & { complaint?: ComplaintFile } = {},
    public now = shanghai('2026-03-02 10:00'),
  ) {
    const { complaint = aComplaint().file, ...birth } = given;
    const ordinary: ImprovementBirth = {
      id: 'G20260302-001',
      setBy: { id: STAFF.supervisor.id, role: 'supervisor' },
      department: 'logistics',
      person: LOGISTICS.id,
      dueDate: '2026-03-31',
    };
    this.commit(openingEvents(complaint, { ...ordinary, ...birth }, this.now));
  }

  get events(): ImprovementEvent[] {
    return this.turns.flatMap(({ events }) => events);
  }

  /** Why it is refused; null if it is done. */
  try<N extends ImprovementActionName>(by: Actor, name: N, data: ImprovementActionData[N]): RefusalCode | null {
    if (this.file.closed) return 'improvement_closed';
    const verdict = decide(this.file, name, { by, data }, this.now);
    if ('refused' in verdict) return verdict.refused.code;
    this.commit(verdict.events);
    return null;
  }

  do<N extends ImprovementActionName>(by: Actor, name: N, data: ImprovementActionData[N]): void {
    const refused = this.try(by, name, data);
    if (refused) throw new Error(`'${name}' by ${by.id} was refused: ${refused}`);
  }

  /** Lets time pass; every timer rings when it should. Throws when the clock rings without end. */
  passTo(instant: number): void {
    for (let rung = 0; rung < 100; rung += 1) {
      const wake = nextWake(this.file);
      if (!wake || wake.at > instant) {
        this.now = Math.max(this.now, instant);
        return;
      }
      this.now = Math.max(this.now, wake.at);
      this.commit(lapse(this.file, this.now));
    }
    throw new Error('The clock rings without end.');
  }

  /** What was said, as `notice → recipient`. */
  get said(): string[] {
    return this.notices.map(({ notice, recipients }) => `${notice} → ${toText(recipients)}`);
  }

  private commit(events: ImprovementEvent[]): void {
    const after = asJson(this.file);
    for (const event of events) evolve(after, event, this.now);
    const all = asJson([...events, ...(isOver(after) ? closing(after) : [])]);
    const turn = applyImprovementTurn(this.file, all, this.now, CALENDAR);
    this.notices.push(...improvementNotices(turn));
    settle(this.file, turn.due, this.now);
    this.turns.push(asJson({ at: this.now, events: all, due: turn.due }));
  }
}

const toText = (recipients: Notice['recipients']): string =>
  'customer' in recipients
    ? 'customer'
    : 'person' in recipients
      ? recipients.person
      : `${recipients.roles.join('|')}@${recipients.team ?? '*'}`;

/** The file as it follows from the turns alone. */
export function foldImprovement({ turns }: Pick<PaperImprovement, 'turns'>): ImprovementFile {
  const file = blankImprovement(IMPROVEMENTS);
  for (const { at, events, due } of turns) {
    for (const event of events) evolve(file, event, at);
    settle(file, due, at);
  }
  return file;
}
