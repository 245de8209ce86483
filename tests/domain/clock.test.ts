import { isOverdue, nextDue, nextWake } from '../../domain/clock';
import { lapse } from '../../domain/lapse';
import type { ComplaintFile, Duty } from '../../domain/complaint-file';
import { evolve } from '../../domain/evolve';
import { HOUR, shanghai } from '../support/files';
import { bornOf002 } from './paper';

const DUE = shanghai('2026-03-03 18:00');
const PROMPTS = [shanghai('2026-03-03 09:00'), shanghai('2026-03-03 16:00')];

/** A fresh complaint, owed its first contact until Tuesday 18:00, with these changes to that duty. */
function owing(changes: Partial<Duty> = {}): ComplaintFile {
  const { file } = bornOf002();
  Object.assign(file.duties[0]!, changes);
  return file;
}

describe('what silence means', () => {
  it('nothing, before the first reminder is due', () => {
    expect(lapse(owing(), PROMPTS[0]! - 1)).toEqual([]);
  });

  it('a reminder at its instant, and one for all that are due by then', () => {
    expect(lapse(owing(), PROMPTS[0]!)).toEqual([{ type: 'reminded', duty: 'first_contact-1' }]);
    const file = owing();
    const [reminder, ...more] = lapse(file, PROMPTS[1]!);
    expect(more).toEqual([]);
    evolve(file, reminder!, PROMPTS[1]!);
    expect(file.duties[0]?.promptsAt).toEqual([]);
    expect(lapse(file, DUE)).toEqual([]);
  });

  it('no reminder but a breach, once it is late: at the due instant it is not, nor within its second, a second later it is', () => {
    expect(lapse(owing({ promptsAt: [] }), DUE)).toEqual([]);
    expect(lapse(owing({ promptsAt: [] }), DUE + 137)).toEqual([]);
    expect(lapse(owing(), DUE + 1000)).toEqual([
      { type: 'missed', duty: 'first_contact-1', by: 'handler-1' },
      // Nothing else is owed: so that it is not forgotten, to go on is.
      { type: 'owed', kind: 'next_step', of: 'owner', stage: 'first_contact', from: DUE },
    ]);
  });

  it('one breach: a missed duty says nothing more, however long it stays undone', () => {
    expect(lapse(owing({ missed: true }), DUE + 1000 * HOUR)).toEqual([]);
  });

  it('nothing of a duty that is closed in this turn, or has no instant before its commit', () => {
    expect(lapse(owing({ closed: 'met' }), DUE + 1000)).toEqual([]);
    expect(lapse(owing({ dueAt: undefined }), DUE + 1000)).toEqual([]);
  });

  it('HA-11 a recurring duty that is missed is owed anew, counted from when it was due', () => {
    expect(lapse(owing({ kind: 'follow_up', stage: null }), DUE + 5 * HOUR)).toEqual([
      { type: 'missed', duty: 'first_contact-1', by: 'handler-1' },
      { type: 'owed', kind: 'follow_up', of: 'owner', stage: null, from: DUE, after: 'miss' },
    ]);
  });

  it('a breach by the person named with the duty; by nobody, where a role owed it', () => {
    const by = (changes: Partial<Duty>) =>
      lapse(owing(changes), DUE + 1000).flatMap((event) => (event.type === 'missed' ? [event.by] : []));
    expect(by({ kind: 'remedy_step', person: 'handler-2' })).toEqual(['handler-2']);
    expect(by({ kind: 'review', of: 'reviewer' })).toEqual([null]);
  });

  it('HA-1 a breach by whoever held the case when its last day opened, not by whoever has it since', () => {
    const file = owing();
    file.owners.push({ id: 'supervisor-1', role: 'supervisor', since: shanghai('2026-03-03 09:00') + 1 });
    expect(lapse(file, DUE + 1000)[0]).toMatchObject({ by: 'handler-1' });
    file.owners[1]!.since = shanghai('2026-03-03 09:00');
    expect(lapse(file, DUE + 1000)[0]).toMatchObject({ by: 'supervisor-1' });
  });
});

describe('when the clock speaks next', () => {
  it('at the next reminder, then at the first second that is late, then no more', () => {
    expect(nextWake(owing())).toMatchObject({ at: PROMPTS[0], duty: { id: 'first_contact-1' } });
    expect(nextWake(owing({ promptsAt: [] }))?.at).toBe(DUE + 1000);
    expect(nextWake(owing({ missed: true }))).toBe(null);
    expect(nextWake(owing({ closed: 'void' }))).toBe(null);
  });

  it('about the nearest of several duties', () => {
    const file = owing({ promptsAt: [] });
    file.duties.push({ ...file.duties[0]!, id: 'sooner', dueAt: DUE - HOUR });
    expect(nextWake(file)).toMatchObject({ at: DUE - HOUR + 1000, duty: { id: 'sooner' } });
  });

  it('about something, whenever it has something to say', () => {
    const file = owing();
    for (let wake = nextWake(file); wake; wake = nextWake(file)) {
      expect(lapse(file, wake.at - 1)).toEqual([]);
      const events = lapse(file, wake.at);
      expect(events).not.toEqual([]);
      for (const event of events) evolve(file, event, wake.at);
    }
    expect(file.duties[0]?.missed).toBe(true);
  });
});

describe('what people see of it', () => {
  it('overdue is what the clock has put on file and is not yet done', () => {
    expect(isOverdue(owing())).toBe(false);
    expect(isOverdue(owing({ missed: true }))).toBe(true);
    expect(isOverdue(owing({ missed: true, closed: 'met' }))).toBe(false);
  });

  it('the next due time is the nearest that can still be kept', () => {
    const file = owing();
    file.duties.push({ ...file.duties[0]!, id: 'gone', dueAt: DUE - HOUR, missed: true });
    expect(nextDue(file)?.id).toBe('first_contact-1');
    expect(nextDue(owing({ missed: true }))).toBe(null);
  });
});
