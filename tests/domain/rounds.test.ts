import { shanghai, STAFF, wall } from '../support/files';
import { PaperComplaint } from '../support/paper-complaint';

const { handler, supervisor } = STAFF;

/** A complaint whose customer was asked for the first time, and said this. */
async function calledBack(said: { solved: boolean; satisfaction: 'acceptable' | 'dissatisfied' }) {
  const complaint = await PaperComplaint.begin();
  await complaint.walkTo('callback');
  await complaint.do(handler, 'record_callback', said);
  return complaint;
}

describe('CO-3 in a new round', () => {
  it('the classification of the complaint stays: nobody takes the escalation back by classifying again', async () => {
    const complaint = await calledBack({ solved: false, satisfaction: 'dissatisfied' });
    await complaint.do(supervisor, 'take_over');
    expect(complaint.file).toMatchObject({ stage: 'first_contact', level: 2, round: 2 });
    expect(await complaint.refusal(supervisor, 'classify', { grounds: [] })).toBe('not_in_stage');
    expect(complaint.file.level).toBe(2);
  });

  it('HA-1 the new handler has a day of his own, whatever the last one still noted while he handed over', async () => {
    const complaint = await calledBack({ solved: true, satisfaction: 'dissatisfied' });
    expect(complaint.file.stage).toBe('hand_over');
    await complaint.do(handler, 'record_contact');
    await complaint.do(handler, 'fill_form');
    await complaint.passTo(shanghai('2026-03-03 10:00'));
    await complaint.do(supervisor, 'take_over');
    expect(complaint.file.stage).toBe('first_contact');
    expect(wall(complaint.dueAt('first_contact'))).toBe('2026-03-04 18:00');
    await complaint.do(supervisor, 'fill_form');
    expect(complaint.file.stage).toBe('first_contact');
    await complaint.do(supervisor, 'record_contact');
    expect(complaint.file.stage).toBe('verification');
  });

  it('a run that begins again does not hand the case over in the middle of the first contact', async () => {
    const complaint = await calledBack({ solved: false, satisfaction: 'acceptable' });
    expect(await complaint.refusal(handler, 'classify', { grounds: ['emotional'] })).toBe('not_in_stage');
    await complaint.restart();
    expect(complaint.file).toMatchObject({ stage: 'first_contact', level: 1, round: 2, handOver: false });
  });
});
