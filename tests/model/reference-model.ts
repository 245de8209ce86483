import type { Action, ActionData, ActionName } from '../../domain/actions';
import type { Actor } from '../../domain/people';
import type { DutyKind, Level, Outcome, Priority, Role, Stage } from '../../domain/words';
import { hours, serviceMinutes, weekly, workingDays } from './reference-time';

/**
 * The standard procedure told a second time, plainly: one big state, one `switch` for what may be done, one for what it
 * does. It shares nothing with domain/ but the words, so that they cannot be wrong together.
 */
type Owed = { kind: DutyKind; step?: number; dueAt: number; missed: boolean };
type Step = { no: number; person: string; done: boolean };
type Person = { id: string; role: Role };

const MINUTE = 60_000;
const RANKS: Partial<Record<Role, number>> = {
  handler: 1,
  supervisor: 2,
  manager: 3,
  sales_director: 4,
  administration_director: 4,
};
const rank = (role: Role): number => RANKS[role] ?? 0;
const DIRECTORS: Role[] = ['sales_director', 'administration_director'];
const HANDLERS: Record<Level, Role[]> = {
  1: ['handler', 'supervisor', 'manager'],
  2: ['supervisor', 'manager'],
  3: DIRECTORS,
};

const URGENT = ['core_business', 'core_rights', 'safety', 'system_fault', 'public_opinion'];
const IMPORTANT = ['use_impaired', 'many_concerned', 'key_customer'];
const HIGH = [
  'regulator_12315',
  'franchisees_mass_on_new_product',
  'department_inaction',
  'harms_company',
  'harms_franchisee_business',
];
const MIDDLE = ['emotional', 'beyond_handler', 'repeat', 'shop_attitude', 'desk_service', 'policy_resented'];

export type Birth = { receivedAt: number; requestType: string; respondents: string[]; owner: Person; team: string };

export class ReferenceModel {
  stage: Stage | 'closed' = 'first_contact';
  level: Level = 1;
  priority: Priority = 'normal';
  round = 1;
  owner: Person;
  outcome: Outcome | null = null;
  owed: Owed[] = [];

  private requestType: string;
  private readonly hands: Person[];
  private contacted = false;
  private form = false;
  private classified = false;
  private repeatedBack = false;
  private verified = false;
  private satisfied = false;
  private decidedByMeeting = false;
  private proposal: { no: number; told: boolean; answered: boolean; steps: (Step & { days: number })[] } | null = null;
  private proposals = 0;
  private refusals = 0;
  private unsolved = 0;
  private lastWord = 0;

  constructor(private readonly birth: Birth) {
    this.owner = birth.owner;
    this.hands = [birth.owner];
    this.requestType = birth.requestType;
    this.owe('first_contact', workingDays(birth.receivedAt, 1));
  }

  /** Everything due before an instant has been missed by then; a missed week begins the next one. */
  timePasses(to: number): void {
    for (;;) {
      const late = this.owed.find(({ missed, dueAt }) => !missed && dueAt < to);
      if (!late) return;
      late.missed = true;
      if (late.kind === 'follow_up') this.owe('follow_up', this.wordBy(late.dueAt));
    }
  }

