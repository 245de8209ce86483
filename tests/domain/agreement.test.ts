import type { ActionData } from '../../domain/actions';
import { aComplaint, HOUR, MINUTE, proof, shanghai, STAFF, wall } from '../support/files';
import { PaperComplaint } from '../support/paper-complaint';
import { misses } from './paper';

const { handler, handler2, supervisor, supervisorSouth, manager } = STAFF;

/** A complaint that is verified and waits for a proposal. */
async function verified(): Promise<PaperComplaint> {
  const complaint = await PaperComplaint.begin();
  await complaint.walkTo('proposal');
  return complaint;
}

/** One more offer, told to the customer, who gives this answer. */
async function offered(complaint: PaperComplaint, answer: 'accepted' | 'refused'): Promise<void> {
  const by = { ...handler, id: complaint.file.owners.at(-1)!.id };
  const proposal = complaint.file.proposals + 1;
  await complaint.do(by, 'propose');
  await complaint.do(by, 'tell_proposal', { proposal });
  await complaint.do(by, 'record_answer', { proposal, answer });
}

describe('HA-14 verification', () => {
  it('is over when it is concluded, not before', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.walkTo('verification');
    await complaint.do(handler, 'record_verification', { concluded: false, openPoints: 'text-open' });
    expect(complaint.file.stage).toBe('verification');
    expect(await complaint.refusal(handler, 'propose')).toBe('not_in_stage');
    await complaint.do(handler, 'record_verification');
    expect(complaint.file.stage).toBe('proposal');
  });

  it('may be added to until the customer has agreed, and not after', async () => {
    const complaint = await verified();
    await complaint.do(handler, 'record_verification', { concluded: false });
    await offered(complaint, 'accepted');
    expect(await complaint.refusal(handler, 'record_verification')).toBe('not_in_stage');
  });
});

describe('HA-6, HA-7 a proposal', () => {
  it('is told to the customer within one working day after it is made', async () => {
    const complaint = await verified();
    await complaint.do(handler, 'propose');
    expect(wall(complaint.dueAt('tell_proposal'))).toBe('2026-03-03 18:00');
    await complaint.passTo(complaint.dueAt('tell_proposal'));
    await complaint.do(handler, 'tell_proposal');
    expect(complaint.duties('tell_proposal')).toEqual([]);
    expect(misses(complaint, 'tell_proposal')).toEqual([]);
  });

  it('may be put right until it has been told: the last one counts, and has a day of its own', async () => {
    const complaint = await verified();
    await complaint.do(handler, 'propose');
    await complaint.passTo(shanghai('2026-03-03 10:00'));
    await complaint.do(handler, 'propose', { amountFen: 500, severity: 'minor' });
    expect(wall(complaint.dueAt('tell_proposal'))).toBe('2026-03-04 18:00');
    expect(await complaint.refusal(handler, 'tell_proposal', { proposal: 1 })).toBe('no_such_proposal');
    await complaint.do(handler, 'tell_proposal', { proposal: 2 });
  });

  it('goes to a complainant with an apology, and to somebody who only asked without one', async () => {
    const complaint = await verified();
    await complaint.do(handler, 'propose');
    expect(await complaint.refusal(handler, 'tell_proposal', { apologised: false })).toBe('apology_missing');
    const enquiry = await PaperComplaint.begin(aComplaint({ requestType: 'enquiry' }));
    await enquiry.do(handler, 'classify', { requestType: 'enquiry' });
    await enquiry.walkTo('proposal');
    await enquiry.do(handler, 'propose');
    expect(await enquiry.refusal(handler, 'tell_proposal', { apologised: false })).toBe(null);
  });

  it('that has been told waits for its answer before another one is made', async () => {
    const complaint = await verified();
    await complaint.do(handler, 'propose');
    await complaint.do(handler, 'tell_proposal');
    expect(await complaint.refusal(handler, 'propose')).toBe('proposal_awaits_answer');
  });

  it('is the owner’s to make and to tell', async () => {
    const complaint = await verified();
    expect(await complaint.refusal(handler2, 'propose')).toBe('not_owner');
    await complaint.do(handler, 'propose');
    expect(await complaint.refusal(supervisor, 'tell_proposal')).toBe('not_owner');
  });
});

