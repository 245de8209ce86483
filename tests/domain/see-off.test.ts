import { shanghai, STAFF } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun, due, duty, eventsOf, misses, of002, story } from './paper';

const { handler, handler2, supervisor, logisticsMember, clerk } = STAFF;

/** Agreed on Monday 2026-03-02 at 10:00: one step by somebody in logistics, one by the owner. */
async function agreed(begin = begun): Promise<PaperComplaint> {
  const complaint = await begin();
  await complaint.walkTo('proposal');
  await complaint.do(handler, 'propose', {
    steps: [
      { person: logisticsMember.id, workingDays: 3, ref: 'text-1' },
      { person: handler.id, workingDays: 1, ref: 'text-2' },
    ],
  });
  await complaint.do(handler, 'tell_proposal');
  await complaint.do(handler, 'record_answer');
  return complaint;
}

describe('HA-16 the owner sees off what others do', () => {
  it('reported done by its doer, it is his to see off within a working day; then it is done', async () => {
    const complaint = await agreed();
    await complaint.passTo(shanghai('2026-03-05 18:00'));
    await complaint.do(logisticsMember, 'complete_step', { step: 1 });
    expect(misses(complaint, 'remedy_step')).toEqual(['remedy_step handler-1']);
    expect(due(complaint, 'see_off_step')).toBe('2026-03-06 18:00');
    expect(duty(complaint, 'see_off_step')).toMatchObject({ of: 'owner', step: 1 });
    expect(complaint.file.proposal?.steps[0]).toMatchObject({ no: 1, reported: true });
    await complaint.do(handler, 'see_off_step', { step: 1 });
    expect(story(complaint, 'see_off_step')).toEqual(['met see_off_step']);
    await complaint.do(handler, 'complete_step', { step: 2 });
    expect(complaint.file.stage).toBe('callback');
  });

  it('not seen off in time it is his breach, not the doer’s', async () => {
    const complaint = await agreed();
    await complaint.do(logisticsMember, 'complete_step', { step: 1 });
    await complaint.passTo(shanghai('2026-03-03 18:00'));
    expect(misses(complaint, 'see_off_step')).toEqual([]);
    await complaint.passTo(shanghai('2026-03-03 18:00') + 1000);
    expect(misses(complaint, 'see_off_step')).toEqual(['see_off_step handler-1']);
    await complaint.passTo(shanghai('2026-03-05 18:00') + 1000);
    expect(misses(complaint, 'remedy_step')).toEqual(['remedy_step handler-1']);
  });

  it('reported is not done: the remedy waits, and nothing is done twice', async () => {
    const complaint = await agreed();
    await complaint.do(handler, 'complete_step', { step: 2 });
    expect(await complaint.refusal(handler, 'see_off_step', { step: 1 })).toBe('step_not_reported');
    await complaint.do(logisticsMember, 'complete_step', { step: 1 });
    expect(complaint.file.stage).toBe('remedy');
    expect(await complaint.refusal(logisticsMember, 'complete_step', { step: 1 })).toBe('step_reported');
    expect(await complaint.refusal(logisticsMember, 'see_off_step', { step: 1 })).toBe('not_owner');
    expect(await complaint.refusal(handler, 'see_off_step', { step: 2 })).toBe('step_done');
    expect(await complaint.refusal(handler, 'see_off_step', { step: 3 })).toBe('no_such_step');
    await complaint.do(handler, 'see_off_step', { step: 1 });
    expect(complaint.file.stage).toBe('callback');
    expect(await complaint.refusal(handler, 'see_off_step', { step: 1 })).toBe('not_in_stage');
  });

  it('may be seen off by the owner without a report: he was there himself', async () => {
    const complaint = await agreed(of002);
    await complaint.do(handler, 'complete_step', { step: 1 });
    expect(eventsOf(complaint, 'step_reported')).toEqual([]);
    expect(eventsOf(complaint, 'step_completed')).toMatchObject([{ step: 1, by: { id: 'handler-1' } }]);
  });

  it('HA-10 put off because it was not done after all, it is the doer’s again, to be reported again', async () => {
    const complaint = await agreed();
    await complaint.do(logisticsMember, 'complete_step', { step: 1 });
    await complaint.do(handler, 'delay_step', { step: 1, workingDays: 2 });
    expect(complaint.duties('see_off_step')).toEqual([]);
    expect(complaint.duties('remedy_step').find(({ step }) => step === 1)).toMatchObject({
      person: 'logistics-1',
      dueAt: shanghai('2026-03-04 18:00'),
    });
    expect(await complaint.refusal(handler, 'see_off_step', { step: 1 })).toBe('step_not_reported');
    await complaint.do(logisticsMember, 'complete_step', { step: 1 });
    await complaint.do(handler, 'see_off_step', { step: 1 });
  });

  it('is reported by who was to do it and by nobody else; he stays out of the review', async () => {
    const complaint = await of002();
    await complaint.walkTo('proposal');
    await complaint.do(handler, 'propose', { steps: [{ person: supervisor.id, workingDays: 1, ref: 'text-1' }] });
    await complaint.do(handler, 'tell_proposal');
    await complaint.do(handler, 'record_answer');
    expect(await complaint.refusal(handler2, 'complete_step')).toBe('not_owner');
    expect(await complaint.refusal(clerk, 'complete_step')).toBe('not_owner');
    await complaint.do(supervisor, 'complete_step');
    await complaint.walkTo('review');
    expect(await complaint.refusal(supervisor, 'approve')).toBe('handled_before');
  });
});
