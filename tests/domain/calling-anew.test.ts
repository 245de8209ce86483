import type { DutyKind } from '../../domain/words';
import { STAFF } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun, duty, eventsOf, story } from './paper';

const { handler, handler2, handlerSouth, supervisor, supervisorSouth, manager, salesDirector } = STAFF;

/** Who was called for a duty, as often as somebody was. */
const called = ({ record }: PaperComplaint, kind: DutyKind) =>
  record.notices
    .filter(({ notice, duty: id }) => notice === 'called_upon' && id?.startsWith(`${kind}-`))
    .map(({ recipients }) => recipients);
const at = async (stage: Parameters<PaperComplaint['walkTo']>[0]): Promise<PaperComplaint> => {
  const complaint = await begun();
  await complaint.walkTo(stage);
  return complaint;
};
const to = ({ id, roles: [role], team }: typeof handler) => ({ to: { id, role: role!, team } });

describe('CO-5 an open review', () => {
  it('is called for anew when whoever was called answers for the complaint now, under a duty of its own', async () => {
    const complaint = await at('review');
    const before = duty(complaint, 'review');
    expect(called(complaint, 'review')).toMatchObject([{ roles: ['supervisor'] }]);
    await complaint.do(manager, 'reassign', to(supervisor));
    expect(duty(complaint, 'review').id).not.toBe(before.id);
    expect(story(complaint, 'review')).toEqual(['voided review']);
    expect(called(complaint, 'review')).toMatchObject([{}, { roles: ['manager'] }]);
    expect(await complaint.refusal(supervisor, 'approve')).toBe('handled_before');
    await complaint.do(manager, 'approve');
  });

  it('is called for in the team that has the complaint now', async () => {
    const complaint = await at('review');
    await complaint.do(manager, 'reassign', to(handlerSouth));
    expect(called(complaint, 'review').at(-1)).toMatchObject({ roles: ['supervisor'], team: 'south' });
    expect(await complaint.refusal(supervisor, 'approve')).toBe('other_team');
    await complaint.do(supervisorSouth, 'approve');
  });

  it('stays as it is where the same people review it', async () => {
    const complaint = await at('review');
    const before = duty(complaint, 'review');
    await complaint.do(manager, 'reassign', to(handler2));
    expect(duty(complaint, 'review').id).toBe(before.id);
    expect(called(complaint, 'review')).toHaveLength(1);
    expect(eventsOf(complaint, 'called_anew')).toEqual([]);
  });
});

describe('HA-8, HA-15, CO-11 what the level above is to decide', () => {
  const waitsFor: [DutyKind, (complaint: PaperComplaint) => Promise<void>][] = [
    [
      'proposal_approval',
      (complaint) => complaint.do(handler, 'propose', { amountFen: 30_000, severity: 'serious', reason: 'text-why' }),
    ],
    [
      'conclusion_decision',
      async (complaint) => {
        await complaint.do(handler, 'propose');
        await complaint.do(handler, 'tell_proposal', { proposal: 1 });
        await complaint.do(handler, 'record_answer', { proposal: 1, answer: 'refused' });
        await complaint.do(handler, 'ask_conclusion');
      },
    ],
  ];

  it.each(waitsFor)('%s: the level above the new owner is called', async (kind, asks) => {
    const complaint = await at('proposal');
    await asks(complaint);
    const { id } = duty(complaint, kind);
    expect(called(complaint, kind)).toMatchObject([{ roles: ['supervisor'] }]);
    await complaint.do(manager, 'reassign', to(supervisor));
    // The same duty with the same due time: it is only for somebody else.
    expect(duty(complaint, kind).id).toBe(id);
    expect(called(complaint, kind)).toMatchObject([{}, { roles: ['manager'] }]);
    expect(eventsOf(complaint, 'called_anew')).toMatchObject([{ duties: [id] }]);
  });

  it('nobody is called twice who has been called already', async () => {
    const complaint = await at('proposal');
    await complaint.do(handler, 'propose', { amountFen: 300_000, severity: 'serious', reason: 'text-why' });
    expect(called(complaint, 'proposal_approval')).toMatchObject([{ roles: [salesDirector.roles[0]] }]);
    await complaint.do(manager, 'reassign', to(supervisor));
    expect(called(complaint, 'proposal_approval')).toHaveLength(1);
  });
});

describe('HA-8 the third refusal', () => {
  it('is not put off by handing the complaint to and fro', async () => {
    const complaint = await at('proposal');
    const refuse = async (by: typeof handler) => {
      await complaint.do(by, 'propose');
      const proposal = complaint.file.proposals;
      await complaint.do(by, 'tell_proposal', { proposal });
      await complaint.do(by, 'record_answer', { proposal, answer: 'refused' });
    };
    await refuse(handler);
    await refuse(handler);
    await complaint.do(supervisor, 'reassign', to(handler2));
    await refuse(handler2);
    await complaint.do(supervisor, 'reassign', to(handler));
    expect(complaint.duties('proposal_decision')).toEqual([]);
    await refuse(handler);
    expect(complaint.duties('proposal_decision')).toHaveLength(1);
  });
});
