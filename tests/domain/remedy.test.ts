import { shanghai, STAFF, wall } from '../support/files';
import { PaperComplaint } from '../support/paper-complaint';

const { handler, handler2, clerk } = STAFF;

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
    await complaint.passTo(due + 1000);
    expect(wall(complaint.dueAt('tell_delay'))).toBe('2026-03-05 18:00');
    expect(misses(complaint)).toEqual([
      { type: 'missed', duty: expect.stringMatching(/^remedy_step-/), by: 'handler-2' },
    ]);
    const breaches = complaint.record.notices.filter(({ notice }) => notice === 'breach');
    expect(breaches.map(({ recipients }) => recipients)).toEqual([
      { person: 'handler-2' },
      expect.objectContaining({ roles: ['supervisor'], team: 'east' }),
      // The owner speaks to the customer, who has to hear of it.
      { person: 'handler-1' },
    ]);
  });

  it('is the breach of the owner where he named himself', async () => {
    const complaint = await agreed([{ person: 'handler-1', workingDays: 1, ref: 'text-step' }]);
    await complaint.passTo(complaint.dueAt('remedy_step') + 1000);
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

const TWO = [
  { person: 'handler-1', workingDays: 1, ref: 'text-1' },
  { person: 'handler-2', workingDays: 3, ref: 'text-2' },
];

describe('HA-10, HA-16 the steps of the remedy', () => {
  it('each run from the agreement, each with its own time', async () => {
    const complaint = await agreed(TWO);
    expect(
      complaint.duties('remedy_step').map(({ step, person, dueAt }) => `${step} ${person} ${wall(dueAt)}`),
    ).toEqual(['1 handler-1 2026-03-03 18:00', '2 handler-2 2026-03-05 18:00']);
  });

  it('are seen off by the owner, or by whoever was to do one, his own only', async () => {
    const complaint = await agreed(TWO);
    expect(await complaint.refusal(handler2, 'complete_step', { step: 1 })).toBe('not_owner');
    expect(await complaint.refusal(clerk, 'complete_step', { step: 2 })).toBe('not_owner');
    await complaint.do(handler2, 'complete_step', { step: 2 });
    expect(await complaint.refusal(handler2, 'see_off_step', { step: 2 })).toBe('not_owner');
    await complaint.do(handler, 'see_off_step', { step: 2 });
    expect(await complaint.refusal(handler, 'complete_step', { step: 2 })).toBe('step_done');
    expect(await complaint.refusal(handler, 'complete_step', { step: 3 })).toBe('no_such_step');
    expect(complaint.duties('remedy_step').map(({ step }) => step)).toEqual([1]);
  });

  it('when the last one is done, whichever that is, the customer is called back', async () => {
    const complaint = await agreed(TWO);
    await complaint.do(handler, 'complete_step', { step: 2 });
    expect(complaint.file.stage).toBe('remedy');
    await complaint.do(handler, 'complete_step', { step: 1 });
    expect(complaint.file.stage).toBe('callback');
  });
});

describe('HA-10 a delayed step', () => {
  it('gets its new time from now on, for the same person, and the customer has to be told within a working day', async () => {
    const complaint = await agreed(TWO);
    await complaint.passTo(shanghai('2026-03-03 10:00'));
    await complaint.do(handler, 'delay_step', { step: 2, workingDays: 5 });
    const [, delayed] = complaint.duties('remedy_step');
    expect(`${delayed?.step} ${delayed?.person} ${wall(delayed?.dueAt)}`).toBe('2 handler-2 2026-03-10 18:00');
    expect(wall(complaint.dueAt('tell_delay'))).toBe('2026-03-04 18:00');
  });

  it('is told by a word that is about the delay and reaches the customer, by no other', async () => {
    const complaint = await agreed(TWO);
    await complaint.do(handler, 'delay_step');
    await complaint.do(handler, 'record_contact', { purpose: 'follow_up' });
    await complaint.do(handler, 'record_contact', { purpose: 'delay', reached: false });
    expect(complaint.duties('tell_delay')).toHaveLength(1);
    await complaint.do(handler, 'record_contact', { purpose: 'delay' });
    expect(complaint.duties('tell_delay')).toEqual([]);
  });

  it('delayed again before the customer was told is still told once, by the first date', async () => {
    const complaint = await agreed(TWO);
    await complaint.do(handler, 'delay_step', { step: 1 });
    await complaint.passTo(shanghai('2026-03-03 10:00'));
    await complaint.do(handler, 'delay_step', { step: 2 });
    expect(wall(complaint.dueAt('tell_delay'))).toBe('2026-03-03 18:00');
  });

  it('does not undo a breach that stands, and can be missed once more', async () => {
    const complaint = await agreed(TWO);
    await complaint.passTo(shanghai('2026-03-03 18:00') + 1000);
    expect(misses(complaint)).toHaveLength(1);
    await complaint.do(handler, 'delay_step', { step: 1, workingDays: 1 });
    expect(complaint.duties('remedy_step').filter(({ missed }) => missed)).toEqual([]);
    await complaint.passTo(shanghai('2026-03-04 18:00') + 1000);
    expect(misses(complaint)).toMatchObject([{ by: 'handler-1' }, { by: 'handler-1' }, { by: 'handler-1' }]);
  });

  it('is the owner’s to record, and only for a step that is still to be done', async () => {
    const complaint = await agreed(TWO);
    expect(await complaint.refusal(handler2, 'delay_step', { step: 2 })).toBe('not_owner');
    await complaint.do(handler, 'complete_step', { step: 1 });
    expect(await complaint.refusal(handler, 'delay_step', { step: 1 })).toBe('step_done');
  });

  it('that is done the moment after is told all the same', async () => {
    const complaint = await agreed(TWO);
    await complaint.do(handler, 'delay_step', { step: 1 });
    await complaint.walkTo('callback');
    expect(complaint.duties('tell_delay')).toHaveLength(1);
    await complaint.do(handler, 'record_contact', { purpose: 'delay', direction: 'inbound' });
    expect(complaint.duties('tell_delay')).toHaveLength(1);
    await complaint.do(handler, 'record_contact', { purpose: 'delay' });
    expect(complaint.duties('tell_delay')).toEqual([]);
  });

  it('is told once, from the first of two steps that are late, and no more once the customer is content', async () => {
    const complaint = await agreed(TWO);
    await complaint.passTo(shanghai('2026-03-05 10:00'));
    expect(misses(complaint).map(({ duty }) => duty.replace(/-.*/, ''))).toEqual(['remedy_step', 'tell_delay']);
    await complaint.passTo(shanghai('2026-03-06 10:00'));
    expect(misses(complaint)).toHaveLength(3);
    expect(wall(complaint.dueAt('tell_delay'))).toBe('2026-03-04 18:00');
    await complaint.walkTo('review');
    expect(complaint.duties('tell_delay')).toEqual([]);
  });
});
