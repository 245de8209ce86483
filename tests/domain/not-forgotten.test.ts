import type { Rules } from '../../domain/policy';
import { POLICIES } from '../../policies';
import { CASE_ANALYSIS } from '../../policies/case-analysis';
import { MARKETPLACE } from '../../policies/marketplace';
import { SERVICE_DESK } from '../../policies/service-desk';
import { nextStep, STAFF_AT_HAND } from '../support/crew';
import { shanghai, STAFF } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun, misses, of002, owed, ownerOf, story } from './paper';

const { handler, logisticsHead } = STAFF;
const named = POLICIES.map((rules) => [rules.policy, rules] as const);

/** What is owed and still in time. */
const inTime = ({ file }: PaperComplaint) => file.duties.filter(({ missed }) => !missed).map(({ kind }) => kind);

/** Walks a complaint to its end, into a second round on the way where a callback is made; at each step something is owed. */
async function walked(rules: Rules, reachable: boolean): Promise<string[]> {
  const complaint = await begun({ rules, reachable, channel: reachable ? 'phone' : 'letter', marks: ['typical'] });
  const steps: string[] = [];
  while (!complaint.file.closed) {
    steps.push(`${complaint.file.round} ${complaint.file.stage} owes ${inTime(complaint).length > 0}`);
    await complaint.restart();
    const { by, name, data } = nextStep(complaint.file, complaint.now, STAFF_AT_HAND);
    const unsolved = name === 'record_callback' && complaint.file.round === 1 ? { solved: false } : {};
    await complaint.do(by, name, { ...data, ...unsolved });
  }
  return steps;
}

