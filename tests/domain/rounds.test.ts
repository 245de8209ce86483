import type { ActionData } from '../../domain/actions';
import type { Ground } from '../../domain/classification';
import { DAY, shanghai, STAFF, wall } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun, duty, eventsOf, of002, story } from './paper';

const { handler, handler2, supervisor, manager, salesDirector, administrationDirector, clerk } = STAFF;

/** A complaint whose remedy is done and whose customer waits for the callback, classified on these grounds. */
async function remedied(grounds: Ground[] = [], begin = of002): Promise<PaperComplaint> {
  const complaint = await begin();
  await complaint.walkTo('classification');
  await complaint.do(handler, 'classify', { grounds });
  await complaint.walkTo('callback');
  return complaint;
}

type Said = Partial<Extract<ActionData['record_callback'], { answered: true }>>;

/** The owner calls the customer back, who says this. */
async function calledBack(complaint: PaperComplaint, said: Said): Promise<PaperComplaint> {
  await complaint.walkTo('callback');
  await complaint.do({ ...handler, id: complaint.file.owners.at(-1)!.id }, 'record_callback', said);
  return complaint;
}

const UNSOLVED: Said = { solved: false, satisfaction: 'acceptable' };
const DISSATISFIED: Said = { solved: true, satisfaction: 'dissatisfied' };

describe('CO-1 the callback', () => {
  it('is due on the second working day after the remedy, prompted on the first and at the opening of the last', async () => {
    const complaint = await remedied();
    const [duty] = complaint.duties('callback');
    expect(wall(duty?.dueAt)).toBe('2026-03-04 18:00');
    expect(duty?.promptsAt?.map(wall)).toEqual(['2026-03-03 09:00', '2026-03-04 09:00']);
  });

  it('of an urgent complaint is due 24 hours later by the wall clock', async () => {
    const complaint = await remedied(['safety'], begun);
    const [duty] = complaint.duties('callback');
    expect(wall(duty?.dueAt)).toBe('2026-03-03 10:00');
    expect(duty?.promptsAt?.map(wall)).toEqual(['2026-03-03 09:00']);
  });

  it('counts when it is made earlier, and is in time at the due instant', async () => {
    const early = await calledBack(await remedied(), {});
    expect(early.file.stage).toBe('review');
    const last = await remedied();
    await last.passTo(shanghai('2026-03-04 18:00'));
    await calledBack(last, {});
    expect(last.events.filter(({ type }) => type === 'missed')).toEqual([]);
  });

  it('made one second after it is late, and has its effect all the same', async () => {
    const complaint = await remedied();
    await complaint.passTo(shanghai('2026-03-04 18:00') + 1000);
    await calledBack(complaint, {});
    expect(complaint.events.filter(({ type }) => type === 'missed')).toMatchObject([{ by: 'handler-1' }]);
    expect(complaint.file.stage).toBe('review');
  });

  it('that nobody answers is in the log and leaves the duty as it was', async () => {
    const complaint = await remedied();
    const { contacts } = complaint.file;
    await complaint.do(handler, 'record_callback', { answered: false });
    expect(complaint.file).toMatchObject({ stage: 'callback', contacts: contacts + 1, satisfaction: null });
    expect(complaint.duties('callback')).toHaveLength(1);
  });

  it('is the owner’s to make', async () => {
    expect(await (await remedied()).refusal(handler2, 'record_callback')).toBe('not_owner');
  });
});