describe('HA-8 the customer’s answer', () => {
  it('is one to a proposal that he was told, the one on the table, and given once', async () => {
    const complaint = await verified();
    expect(await complaint.refusal(handler, 'record_answer')).toBe('no_such_proposal');
    await complaint.do(handler, 'propose');
    expect(await complaint.refusal(handler, 'record_answer')).toBe('proposal_not_told');
    await complaint.do(handler, 'tell_proposal');
    expect(await complaint.refusal(handler, 'record_answer', { proposal: 2 })).toBe('no_such_proposal');
    await complaint.do(handler, 'record_answer', { answer: 'refused' });
    expect(await complaint.refusal(handler, 'record_answer')).toBe('proposal_answered');
    expect(await complaint.refusal(handler, 'tell_proposal')).toBe('proposal_answered');
  });

  it.each([
    ['after the telling and before now', 0, null],
    ['up to a minute ahead of our clock', MINUTE, null],
    ['later than that', MINUTE + 1, 'in_the_future'],
    ['a minute before the telling', -MINUTE, null],
    ['earlier than that: nobody answers what he has not heard', -MINUTE - 1, 'before_telling'],
    ['before the receipt', -HOUR - MINUTE - 1, 'before_receipt'],
  ])('was given %s', async (_, offset, code) => {
    const complaint = await verified();
    await complaint.passTo(complaint.file.receivedAt + HOUR);
    await complaint.do(handler, 'propose');
    await complaint.do(handler, 'tell_proposal');
    const given: ActionData['record_answer']['proof'] = proof(complaint.now + offset);
    expect(await complaint.refusal(handler, 'record_answer', { proof: given })).toBe(code);
  });

  it('HA-10 accepted starts the remedy at once; nothing is done before', async () => {
    const complaint = await verified();
    expect(await complaint.refusal(handler, 'complete_step')).toBe('not_in_stage');
    await offered(complaint, 'accepted');
    expect(complaint.file.stage).toBe('remedy');
    expect(wall(complaint.dueAt('remedy_step'))).toBe('2026-03-04 18:00');
  });

  it('refused twice leaves it with the handler, who offers something else: no new round', async () => {
    const complaint = await verified();
    await offered(complaint, 'refused');
    await offered(complaint, 'refused');
    expect(complaint.duties('proposal_decision')).toEqual([]);
    expect(complaint.file).toMatchObject({ stage: 'proposal', round: 1, level: 1 });
    await offered(complaint, 'accepted');
    expect(complaint.file.stage).toBe('remedy');
  });
});

describe('HA-8 the third refusal', () => {
  async function refusedThrice(): Promise<PaperComplaint> {
    const complaint = await verified();
    for (let i = 0; i < 3; i += 1) await offered(complaint, 'refused');
    return complaint;
  }

  it('lets the level above decide within one working day; until then the handler offers nothing', async () => {
    const complaint = await refusedThrice();
    expect(wall(complaint.dueAt('proposal_decision'))).toBe('2026-03-03 18:00');
    expect(await complaint.refusal(handler, 'propose')).toBe('decision_awaited');
    expect(await complaint.refusal(handler, 'decide_proposal')).toBe('handled_before');
    expect(await complaint.refusal(handler2, 'decide_proposal')).toBe('role_needed');
    expect(await complaint.refusal(supervisorSouth, 'decide_proposal')).toBe('other_team');
    expect(await complaint.refusal(manager, 'decide_proposal')).toBe(null);
  });

  it('the level above instructs: the handler goes on and has two refusals again', async () => {
    const complaint = await refusedThrice();
    await complaint.do(supervisor, 'decide_proposal', { decision: 'instruct' });
    expect(complaint.file).toMatchObject({ refusals: [], handled: [{ id: 'handler-1' }, { id: 'supervisor-1' }] });
    await offered(complaint, 'refused');
    await offered(complaint, 'refused');
    expect(complaint.duties('proposal_decision')).toEqual([]);
    await offered(complaint, 'refused');
    expect(complaint.duties('proposal_decision')).toHaveLength(1);
  });

  it('the level above takes over: the case is his, and so is every word from then on', async () => {
    const complaint = await refusedThrice();
    await complaint.do(supervisor, 'decide_proposal', { decision: 'take_over' });
    expect(complaint.file.owners.at(-1)).toMatchObject({ id: 'supervisor-1', role: 'supervisor' });
    expect(complaint.file).toMatchObject({ level: 1, round: 1 });
    expect(await complaint.refusal(handler, 'propose')).toBe('not_owner');
    await offered(complaint, 'accepted');
  });

  it('a decision that is not made in time is a breach of nobody in particular', async () => {
    const complaint = await refusedThrice();
    await complaint.passTo(complaint.dueAt('proposal_decision') + 1000);
    const missed = complaint.events.filter((event) => event.type === 'missed');
    expect(missed).toEqual([{ type: 'missed', duty: expect.stringMatching(/^proposal_decision-/), by: null }]);
  });

  it('is not asked for where nothing was refused', async () => {
    const complaint = await verified();
    expect(await complaint.refusal(supervisor, 'decide_proposal')).toBe('no_decision_awaited');
  });
});