  /** Whether somebody may do this now. */
  may(name: ActionName, { by, data }: Action, at: number): boolean {
    if (this.stage === 'closed' || this.birth.respondents.includes(by.id)) return false;
    const owns = by.id === this.owner.id;
    switch (name) {
      case 'record_contact':
        return owns && this.believable((data as ActionData['record_contact']).occurredAt ?? at, at);
      case 'fill_form':
        return owns;
      case 'classify':
        return owns && (this.stage === 'classification' || (this.stage === 'first_contact' && this.round === 1));
      case 'take_over':
        return this.stage === 'hand_over' && this.isOneOf(by, HANDLERS[this.level]);
      case 'record_verification':
        return (
          owns && ['first_contact', 'classification', 'hand_over', 'verification', 'proposal'].includes(this.stage)
        );
      case 'complete_step':
        return this.mayComplete(by, (data as ActionData['complete_step']).step);
      case 'delay_step':
        return owns && this.stage === 'remedy' && this.undone((data as ActionData['delay_step']).step) !== undefined;
      case 'record_callback':
        return owns && this.stage === 'callback';
      case 'decide_finally':
        return this.stage === 'meeting' && this.isOneOf(by, ['administration_centre', 'administration_director']);
      case 'approve':
        return this.stage === 'review' && this.mayReview(by);
      case 'reject':
        return this.stage === 'review' && this.mayReview(by) && this.canBeSentBack(data as ActionData['reject']);
      case 'archive':
        return this.stage === 'archive' && by.roles.includes('clerk') && (this.repeatedBack || this.outcome !== null);
      case 'withdraw':
        return (
          owns && this.stage !== 'archive' && this.believable((data as ActionData['withdraw']).proof.occurredAt, at)
        );
      default:
        return this.stage === 'proposal' && this.mayAgree(name, by, data, at);
    }
  }

  private mayAgree(name: ActionName, by: Actor, data: unknown, at: number): boolean {
    const owns = by.id === this.owner.id;
    const waiting = this.owed.some(({ kind }) => kind === 'proposal_decision');
    const table = this.proposal;
    switch (name) {
      case 'propose':
        return owns && !waiting && !(table && table.told && !table.answered);
      case 'tell_proposal': {
        const { proposal, apologised } = data as ActionData['tell_proposal'];
        return owns && table?.no === proposal && !table.answered && (apologised || this.requestType !== 'complaint');
      }
      case 'record_answer': {
        const { proposal, proof } = data as ActionData['record_answer'];
        const open = table?.no === proposal && table.told && !table.answered;
        return owns && open && this.believable(proof.occurredAt, at);
      }
      default:
        return waiting && !owns && this.isOneOf(by, this.superiors());
    }
  }

  /** Does it. Only what may be done is done. */
  act(name: ActionName, { by, data: given }: Action, at: number): void {
    switch (name) {
      case 'record_contact': {
        const { reached, purpose } = given as ActionData['record_contact'];
        if (reached) this.word(at);
        if (reached && purpose === 'delay') this.done('tell_delay');
        break;
      }
      case 'fill_form':
        this.form = true;
        this.repeatedBack = (given as ActionData['fill_form']).repeatedBack;
        break;
      case 'classify':
        this.classify(given as ActionData['classify']);
        break;
      case 'take_over':
        this.takeOver(by, HANDLERS[this.level]);
        this.enter(this.round === 1 ? 'verification' : 'first_contact', at);
        break;
      case 'record_verification':
        this.verified ||= (given as ActionData['record_verification']).concluded;
        break;
      case 'complete_step':
        this.complete(by, (given as ActionData['complete_step']).step);
        break;
      case 'delay_step': {
        const { step, workingDays: days } = given as ActionData['delay_step'];
        this.done('remedy_step', step);
        this.owe('remedy_step', workingDays(at, days), step);
        if (!this.owed.some(({ kind }) => kind === 'tell_delay')) this.owe('tell_delay', workingDays(at, 1));
        break;
      }
      case 'record_callback':
        this.callBack(given as ActionData['record_callback'], at);
        break;
      case 'decide_finally':
        this.decidedByMeeting = true;
        this.done('follow_up');
        this.hand({ id: by.id, role: 'administration_centre' });
        this.enter('archive', at);
        break;
      case 'approve':
        this.enter('archive', at);
        break;
      case 'reject':
        this.goBack((given as ActionData['reject']).backTo, at);
        break;
      case 'archive':
        this.stage = 'closed';
        this.owed = [];
        this.outcome ??= this.decidedByMeeting && !this.satisfied ? 'decided_by_meeting' : 'completed';
        break;
      case 'withdraw':
        this.outcome = 'withdrawn';
        this.owed = [];
        this.enter('archive', at);
        break;
      default:
        this.agree(name, by, given, at);
    }
    this.moveOn(at);
  }

