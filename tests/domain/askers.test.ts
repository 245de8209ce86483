import type { Actor } from '../../domain/people';
import { STAFF } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun } from './paper';

const { handler, handler2, supervisor, manager, salesDirector, administrationDirector } = STAFF;

/** Owned by the supervisor, who proposes or asks; then the manager gives it back to a handler. */
async function bySupervisor(asks: (complaint: PaperComplaint) => Promise<void>): Promise<PaperComplaint> {
  const complaint = await begun();
  await complaint.walkTo('proposal');
  await complaint.do(manager, 'reassign', { to: { id: supervisor.id, role: 'supervisor', team: 'east' } });
  await asks(complaint);
  await complaint.do(manager, 'reassign', { to: { id: handler2.id, role: 'handler', team: 'east' } });
  return complaint;
}

/** Offered, told and refused. */
async function refused(complaint: PaperComplaint, by: Actor, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    const proposal = complaint.file.proposals + 1;
    await complaint.do(by, 'propose');
    await complaint.do(by, 'tell_proposal', { proposal });
    await complaint.do(by, 'record_answer', { proposal, answer: 'refused' });
  }
}

describe('HA-6, HA-8, CO-11, HA-12 nobody decides what he has asked for himself, whoever answers for it by then', () => {
  it('HA-6 his proposal is approved above him', async () => {
    const complaint = await bySupervisor((c) =>
      c.do(supervisor, 'propose', { amountFen: 100_000, severity: 'serious' }),
    );
    expect(await complaint.refusal(supervisor, 'approve_proposal')).toBe('handled_before');
    await complaint.do(manager, 'approve_proposal');
  });

  it('HA-6 nor does the owner of today approve what was proposed to him from below', async () => {
    const complaint = await begun();
    await complaint.walkTo('proposal');
    await complaint.do(handler, 'propose', { amountFen: 40_000, severity: 'serious' });
    await complaint.do(manager, 'reassign', { to: { id: supervisor.id, role: 'supervisor', team: 'east' } });
    expect(await complaint.refusal(supervisor, 'approve_proposal')).toBe('handled_before');
    await complaint.do(manager, 'approve_proposal');
  });

  it('CO-11 his request to conclude', async () => {
    const complaint = await bySupervisor(async (c) => {
      await refused(c, supervisor, 1);
      await c.do(supervisor, 'ask_conclusion');
    });
    expect(await complaint.refusal(supervisor, 'decide_conclusion')).toBe('handled_before');
    await complaint.do(manager, 'decide_conclusion', { granted: false });
  });

  it('HA-12 his request for more time', async () => {
    const complaint = await bySupervisor((c) => c.do(supervisor, 'ask_extension'));
    expect(await complaint.refusal(supervisor, 'decide_extension')).toBe('handled_before');
    await complaint.do(manager, 'decide_extension');
  });

  it('HA-8 that he cannot go on', async () => {
    const complaint = await bySupervisor((c) => refused(c, supervisor, 3));
    expect(await complaint.refusal(supervisor, 'decide_proposal')).toBe('handled_before');
    await complaint.do(manager, 'decide_proposal');
  });
});

describe('HA-6 the limit of who approves', () => {
  it.each([
    [400, 'supervisor-1'],
    [1_000, 'manager-1'],
    [5_000, 'director-1'],
    [50_000, 'director-1'],
  ])('%d 元 proposed by a handler is approved by %s at the lowest', async (yuan, lowest) => {
    const may: string[] = [];
    for (const by of [supervisor, manager, salesDirector, administrationDirector]) {
      const complaint = await proposed(yuan);
      if ((await complaint.refusal(by, 'approve_proposal')) === null) may.push(by.id);
    }
    expect(may[0]).toBe(lowest);
  });

  async function proposed(yuan: number): Promise<PaperComplaint> {
    const complaint = await begun();
    await complaint.walkTo('proposal');
    await complaint.do(handler, 'propose', { amountFen: yuan * 100, severity: 'serious', reason: 'text-why' });
    return complaint;
  }
});

describe('HA-8 the refusals of one handler', () => {
  it('are not counted against the next', async () => {
    const complaint = await begun();
    await complaint.walkTo('proposal');
    await refused(complaint, handler, 2);
    await complaint.do(supervisor, 'reassign', { to: { id: handler2.id, role: 'handler', team: 'east' } });
    await refused(complaint, handler2, 2);
    expect(complaint.duties('proposal_decision')).toEqual([]);
    await refused(complaint, handler2, 1);
    expect(complaint.duties('proposal_decision')).toHaveLength(1);
  });
});

describe('CO-5 who raises the level of somebody else’s case', () => {
  it('has decided in it, and leaves the review to the other director', async () => {
    const complaint = await begun();
    await complaint.walkTo('verification');
    await complaint.do(salesDirector, 'raise_level', { level: 2 });
    await complaint.do(supervisor, 'take_over');
    await complaint.walkTo('review');
    expect(await complaint.refusal(salesDirector, 'approve')).toBe('handled_before');
    await complaint.do(administrationDirector, 'approve');
  });

  it('the owner who raises his own does not count twice, and to reassign it is no decision in it', async () => {
    const complaint = await begun();
    await complaint.walkTo('verification');
    await complaint.do(supervisor, 'reassign', { to: { id: handler2.id, role: 'handler', team: 'east' } });
    await complaint.walkTo('review');
    expect(await complaint.refusal(supervisor, 'approve')).toBe(null);
  });
});
