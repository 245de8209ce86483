import { audienceOf, mayNot } from '../../domain/people';
import type { Actor } from '../../domain/people';
import { aComplaint, DEPUTY, STAFF, wall } from '../support/files';
import { PaperComplaint } from '../support/paper-complaint';

const { handler, supervisor, manager, salesDirector, administrationDirector } = STAFF;

describe('CO-5 whoever had a hand in the case does not review it', () => {
  it('not even the supervisor who only did a step of the remedy: then it is for the manager', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.walkTo('proposal');
    await complaint.do(handler, 'propose', { steps: [{ person: supervisor.id, workingDays: 1, ref: 'text-step' }] });
    await complaint.walkTo('remedy');
    await complaint.do(supervisor, 'complete_step');
    await complaint.walkTo('review');
    expect(await complaint.refusal(supervisor, 'approve')).toBe('handled_before');
    expect(await complaint.refusal(manager, 'approve')).toBe(null);
  });
});

describe('CO-14 where both directors have decided in the case', () => {
  /** The customer has refused three times, and the level above has decided. */
  async function decidedBy(complaint: PaperComplaint, by: Actor): Promise<void> {
    const owner = complaint.file.level === 1 ? handler : supervisor;
    while (complaint.duties('proposal_decision').length === 0) {
      const no = complaint.file.proposals + 1;
      await complaint.do(owner, 'propose');
      await complaint.do(owner, 'tell_proposal', { proposal: no });
      await complaint.do(owner, 'record_answer', { proposal: no, answer: 'refused' });
    }
    await complaint.do(by, 'decide_proposal', { decision: 'instruct' });
  }

  async function atLevel2(): Promise<PaperComplaint> {
    const complaint = await PaperComplaint.begin(aComplaint({ level: 2, marks: ['repeat'] }));
    await complaint.walkTo('proposal');
    return complaint;
  }

  it('at level 1 a supervisor who had no hand in it reviews all the same: who decides is no handler', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.walkTo('proposal');
    await decidedBy(complaint, manager);
    await complaint.walkTo('review');
    expect(await complaint.refusal(manager, 'approve')).toBe('handled_before');
    expect(await complaint.refusal(supervisor, 'approve')).toBe(null);
  });

  it('nobody is left to review it: the meeting has the last word, and a content customer is a completed complaint', async () => {
    const complaint = await atLevel2();
    await decidedBy(complaint, salesDirector);
    await decidedBy(complaint, administrationDirector);
    await complaint.walkTo('meeting');
    expect(complaint.file.satisfaction).toBe('satisfied');
    await complaint.restart();
    expect(complaint.file.stage).toBe('meeting');
    await complaint.do(administrationDirector, 'decide_finally');
    await complaint.walkTo('closed');
    expect(complaint.file.outcome).toBe('completed');
  });

  it('one director who has decided leaves the review to the other', async () => {
    const complaint = await atLevel2();
    await decidedBy(complaint, salesDirector);
    await complaint.walkTo('review');
    expect(await complaint.refusal(salesDirector, 'approve')).toBe('handled_before');
    expect(await complaint.refusal(administrationDirector, 'approve')).toBe(null);
  });
});

describe('CO-5 the review', () => {
  async function inReview(): Promise<PaperComplaint> {
    const complaint = await PaperComplaint.begin();
    await complaint.walkTo('review');
    return complaint;
  }

  it('is due within one working day after the customer has confirmed', async () => {
    expect(wall((await inReview()).dueAt('review'))).toBe('2026-03-03 18:00');
  });

  it('belongs to a supervisor of the own team who never handled the case, or to somebody above; to nobody below and to no other team', async () => {
    const complaint = await inReview();
    const refusals: Record<string, string | null> = {};
    for (const by of Object.values(STAFF)) {
      refusals[by.id] = mayNot(complaint.file, 'reviewer', by)?.code ?? null;
    }
    expect(refusals).toEqual({
      'handler-1': 'handled_before',
      'handler-2': 'role_needed',
      'handler-3': 'role_needed',
      'supervisor-1': null,
      'supervisor-2': 'other_team',
      'manager-1': null,
      'director-1': null,
      'director-2': null,
      'clerk-1': 'role_needed',
      'logistics-head-1': 'role_needed',
      'logistics-1': 'role_needed',
      'warehouse-head-1': 'role_needed',
      'admin-1': 'role_needed',
    });
    await complaint.do(supervisor, 'approve');
    expect(complaint.file.stage).toBe('archive');
  });

  it('calls upon the supervisors alone, who stand nearest', async () => {
    const complaint = await inReview();
    const [called] = complaint.record.notices.filter(
      ({ notice, duty }) => notice === 'called_upon' && duty?.startsWith('review'),
    );
    expect(called?.recipients).toMatchObject({ roles: ['supervisor'], team: 'east', except: [handler.id] });
  });

  it('of a case that the supervisor took over is the manager’s', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.walkTo('proposal');
    for (const proposal of [1, 2, 3]) {
      await complaint.do(handler, 'propose');
      await complaint.do(handler, 'tell_proposal', { proposal });
      await complaint.do(handler, 'record_answer', { proposal, answer: 'refused' });
    }
    await complaint.do(supervisor, 'decide_proposal', { decision: 'take_over' });
    await complaint.walkTo('review');
    expect(await complaint.refusal(supervisor, 'approve')).toBe('handled_before');
    expect(audienceOf(complaint.file, { of: 'reviewer' })).toMatchObject({ roles: ['manager'] });
    await complaint.do(manager, 'approve');
  });

  it('HA-18 is not made by the supervisor who is complained about', async () => {
    const complaint = await PaperComplaint.begin(aComplaint({ respondents: [supervisor.id] }));
    await complaint.walkTo('review');
    expect(await complaint.refusal(supervisor, 'approve')).toBe('complained_about');
    expect(await complaint.refusal(DEPUTY, 'approve')).toBe(null);
  });

  it.each<['verification' | 'proposal' | 'callback', string[]]>([
    ['verification', ['contacted', 'form_filled', 'classified']],
    ['proposal', ['contacted', 'form_filled', 'classified', 'verified']],
    ['callback', ['contacted', 'form_filled', 'classified', 'verified', 'agreed', 'remedied', 'result_told']],
  ])('sends the case back to %s with a ground: that step and all after it are made again', async (backTo, facts) => {
    const complaint = await inReview();
    await complaint.do(supervisor, 'reject', { ground: 'facts_unclear', backTo });
    expect(complaint.file).toMatchObject({ stage: backTo, facts, round: 1, backTo: null });
    expect(complaint.file.owners).toHaveLength(1);
    await complaint.walkTo('review');
    expect(await complaint.refusal(supervisor, 'approve')).toBe(null);
    await complaint.walkTo('closed');
    expect(complaint.file.outcome).toBe('completed');
  });

  it('sends no case back to a step that is not one to repeat', async () => {
    const complaint = await inReview();
    expect(await complaint.refusal(supervisor, 'reject', { backTo: 'remedy' as 'callback' })).toBe(
      'step_not_repeatable',
    );
  });

  it('sent back to the callback, the customer may turn out to be dissatisfied after all', async () => {
    const complaint = await inReview();
    await complaint.do(supervisor, 'reject', { ground: 'callback_doubtful', backTo: 'callback' });
    await complaint.do(handler, 'record_callback', { satisfaction: 'dissatisfied' });
    expect(complaint.file).toMatchObject({ stage: 'hand_over', level: 2, round: 2 });
  });
});
