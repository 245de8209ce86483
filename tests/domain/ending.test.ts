import type { ActionName } from '../../domain/actions';
import { ACTION_NAMES } from '../../domain/decide';
import { STAGES } from '../../domain/words';
import type { Stage } from '../../domain/words';
import { MARKETPLACE } from '../../policies/marketplace';
import { anAction, HOUR, MINUTE, proof, STAFF, wall } from '../support/files';
import { PaperComplaint } from '../support/paper-complaint';
import { begun, of002 } from './paper';

const { handler, handler2, supervisor, clerk, admin } = STAFF;

/** The stages that not every complaint comes to. */
const ODD: readonly Stage[] = ['hand_over', 'cause_analysis', 'meeting'];

async function at(stage: Stage): Promise<PaperComplaint> {
  if (stage === 'result') return concluded();
  const complaint = await PaperComplaint.begin();
  if (ODD.includes(stage)) {
    await complaint.walkTo('classification');
    await complaint.do(handler, 'classify', { grounds: ['harms_company'] });
  }
  if (stage === 'meeting') {
    await complaint.walkTo('callback');
    await complaint.do(STAFF.salesDirector, 'record_callback', { satisfaction: 'dissatisfied' });
  }
  await complaint.walkTo(stage);
  return complaint;
}

/** Concluded without agreement: the result is still to be told. */
async function concluded(): Promise<PaperComplaint> {
  const complaint = await begun({ rules: MARKETPLACE });
  await complaint.walkTo('proposal');
  await complaint.do(handler, 'propose');
  await complaint.do(handler, 'tell_proposal');
  await complaint.do(handler, 'record_answer', { answer: 'refused' });
  await complaint.do(handler, 'ask_conclusion');
  await complaint.do(supervisor, 'decide_conclusion');
  return complaint;
}

describe('CO-6 the archive', () => {
  it('is for the clerk, within two working days after the approval', async () => {
    const complaint = await at('archive');
    expect(wall(complaint.dueAt('archive'))).toBe('2026-03-04 18:00');
    expect(await complaint.refusal(handler, 'archive')).toBe('role_needed');
    expect(await complaint.refusal(admin, 'archive')).toBe('role_needed');
    await complaint.do(clerk, 'archive');
    expect(complaint.file).toMatchObject({ closed: true, outcome: 'completed', duties: [] });
  });

  it('IN-6 is refused with what is missing: the customer has not agreed to what was written down', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.do(handler, 'fill_form', { repeatedBack: false });
    await complaint.walkTo('archive');
    const reply = await complaint.try(clerk, 'archive');
    expect(reply).toEqual({ refused: { code: 'missing', what: ['repeat_back'] } });
    await complaint.do(handler, 'fill_form');
    await complaint.do(clerk, 'archive');
  });

  it('CO-5 HA-1 from the review on the form stands as it was; nobody writes another one over it', async () => {
    for (const stage of ['review', 'archive'] as const) {
      const complaint = await at(stage);
      expect(await complaint.refusal(handler, 'fill_form', { repeatedBack: false })).toBe('not_in_stage');
      expect(await complaint.refusal(handler, 'fill_form', { repeatedBack: true })).toBe('not_in_stage');
    }
  });

  it('IN-6 that he agreed to what was written down may still be added, after a talk with him and without another form', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.do(handler, 'fill_form', { repeatedBack: false });
    await complaint.walkTo('archive');
    const { events } = complaint;
    await complaint.do(handler, 'record_contact');
    await complaint.do(handler, 'fill_form');
    expect(complaint.events.slice(events.length).map(({ type }) => type)).toEqual([
      'contacted',
      'established',
      'repeat_back_confirmed',
    ]);
    await complaint.do(clerk, 'archive');
  });

  it('IN-6 of a talk that was before the step under way it is not taken', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.do(handler, 'fill_form', { repeatedBack: false });
    await complaint.walkTo('review');
    await complaint.passTo(complaint.now + HOUR);
    await complaint.do(supervisor, 'approve');
    expect(await complaint.refusal(handler, 'fill_form')).toBe('repeat_back_unheard');
    await complaint.do(handler, 'record_contact');
    await complaint.do(handler, 'fill_form');
    expect(complaint.file.repeatedBack).toBe(true);
  });

  it('once made is the end: everything is refused to everybody, and nothing is put on record', async () => {
    const complaint = await at('archive');
    await complaint.do(clerk, 'archive');
    const { text } = complaint.record;
    for (const name of ACTION_NAMES) {
      for (const by of Object.values(STAFF)) {
        const [reply] = await complaint.send({ name, action: anAction(name, by, complaint.now) });
        expect(reply).toEqual({ refused: { code: 'closed' } });
      }
    }
    await complaint.passTo(complaint.now + 1000 * HOUR);
    expect(complaint.record.text).toBe(text);
  });

  it('CO-13 files as completed only what the customer has confirmed and somebody has approved', async () => {
    const complaint = await at('review');
    expect(await complaint.refusal(clerk, 'archive')).toBe('not_in_stage');
    expect(complaint.file.outcome).toBe(null);
    await complaint.do(supervisor, 'approve');
    expect(complaint.file.outcome).toBe(null);
    await complaint.do(clerk, 'archive');
    expect(complaint.file.outcome).toBe('completed');
  });
});