describe('CO-3 what the customer says at the callback', () => {
  it.each<[boolean, Said['satisfaction'], string]>([
    [true, 'very_satisfied', 'review, level 1, round 1'],
    [true, 'satisfied', 'review, level 1, round 1'],
    [true, 'acceptable', 'review, level 1, round 1'],
    [true, 'dissatisfied', 'hand_over, level 2, round 2'],
    [true, 'very_dissatisfied', 'hand_over, level 2, round 2'],
    [false, 'very_satisfied', 'first_contact, level 1, round 2'],
    [false, 'acceptable', 'first_contact, level 1, round 2'],
    [false, 'dissatisfied', 'hand_over, level 2, round 2'],
  ])('solved: %s, %s leads to %s', async (solved, satisfaction, where) => {
    const complaint = await calledBack(await remedied(), { solved, satisfaction });
    const { file } = complaint;
    expect(`${file.stage}, level ${file.level}, round ${file.round}`).toBe(where);
    expect(eventsOf(complaint, 'callback_answered')).toMatchObject([{ satisfaction }]);
    // CO-8: what was said of one round is not said of the next.
    expect(file.satisfaction).toBe(file.round === 1 ? satisfaction : null);
  });

  it('not solved a second time at the same level goes one level up', async () => {
    const complaint = await calledBack(await calledBack(await remedied(), UNSOLVED), UNSOLVED);
    expect(complaint.file).toMatchObject({ stage: 'hand_over', level: 2, round: 3, unsolved: 0 });
    await calledBack(await calledBack(complaint, UNSOLVED), UNSOLVED);
    expect(complaint.file).toMatchObject({ stage: 'hand_over', level: 3, round: 5 });
  });

  it('not solved, then dissatisfied, then not solved: the count begins anew at the higher level', async () => {
    const complaint = await calledBack(await calledBack(await remedied(), UNSOLVED), DISSATISFIED);
    expect(complaint.file).toMatchObject({ level: 2, round: 3 });
    await calledBack(complaint, UNSOLVED);
    expect(complaint.file).toMatchObject({ level: 2, round: 4, stage: 'first_contact' });
  });

  it('not solved but acceptable at level 3 is tried again there, as often as it takes', async () => {
    const complaint = await remedied(['regulator_12315']);
    for (let round = 2; round < 6; round += 1) {
      await calledBack(complaint, UNSOLVED);
      expect(complaint.file).toMatchObject({ level: 3, round, stage: 'first_contact' });
    }
  });
});

describe('CO-3 a new round', () => {
  it('is a new complaint form: contact, form, verification and agreement are made again, the classification stays', async () => {
    const complaint = await calledBack(await remedied(['use_impaired'], begun), UNSOLVED);
    expect(complaint.file).toMatchObject({
      facts: ['classified'],
      left: ['classification'],
      priority: 'important',
      proposal: null,
      repeatedBack: false,
      refusals: [],
    });
    await complaint.do(handler, 'record_contact');
    await complaint.do(handler, 'fill_form');
    expect(complaint.file.stage).toBe('verification');
  });

  it('HA-1 at the same level gives the handler a day from the callback on', async () => {
    const complaint = await remedied();
    await complaint.passTo(shanghai('2026-03-04 11:00'));
    await calledBack(complaint, UNSOLVED);
    expect(wall(complaint.dueAt('first_contact'))).toBe('2026-03-05 18:00');
  });

  it('numbers its proposals on: nobody can answer one of the last round', async () => {
    const complaint = await calledBack(await remedied(), UNSOLVED);
    await complaint.walkTo('proposal');
    await complaint.do(handler, 'propose');
    expect(complaint.file.proposal?.no).toBe(2);
    expect(await complaint.refusal(handler, 'tell_proposal', { proposal: 1 })).toBe('no_such_proposal');
  });

  it('HA-11 at a higher level owes word more often at once', async () => {
    const complaint = await calledBack(await remedied(), DISSATISFIED);
    expect(wall(complaint.dueAt('follow_up'))).toBe('2026-03-05 18:00');
  });

  it('HA-2 at a higher level is handed over before it begins, unless its owner stands there already', async () => {
    const handed = await calledBack(await remedied(), DISSATISFIED);
    await handed.do(manager, 'take_over');
    expect(handed.file).toMatchObject({ stage: 'first_contact', level: 2 });
    await calledBack(handed, DISSATISFIED);
    expect(handed.file).toMatchObject({ stage: 'hand_over', level: 3 });
    expect(await handed.refusal(manager, 'take_over')).toBe('role_needed');
  });

  it('the classification of the complaint stays: nobody takes the escalation back by classifying again', async () => {
    const complaint = await calledBack(await remedied(), DISSATISFIED);
    await complaint.do(supervisor, 'take_over');
    expect(await complaint.refusal(supervisor, 'classify', { grounds: [] })).toBe('not_in_stage');
    expect(complaint.file.level).toBe(2);
  });

  it('HA-1 the new handler has a day of his own, whatever the last one still noted while he handed over', async () => {
    const complaint = await calledBack(await remedied(), DISSATISFIED);
    await complaint.do(handler, 'record_contact');
    await complaint.do(handler, 'fill_form');
    await complaint.passTo(shanghai('2026-03-03 10:00'));
    await complaint.do(supervisor, 'take_over');
    expect(complaint.file.stage).toBe('first_contact');
    expect(wall(complaint.dueAt('first_contact'))).toBe('2026-03-04 18:00');
    await complaint.do(supervisor, 'fill_form', { repeatedBack: false });
    expect(complaint.file.stage).toBe('first_contact');
    await complaint.do(supervisor, 'record_contact');
    expect(complaint.file.stage).toBe('verification');
  });

  it('a run that begins again does not hand the case over in the middle of the first contact', async () => {
    const complaint = await calledBack(await remedied(), UNSOLVED);
    expect(await complaint.refusal(handler, 'classify', { grounds: ['emotional'] })).toBe('not_in_stage');
    await complaint.restart();
    expect(complaint.file).toMatchObject({ stage: 'first_contact', level: 1, round: 2, handOver: false });
  });
});