describe('HA-1 nobody can forget a complaint', () => {
  it.each(named)('%s: as long as it is open, something is owed that is still in time', async (_, rules) => {
    for (const reachable of [true, false]) {
      const steps = await walked(rules, reachable);
      expect(steps.filter((step) => step.endsWith('false'))).toEqual([]);
      expect(steps.some((step) => step.startsWith('2'))).toBe(reachable);
    }
  });

  it('to go on is owed where nothing else is, by the owner, within three working days', async () => {
    const complaint = await begun({ rules: MARKETPLACE, answered: true });
    expect(complaint.file.duties).toMatchObject([{ kind: 'next_step', of: 'owner', stage: 'classification' }]);
    expect(owed(complaint)).toEqual(['next_step 2026-03-05 18:00']);
  });

  it('is done with the step, and owed anew in the next one', async () => {
    const complaint = await begun({ rules: SERVICE_DESK });
    await complaint.walkTo('classification');
    await complaint.passTo(shanghai('2026-03-03 10:00'));
    await complaint.walkTo('verification');
    expect(story(complaint, 'next_step')).toEqual(['met next_step']);
    expect(owed(complaint)).toEqual(['next_step 2026-03-06 18:00']);
  });

  it('rests while something else is owed, and counts anew from when that is done', async () => {
    const complaint = await begun({ rules: SERVICE_DESK });
    await complaint.walkTo('verification');
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    expect(inTime(complaint)).toEqual(['task_solution', 'task_progress']);
    expect(story(complaint, 'next_step').at(-1)).toBe('voided next_step');
    await complaint.passTo(shanghai('2026-03-02 11:00'));
    await complaint.do(logisticsHead, 'answer_task');
    expect(owed(complaint)).toEqual(['next_step 2026-03-05 18:00']);
  });

  it('what the customer or the other side is to do is waited for, until it is late', async () => {
    const complaint = await begun({ rules: MARKETPLACE, answered: true, subject: 'merchant' });
    await complaint.walkTo('verification');
    await complaint.do(handler, 'ask_account', { of: 'merchant' });
    expect(inTime(complaint)).toEqual(['account']);
    await complaint.passTo(shanghai('2026-03-05 18:00') + 1000);
    expect(inTime(complaint)).toEqual(['urge']);
    expect(misses(complaint)).toEqual(['account null']);
  });

  it('comes after a telling that is not answered, and once more when that passes too; the level above hears of it', async () => {
    const complaint = await begun({ rules: CASE_ANALYSIS });
    await complaint.walkTo('proposal');
    await complaint.do(handler, 'propose');
    await complaint.do(handler, 'tell_proposal');
    expect(owed(complaint)).toEqual(['next_step 2026-03-05 18:00']);
    await complaint.passTo(shanghai('2026-03-05 18:00') + 1000);
    expect(misses(complaint)).toEqual(['next_step handler-1']);
    // Three working days at first, a week from then on.
    expect(owed(complaint)).toEqual(['next_step 2026-03-05 18:00', 'next_step 2026-03-12 18:00']);
    expect(complaint.record.notices.slice(-2)).toMatchObject([
      { notice: 'breach', recipients: { person: 'handler-1' }, params: { duty: 'next_step' } },
      { notice: 'breach', recipients: { roles: ['supervisor'] } },
    ]);
    await complaint.passTo(shanghai('2026-04-01 12:00'));
    // Missed again and again it is overdue once; each breach stays on record.
    expect(misses(complaint).length).toBeGreaterThan(3);
    expect(complaint.duties('next_step').filter((duty) => duty.missed)).toHaveLength(1);
    await complaint.do(handler, 'record_answer', { answer: 'accepted' });
    expect(complaint.file.stage).toBe('remedy');
    expect(complaint.duties('next_step')).toEqual([]);
  });

  it('comes after whatever was missed and is still to be done', async () => {
    const complaint = await of002();
    await complaint.passTo(shanghai('2026-03-03 18:00') + 1000);
    expect(owed(complaint)).toEqual(['first_contact 2026-03-03 18:00', 'next_step 2026-03-06 18:00']);
  });

  it('of a complaint that lay about for months before it was registered is no volley of breaches', async () => {
    for (const rules of [MARKETPLACE, undefined]) {
      const given = { receivedAt: shanghai('2025-12-01 10:00'), now: shanghai('2026-03-02 10:00') };
      const complaint = rules ? await begun({ rules, ...given }) : await of002(given);
      await complaint.passTo(shanghai('2026-03-05 17:00'));
      expect(misses(complaint, 'next_step')).toEqual([]);
      expect(owed(complaint)).toContain('next_step 2026-03-05 18:00');
    }
  });

  it('that was late before anybody held it is nobody’s breach, and its reason is asked for from then on (HA-1, HA-12)', async () => {
    const complaint = await begun({ receivedAt: shanghai('2026-02-02 10:00'), now: shanghai('2026-03-02 10:00') });
    await complaint.passTo(shanghai('2026-03-02 10:01'));
    expect(misses(complaint, 'first_contact')).toEqual(['first_contact null']);
    expect(misses(complaint, 'promised_answer')).toEqual(['promised_answer null']);
    expect(misses(complaint, 'overdue_reason')).toEqual([]);
    expect(owed(complaint)).toContain('overdue_reason 2026-03-03 18:00');
  });
});

describe('CO-3 a new round begins with word to the customer, under every policy; a form is filled in only where it has one', () => {
  it.each(named)('%s', async (_, rules) => {
    const kind = rules.duties.first_contact ? 'first_contact' : 'contact_again';
    const complaint = await begun({ rules, marks: ['typical'] });
    await complaint.walkTo('callback');
    await complaint.do(ownerOf(complaint), 'record_callback', { solved: false, satisfaction: 'acceptable' });
    expect(complaint.file).toMatchObject({ stage: 'first_contact', round: 2 });
    expect(owed(complaint)).toContain(`${kind} 2026-03-03 18:00`);
    await complaint.do(ownerOf(complaint), 'record_contact');
    if (kind === 'first_contact') await complaint.do(ownerOf(complaint), 'fill_form');
    expect(complaint.duties(kind)).toEqual([]);
    expect(complaint.file.stage).not.toBe('first_contact');
  });
});
