import { STAFF } from '../support/files';
import { PaperComplaint } from '../support/paper-complaint';

const { handler, supervisor, manager } = STAFF;

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
