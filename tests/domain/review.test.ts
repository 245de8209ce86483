import type { Actor } from '../../domain/people';
import { STAFF } from '../support/files';
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
    while (complaint.duties('proposal_decision').length === 0) {
      const no = complaint.file.proposals + 1;
      await complaint.do(handler, 'propose');
      await complaint.do(handler, 'tell_proposal', { proposal: no });
      await complaint.do(handler, 'record_answer', { proposal: no, answer: 'refused' });
    }
    await complaint.do(by, 'decide_proposal', { decision: 'instruct' });
  }

  it('nobody is left to review it: the meeting has the last word, and a content customer is a completed complaint', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.walkTo('proposal');
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
    const complaint = await PaperComplaint.begin();
    await complaint.walkTo('proposal');
    await decidedBy(complaint, salesDirector);
    await complaint.walkTo('review');
    expect(await complaint.refusal(salesDirector, 'approve')).toBe('handled_before');
    expect(await complaint.refusal(administrationDirector, 'approve')).toBe(null);
  });
});