  private agree(name: ActionName, by: Actor, given: unknown, at: number): void {
    if (name === 'propose') {
      const { steps } = given as ActionData['propose'];
      this.proposals += 1;
      const numbered = steps.map(({ person, workingDays: days }, i) => ({ no: i + 1, person, days, done: false }));
      this.proposal = { no: this.proposals, told: false, answered: false, steps: numbered };
      this.done('tell_proposal');
      this.owe('tell_proposal', workingDays(at, 1));
    } else if (name === 'tell_proposal') {
      this.proposal!.told = true;
      this.done('tell_proposal');
      this.word(at);
    } else if (name === 'record_answer') {
      this.proposal!.answered = true;
      if ((given as ActionData['record_answer']).answer === 'accepted') return this.enter('remedy', at);
      this.refusals += 1;
      if (this.refusals === 3) this.owe('proposal_decision', workingDays(at, 1));
    } else {
      this.refusals = 0;
      this.done('proposal_decision');
      if ((given as ActionData['decide_proposal']).decision === 'take_over') this.takeOver(by, this.superiors());
      else this.hand({ id: by.id, role: this.superiors().find((role) => this.worksAs(by, role))! });
    }
  }

  private classify({ requestType, grounds }: ActionData['classify']): void {
    const has = (list: string[]): boolean => grounds.some((ground) => list.includes(ground));
    const level = has(HIGH) ? 3 : has(MIDDLE) ? 2 : 1;
    this.requestType = requestType;
    this.priority = has(URGENT) ? 'urgent' : has(IMPORTANT) ? 'important' : 'normal';
    this.classified = true;
    if (level === this.level) return;
    this.level = level;
    const running = this.owed.find(({ kind, missed }) => kind === 'follow_up' && !missed);
    if (running) running.dueAt = this.wordBy(this.lastWord);
  }

  private callBack(given: ActionData['record_callback'], at: number): void {
    if (!given.answered) return;
    const content = !given.satisfaction.endsWith('dissatisfied');
    if (content && given.solved) {
      this.satisfied = true;
      this.done('follow_up');
      return this.enter(this.reviewable() ? 'review' : 'meeting', at);
    }
    if (!content && this.level === 3) {
      this.word(at);
      return this.enter('meeting', at);
    }
    const up = this.level < 3 && (!content || this.unsolved === 1);
    this.unsolved = up || !content ? 0 : this.unsolved + 1;
    if (up) this.level = (this.level + 1) as Level;
    this.newRound(at);
  }

  private newRound(at: number): void {
    this.word(at);
    this.round += 1;
    this.proposal = null;
    this.refusals = 0;
    this.contacted = this.form = this.verified = this.repeatedBack = false;
    this.enter(this.belongsElsewhere() ? 'hand_over' : 'first_contact', at);
  }

  private goBack(to: Stage, at: number): void {
    this.satisfied = false;
    if (to === 'verification') this.verified = false;
    this.owe('follow_up', this.wordBy(at));
    this.enter(to, at);
  }

  /** Whatever is ready to be left is left. */
  private moveOn(at: number): void {
    for (;;) {
      if (this.stage === 'first_contact' && this.contacted && this.form)
        this.enter(this.round === 1 ? 'classification' : 'verification', at);
      else if (this.stage === 'classification' && this.classified)
        this.enter(this.belongsElsewhere() ? 'hand_over' : 'verification', at);
      else if (this.stage === 'verification' && this.verified) this.enter('proposal', at);
      else if (this.stage === 'remedy' && this.proposal!.steps.every(({ done }) => done)) this.enter('callback', at);
      else return;
    }
  }

