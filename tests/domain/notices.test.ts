import type { Event } from '../../domain/events';
import { evolve } from '../../domain/evolve';
import { noticesOf } from '../../domain/notices';
import type { Notice, NoticeKey } from '../../domain/notices';
import type { Outcome } from '../../domain/words';
import { aComplaint, DAY, shanghai, STAFF, wall } from '../support/files';
import { PaperComplaint } from '../support/paper-complaint';
import { bornOf002, of002 } from './paper';

const { handler, supervisor } = STAFF;

const told = ({ record }: PaperComplaint, notice: NoticeKey): Notice[] =>
  record.notices.filter((one) => one.notice === notice);
const people = (complaint: PaperComplaint, notice: NoticeKey) =>
  told(complaint, notice).map(({ recipients }) => recipients);

const CUSTOMER = { customer: true };
/** What a notice may carry. */
const WORDS_AND_INSTANTS = 'channel round duty step level priority granted dueAt outcome because action'.split(' ');
const EAST_SUPERVISORS = { roles: ['supervisor'], team: 'east', except: ['handler-1'] };
/** And nobody who stands in for somebody who is too near (HA-18). */
const IMPARTIAL = { ...EAST_SUPERVISORS, impartial: true };

describe('who is told what', () => {
  it('IN-5 at the receipt: the customer, and the handler to whom it falls', () => {
    const { turn } = bornOf002();
    expect(noticesOf(turn).map(({ key, recipients }) => [key, recipients])).toEqual([
      ['3:acknowledgement', CUSTOMER],
      ['3:assigned', { person: 'handler-1' }],
    ]);
  });

  it('IN-5 registered late, nobody is promised a time that is past: the next one that comes, or none', () => {
    const receivedAt = shanghai('2026-03-02 10:00');
    const nextOf = (now: string) => {
      const { turn } = aComplaint({ receivedAt, now: shanghai(now) });
      return noticesOf(turn).map(({ notice, params }) => [notice, params.duty, params.dueAt && wall(params.dueAt)]);
    };
    expect(nextOf('2026-03-02 10:45')).toEqual([
      ['acknowledgement', 'tell_acceptance', '2026-03-02 11:00'],
      ['assigned', 'tell_acceptance', '2026-03-02 11:00'],
      ['informed', undefined, undefined],
    ]);
    expect(nextOf('2026-03-06 10:00')).toEqual([
      ['acknowledgement_undated', undefined, undefined],
      ['assigned_undated', undefined, undefined],
      ['informed', undefined, undefined],
    ]);
  });

  it('HA-1 the owner is reminded of his duties, each time once', async () => {
    const complaint = await of002();
    await complaint.passTo(shanghai('2026-03-03 17:00'));
    expect(told(complaint, 'reminder').map(({ key, recipients }) => [key, recipients])).toEqual([
      [expect.stringMatching(/^first_contact-1:reminder:\d+:1$/), { person: 'handler-1' }],
      [expect.stringMatching(/^first_contact-1:reminder:\d+:0$/), { person: 'handler-1' }],
    ]);
    expect(told(complaint, 'reminder')[0]?.params).toEqual({
      duty: 'first_contact',
      dueAt: shanghai('2026-03-03 18:00'),
    });
  });

  it('HA-1 of a breach: the owner, and the supervisors of his team, once', async () => {
    const complaint = await of002();
    await complaint.passTo(complaint.now + 30 * DAY);
    const ofContact = told(complaint, 'breach').filter(({ params }) => params.duty === 'first_contact');
    expect(ofContact.map(({ key, recipients }) => [key, recipients])).toEqual([
      ['first_contact-1:breach', { person: 'handler-1' }],
      ['first_contact-1:breach:superior', EAST_SUPERVISORS],
    ]);
  });

  it('CO-5 the supervisors are called upon to review; if they do not, they and the manager hear of it', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.walkTo('review');
    expect(people(complaint, 'called_upon')).toEqual([IMPARTIAL]);
    await complaint.passTo(complaint.dueAt('review') + 1000);
    expect(people(complaint, 'reminder').at(-1)).toEqual(IMPARTIAL);
    expect(people(complaint, 'breach')).toEqual([IMPARTIAL, { roles: ['manager'], team: null, except: ['handler-1'] }]);
  });

  it('HA-2 of a take-over that nobody makes, the manager hears', async () => {
    const complaint = await of002();
    await complaint.walkTo('classification');
    await complaint.do(handler, 'classify', { grounds: ['repeat'] });
    await complaint.passTo(complaint.dueAt('take_over') + 1000);
    expect(people(complaint, 'breach')).toEqual([
      { roles: ['supervisor'], team: 'east', except: [] },
      { roles: ['manager'], team: null, except: ['handler-1'] },
    ]);
  });

  it('CO-6 of a filing that the clerk does not make, the level above the owner hears', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.walkTo('archive');
    await complaint.passTo(complaint.dueAt('archive') + 1000);
    expect(people(complaint, 'breach')).toEqual([{ roles: ['clerk'], team: null, except: [] }, EAST_SUPERVISORS]);
  });

  it('HA-10 somebody who is to do a step of the remedy is called upon, the owner is not told what he wrote himself', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.walkTo('proposal');
    await complaint.do(handler, 'propose', {
      steps: [
        { person: 'handler-1', workingDays: 1, ref: 'text-1' },
        { person: 'handler-2', workingDays: 1, ref: 'text-2' },
      ],
    });
    await complaint.walkTo('remedy');
    expect(told(complaint, 'called_upon').map(({ recipients, params }) => [recipients, params.step])).toEqual([
      [{ person: 'handler-2' }, 2],
    ]);
  });

  it('IN-5, HA-2 when the handler changes: the customer, and the new one', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.walkTo('classification');
    await complaint.do(handler, 'classify', { grounds: ['repeat'] });
    await complaint.do(supervisor, 'take_over');
    expect(people(complaint, 'handler_changed')).toEqual([CUSTOMER]);
    expect(people(complaint, 'assigned').at(-1)).toEqual({ person: 'supervisor-1' });
  });

  it('CO-5 when the case is sent back: the owner, with the ground', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.walkTo('review');
    await complaint.do(supervisor, 'reject', { ground: 'remedy_unproven' });
    expect(told(complaint, 'sent_back')).toMatchObject([
      { recipients: { person: 'handler-1' }, params: { because: 'remedy_unproven' } },
    ]);
  });

  it.each<[Outcome, (complaint: PaperComplaint) => Promise<void>]>([
    ['completed', async () => {}],
    ['withdrawn', (complaint) => complaint.do(handler, 'withdraw')],
  ])('CO-7 at the end, whatever it is (%s): the customer, with thanks', async (outcome, done) => {
    const complaint = await PaperComplaint.begin();
    await done(complaint);
    await complaint.walkTo('closed');
    expect(told(complaint, 'farewell')).toMatchObject([{ recipients: CUSTOMER, params: { outcome } }]);
  });

  it('A5 a signal that is not allowed is told to those who may review', () => {
    const { file } = bornOf002();
    const event: Event = { type: 'refused', action: 'approve', because: 'code_unknown' };
    evolve(file, event, file.lastAt);
    expect(noticesOf({ file, events: [event], opened: [], changed: [], at: 0 })).toEqual([
      {
        key: '4:signal_refused',
        notice: 'signal_refused',
        recipients: IMPARTIAL,
        params: { action: 'approve', because: 'code_unknown' },
      },
    ]);
  });

  it('RE-8 no notice carries anything but words, ids and instants', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.passTo(complaint.now + 10 * DAY);
    await complaint.walkTo('closed');
    for (const { params } of complaint.record.notices) {
      expect(Object.keys(params).filter((key) => !WORDS_AND_INSTANTS.includes(key))).toEqual([]);
    }
  });
});