describe('CO-4 level 3 and still dissatisfied', () => {
  it('goes to the general manager’s meeting, whose minutes stand in for the review and are the last word', async () => {
    const complaint = await calledBack(await remedied(['regulator_12315']), DISSATISFIED);
    expect(complaint.file).toMatchObject({ stage: 'meeting', level: 3, round: 1 });
    expect(wall(complaint.dueAt('meeting'))).toBe('2026-03-09 18:00');
    expect(await complaint.refusal(salesDirector, 'decide_finally')).toBe('role_needed');
    await complaint.do(administrationDirector, 'decide_finally');
    expect(complaint.file.stage).toBe('archive');
    expect(complaint.events.filter(({ type }) => type === 'approved')).toEqual([]);
    await complaint.do(clerk, 'archive');
    expect(complaint.file).toMatchObject({ outcome: 'decided_by_meeting', closed: true });
  });

  const noticesOf = ({ record }: PaperComplaint, wanted: string) =>
    record.notices.filter(({ notice }) => notice === wanted).map(({ recipients }) => recipients);

  it('CO-12 its decision is told to the owner, who tells the customer before the case is filed', async () => {
    const complaint = await calledBack(await remedied(['regulator_12315'], begun), DISSATISFIED);
    await complaint.do(administrationDirector, 'decide_finally');
    expect(noticesOf(complaint, 'meeting_decided')).toEqual([{ person: 'director-1' }]);
    expect(wall(duty(complaint, 'tell_result').dueAt)).toBe('2026-03-03 18:00');
    expect(await complaint.try(clerk, 'archive')).toEqual({ refused: { code: 'missing', what: ['tell_result'] } });
    await complaint.do(salesDirector, 'tell_result');
    expect(story(complaint, 'tell_result').at(-1)).toBe('met tell_result');
    expect(await complaint.refusal(salesDirector, 'tell_result')).toBe('told_already');
    await complaint.do(clerk, 'archive');
    expect(complaint.file.outcome).toBe('decided_by_meeting');
  });

  it('a meeting that is late is told to the owner as well', async () => {
    const complaint = await calledBack(await remedied(['regulator_12315']), DISSATISFIED);
    await complaint.passTo(shanghai('2026-03-09 18:00') + 1000);
    expect(noticesOf(complaint, 'breach')).toContainEqual({ person: 'director-1' });
  });

  it('is reached step by step from level 1', async () => {
    const complaint = await remedied();
    await calledBack(await calledBack(await calledBack(complaint, DISSATISFIED), DISSATISFIED), DISSATISFIED);
    expect(complaint.file).toMatchObject({ stage: 'meeting', level: 3, round: 3 });
    await complaint.passTo(complaint.now + 10 * DAY);
    await complaint.walkTo('closed');
    expect(complaint.file.outcome).toBe('decided_by_meeting');
  });
});
