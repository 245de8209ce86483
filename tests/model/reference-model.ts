import type { Action, ActionData, ActionName } from '../../domain/actions';
import type { Stage } from '../../domain/words';
import { AGREEMENT } from './reference-agreement';
import { Case } from './reference-case';
import type { Birth } from './reference-case';
import { begin, moveOn } from './reference-course';
import { EDITIONS } from './reference-editions';
import { END } from './reference-end';
import { INQUIRY } from './reference-inquiry';
import { knows } from './reference-known';
import { NAMING } from './reference-naming';
import { calledAnew } from './reference-review';
import { forgetNot, timePasses } from './reference-owing';
import { PLACE, registered } from './reference-place';
import { TALK } from './reference-talk';
import type { Objection, Telling, Tellings } from './reference-telling';

const ALL: Tellings<ActionName> = { ...TALK, ...PLACE, ...NAMING, ...INQUIRY, ...AGREEMENT, ...END, ...EDITIONS };

/** The procedure told a second time: a complaint that lives by what the clauses say. */
export class ReferenceModel {
  readonly case: Case;

  constructor(birth: Birth) {
    this.case = new Case(birth);
    registered(this.case);
    begin(this.case);
    // What was taken in may have its first step behind it already.
    moveOn(this.case, birth.receivedAt);
    forgetNot(this.case, birth.registeredAt);
  }

  /** Everything due before an instant has been missed by then. `asleep`: seen at that instant only. */
  timePasses(to: number, asleep = false): void {
    timePasses(this.case, to, asleep);
  }

  /** All that stands against an action now; nothing, if it may be done. */
  against<N extends ActionName>(name: N, { by, data }: Action<N>, at: number): Objection[] {
    const c = this.case;
    const { where, whose, against }: Telling<N> = ALL[name];
    if (c.stage === 'closed') return ['step'];
    const elsewhere = where !== 'anywhere' && !where.includes(c.stage as Stage);
    // HA-18: who is complained about does nothing at all.
    const notHis = c.isRespondent(by.id) || !whose(c, by, data);
    const amiss = against?.(c, data, at, by) ?? [];
    const all = [(elsewhere || !knows(c, name)) && ('step' as const), notHis && ('person' as const), ...amiss];
    return all.filter((objection): objection is Objection => typeof objection === 'string');
  }

  /** Does it. Only what may be done is done. */
  act<N extends ActionName>(name: N, { by, data }: { by: Action['by']; data: ActionData[N] }, at: number): void {
    const telling: Telling<N> = ALL[name];
    const named = name === 'name_respondent' ? (data as ActionData['name_respondent']).person : undefined;
    calledAnew(this.case, at, named, () => telling.does(this.case, data, at, by));
    moveOn(this.case, at);
    forgetNot(this.case, at);
    this.case.lastAt = at;
  }
}
