import { applyTurn } from '../../domain/apply-turn';
import type { Event } from '../../domain/events';
import { blankFile } from '../../domain/blank-file';
import { evolve, settle } from '../../domain/evolve';
import { asJson, CALENDAR, shanghai, STAFF } from '../support/files';
import { PaperComplaint } from '../support/paper-complaint';
import { bornOf002 } from './paper';

describe('the file is the fold of its events', () => {
  it('counts every event in seq, whatever it changes', () => {
    const { file, turn } = bornOf002();
    expect(turn.events.map(({ type }) => type)).toEqual(['registered', 'entered', 'owed']);
    expect(file.seq).toBe(3);
    evolve(file, { type: 'refused', action: 'cancel', because: 'cancel_not_a_step' }, file.lastAt);
    expect(file.seq).toBe(4);
  });

  it('comes out the same from the stored turns and the instants that their commits gave', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.walkTo('review');
    await complaint.passTo(complaint.now + 20 * 86_400_000);
    const file = blankFile(complaint.file.rules);
    for (const { events, at, due } of complaint.record.turns) {
      for (const event of asJson(events)) evolve(file, event, at);
      settle(file, due, at);
    }
    expect(asJson(file)).toEqual(asJson(complaint.file));
  });

  it('leaves an event as it happened, whatever is done later with what it put on file', () => {
    const { file } = bornOf002();
    const proposed: Event = {
      type: 'proposed',
      no: 1,
      kinds: ['exchange'],
      amountFen: 0,
      basis: ['policy'],
      ref: 'text-proposal',
      steps: [{ no: 1, person: 'handler-1', workingDays: 2, ref: 'text-step' }],
    };
    const asProposed = asJson(proposed);
    evolve(file, proposed, file.lastAt);
    evolve(file, { type: 'step_delayed', step: 1, workingDays: 5, ref: 'text-delay' }, file.lastAt);
    evolve(file, { type: 'step_completed', step: 1, by: HAND, ref: 'text-done' }, file.lastAt);
    expect(proposed).toEqual(asProposed);
  });

  it('has no instants for a duty before its commit, and the same ones as the record after it', () => {
    const { file } = bornOf002();
    const record = asJson(file);
    const events: Event[] = [{ type: 'owed', kind: 'follow_up', of: 'owner', stage: null }];
    const at = shanghai('2026-03-02 11:00');
    for (const event of events) evolve(file, event, at);
    expect(file.duties.at(-1)).toEqual({ ...DUTY, from: at });
    const { due } = applyTurn(record, events, at, CALENDAR);
    settle(record, due, at);
    settle(file, due, at);
    expect(file).toEqual(record);
    expect(file.duties.at(-1)?.dueAt).toBe(shanghai('2026-03-09 18:00'));
    expect(file.lastAt).toBe(at);
  });

  it('keeps a duty that was closed until the commit, so that the commit can say how it ended', () => {
    const { file } = bornOf002();
    evolve(file, { type: 'voided', duty: 'first_contact-1' }, file.lastAt);
    expect(file.duties.map(({ closed }) => closed)).toEqual(['void']);
    settle(file, {}, file.lastAt);
    expect(file.duties).toEqual([]);
  });

  it('knows no duty and no remedy step that nobody ever put on file', () => {
    const { file } = bornOf002();
    expect(() => evolve(file, { type: 'met', duty: 'review-9' }, file.lastAt)).toThrow("no duty 'review-9'");
    expect(() => evolve(file, { type: 'step_completed', step: 1, by: HAND, ref: 'text-done' }, file.lastAt)).toThrow(
      'nothing numbered 1',
    );
  });

  it('names whoever answers for the complaint from its registration on, for nobody held it before', () => {
    const receivedAt = shanghai('2026-03-01 22:10');
    const { file } = bornOf002({ receivedAt, now: shanghai('2026-03-02 09:30') });
    const registered = shanghai('2026-03-02 09:30');
    expect(file.owners).toEqual([{ id: STAFF.handler.id, role: 'handler', since: registered }]);
    expect(file.lastAt).toBe(registered);
  });
});

const HAND = { id: 'handler-1', role: 'handler' } as const;
const DUTY = { id: 'follow_up-2', kind: 'follow_up', of: 'owner', stage: null, round: 1 };