  /** What a step of the procedure begins with. What the one before still owed is owed no longer; word to the customer is. */
  private enter(stage: Stage, at: number): void {
    this.stage = stage;
    this.owed = this.owed.filter(({ kind }) => kind === 'follow_up');
    if (stage === 'first_contact') {
      this.contacted = this.form = false;
      this.owe('first_contact', workingDays(at, 1));
    }
    if (stage === 'hand_over') this.owe('take_over', serviceMinutes(at, 120));
    if (stage === 'remedy') {
      for (const { no, days } of this.proposal!.steps) this.owe('remedy_step', workingDays(at, days), no);
    }
    if (stage === 'callback') this.owe('callback', this.priority === 'urgent' ? hours(at, 24) : workingDays(at, 2));
    if (stage === 'meeting') this.owe('meeting', workingDays(at, 5));
    if (stage === 'review') this.owe('review', workingDays(at, 1));
    if (stage === 'archive') this.owe('archive', workingDays(at, 2));
  }

  private word(at: number): void {
    this.contacted = true;
    this.lastWord = at;
    this.done('follow_up');
    if (!this.satisfied && !this.decidedByMeeting && this.outcome === null) this.owe('follow_up', this.wordBy(at));
  }

  private wordBy(from: number): number {
    if (this.level === 1) return weekly(from);
    return workingDays(from, this.level === 2 ? 3 : 2);
  }

  private owe(kind: DutyKind, dueAt: number, step?: number): void {
    this.owed.push({ kind, dueAt, missed: false, ...(step === undefined ? {} : { step }) });
  }

  private done(kind: DutyKind, step?: number): void {
    this.owed = this.owed.filter((duty) => duty.kind !== kind || (step !== undefined && duty.step !== step));
  }

  private complete(by: Actor, no: number): void {
    const step = this.undone(no)!;
    step.done = true;
    this.done('remedy_step', no);
    this.hand({ id: by.id, role: by.roles[0]! });
  }

  private takeOver(by: Actor, as: Role[]): void {
    this.owner = { id: by.id, role: as.find((role) => this.worksAs(by, role))! };
    this.hand(this.owner);
  }

  private hand(person: Person): void {
    if (!this.hands.some(({ id }) => id === person.id)) this.hands.push(person);
  }

  private undone(no: number): Step | undefined {
    return this.proposal?.steps.find((step) => step.no === no && !step.done);
  }

  private mayComplete(by: Actor, no: number): boolean {
    const step = this.undone(no);
    return this.stage === 'remedy' && step !== undefined && (by.id === this.owner.id || by.id === step.person);
  }

  private belongsElsewhere(): boolean {
    return HANDLERS[this.level].every((role) => rank(role) > rank(this.owner.role));
  }

  private superiors(): Role[] {
    const mine = rank(this.owner.role);
    if (mine === 4) return DIRECTORS.filter((role) => role !== this.owner.role);
    return (['supervisor', 'manager', ...DIRECTORS] as Role[]).filter((role) => rank(role) > mine);
  }

  /** Level 1: the lowest who stands above all hands; level 2 and 3: a director; among directors, the other one. */
  private reviewers(): Role[] {
    const highest = Math.max(...this.hands.map(({ role }) => rank(role)));
    if (highest === 4) return DIRECTORS;
    if (highest === 3 || this.level > 1) return ['sales_director'];
    return [highest === 2 ? 'manager' : 'supervisor'];
  }

  private reviewable(): boolean {
    return this.reviewers().some((role) => !this.hands.some((hand) => hand.role === role));
  }

  private mayReview(by: Actor): boolean {
    return !this.hands.some(({ id }) => id === by.id) && this.isOneOf(by, this.reviewers());
  }

  private canBeSentBack = ({ ground, ref, backTo }: ActionData['reject']): boolean =>
    ['verification', 'proposal', 'callback'].includes(backTo) && (ground !== 'other' || ref !== undefined);

  private isOneOf = (by: Actor, roles: Role[]): boolean => roles.some((role) => this.worksAs(by, role));

  /** Handlers and supervisors work for their own team, the others for all. */
  private worksAs(by: Actor, role: Role): boolean {
    const everywhere = role !== 'handler' && role !== 'supervisor';
    return by.roles.includes(role) && (everywhere || by.team === this.birth.team);
  }

  private believable(told: number, at: number): boolean {
    return told <= at + MINUTE && told >= this.birth.receivedAt - MINUTE;
  }
}
