import { DAY, shanghai, STAFF } from '../support/files';
import { PaperComplaint } from '../support/paper-complaint';

const { handler } = STAFF;

/** A complaint whose customer has accepted what was offered, on Monday 2026-03-02 at 10:00. */
async function agreed(steps: { person: string; workingDays: number; ref: string }[]): Promise<PaperComplaint> {
  const complaint = await PaperComplaint.begin();
  await complaint.walkTo('proposal');
  await complaint.do(handler, 'propose', { steps });
  await complaint.do(handler, 'tell_proposal');
  await complaint.do(handler, 'record_answer');
  return complaint;
}

const misses = ({ events }: PaperComplaint) => events.filter((event) => event.type === 'missed');

describe('HA-10 a step of the remedy that is not done in time', () => {
  it('is the breach of the person who was to do it, told to him and to the level above', async () => {
    const complaint = await agreed([{ person: 'handler-2', workingDays: 2, ref: 'text-step' }]);
    const due = complaint.dueAt('remedy_step');
    expect(due).toBe(shanghai('2026-03-04 18:00'));
    await complaint.passTo(due + DAY);
    expect(misses(complaint)).toEqual([
      { type: 'missed', duty: expect.stringMatching(/^remedy_step-/), by: 'handler-2' },
    ]);
    const breaches = complaint.record.notices.filter(({ notice }) => notice === 'breach');
    expect(breaches.map(({ recipients }) => recipients)).toEqual([
      { person: 'handler-2' },
      expect.objectContaining({ roles: ['supervisor'], team: 'east' }),
    ]);
  });

  it('is the breach of the owner where he named himself', async () => {
    const complaint = await agreed([{ person: 'handler-1', workingDays: 1, ref: 'text-step' }]);
    await complaint.passTo(complaint.dueAt('remedy_step') + 1);
    expect(misses(complaint)).toMatchObject([{ by: 'handler-1' }]);
  });
});

describe('HA-10 an offer that leaves nothing to do', () => {
  it('is carried out with the agreement: the callback follows at once', async () => {
    const complaint = await agreed([]);
    expect(complaint.file.stage).toBe('callback');
    expect(complaint.dueAt('callback')).toBe(shanghai('2026-03-04 18:00'));
  });
});