describe('CO-9 the customer withdraws', () => {
  it.each(STAGES.filter((stage) => stage !== 'archive'))(
    'while the complaint stands at %s: nothing is owed but the filing',
    async (stage) => {
      const complaint = await at(stage);
      const owner = { ...handler, id: complaint.file.owners.at(-1)!.id };
      await complaint.do(owner, 'withdraw');
      expect(complaint.file).toMatchObject({ stage: 'archive', outcome: 'withdrawn', closed: false });
      expect(complaint.file.duties.map(({ kind }) => kind)).toEqual(['archive']);
      await complaint.restart();
      await complaint.do(clerk, 'archive');
      expect(complaint.file).toMatchObject({ closed: true, outcome: 'withdrawn' });
    },
  );

  it('with his own word and its proof, recorded by the owner', async () => {
    const complaint = await at('verification');
    expect(await complaint.refusal(handler2, 'withdraw')).toBe('not_owner');
    expect(await complaint.refusal(handler, 'withdraw', { proof: proof(complaint.now + MINUTE + 1) })).toBe(
      'in_the_future',
    );
    expect(await complaint.refusal(handler, 'withdraw', { proof: proof(complaint.now - HOUR) })).toBe('before_receipt');
    await complaint.do(handler, 'withdraw');
    expect(complaint.events).toContainEqual({ type: 'withdrawn', proof: proof(complaint.now) });
  });

  it('and then nothing is left to do but the filing: every other step is refused, and why', async () => {
    const complaint = await at('proposal');
    await complaint.do(handler, 'withdraw');
    const steps: ActionName[] = ['classify', 'propose', 'complete_step', 'record_callback', 'approve', 'withdraw'];
    for (const step of steps) expect(await complaint.refusal(handler, step)).toBe('withdrawn');
  });

  it('and the breaches on record stay', async () => {
    const complaint = await of002();
    await complaint.passTo(complaint.dueAt('first_contact') + 1000);
    await complaint.do(handler, 'withdraw');
    expect(complaint.events.filter(({ type }) => type === 'missed')).toHaveLength(1);
  });

  it('at any time: while the clerk has the case as well, which is then still filed; once only', async () => {
    const complaint = await at('archive');
    await complaint.do(handler, 'withdraw');
    expect(complaint.duties('archive')).toHaveLength(1);
    expect(await complaint.refusal(handler, 'withdraw')).toBe('withdrawn');
    expect(await complaint.refusal(handler, 'tell_result')).toBe('withdrawn');
    await complaint.do(clerk, 'archive');
    expect(complaint.file).toMatchObject({ closed: true, outcome: 'withdrawn' });
    expect(await complaint.refusal(handler, 'withdraw')).toBe('closed');
  });
});
