import type { ComplaintFile } from '../../domain/complaint-file';
import { decide } from '../../domain/decide';
import { highestRole, rolesNotCovered, seatsOf, standsAbove } from '../../domain/deputies';
import type { Actor, Person } from '../../domain/people';
import type { Role } from '../../domain/words';
import { PaperComplaint } from '../support/paper-complaint';
import { aComplaint, anAction, STAFF } from '../support/files';

const { handler, handler2, supervisor, manager, salesDirector, administrationDirector, clerk } = STAFF;
const person = (roles: Role[], team: string, id = `${roles[0]}-${team}`): Person => ({ id, roles, team });
/** Somebody who stands in for others now. */
const standingIn = (actor: Actor, ...away: Person[]): Actor => ({ ...actor, actsFor: away });

const refusalOf = (file: ComplaintFile, by: Actor, name: Parameters<typeof decide>[1]) => {
  const verdict = decide(file, name, anAction(name, by, file.lastAt), file.lastAt);
  return 'refused' in verdict ? verdict.refused.code : null;
};

describe('RO-1 who may stand in for whom', () => {
  it.each<[string, Person, Person, Role[]]>([
    ['a handler for a handler of the team', handler, handler2, []],
    ['the supervisor of the team for a handler', handler, supervisor, []],
    ['the manager for a handler of any team', handler, manager, []],
    ['not a handler of another team', handler, STAFF.handlerSouth, ['handler']],
    ['not the supervisor of another team', handler, STAFF.supervisorSouth, ['handler']],
    ['not a handler for his supervisor', supervisor, handler, ['supervisor']],
    ['the manager for a supervisor', supervisor, manager, []],
    ['one director for the other', salesDirector, administrationDirector, []],
    ['not for all that he is', administrationDirector, salesDirector, ['administration_centre']],
    [
      'a member for the head of the department',
      person(['department_head'], 'product'),
      person(['department_member'], 'product'),
      [],
    ],
    [
      'not the member of another department',
      person(['department_head'], 'product'),
      person(['department_member'], 'finance'),
      ['department_head'],
    ],
    ['not the clerk for a handler', handler, clerk, ['handler']],
    ['nobody but an administrator for an administrator', STAFF.admin, manager, ['admin']],
  ])('%s', (_, away, deputy, missing) => {
    expect(rolesNotCovered(away, deputy)).toEqual(missing);
  });
});

describe('RO-1 who stands above whom', () => {
  it.each<[string, Person, Person, boolean]>([
    ['a supervisor above the handlers of his team', supervisor, handler, true],
    ['not above those of another', STAFF.supervisorSouth, handler, false],
    ['the manager above every supervisor', manager, STAFF.supervisorSouth, true],
    ['nobody above his equal', handler2, handler, false],
    ['one director not above the other', salesDirector, administrationDirector, false],
    [
      'a head above the members of his department',
      person(['department_head'], 'product'),
      person(['department_member'], 'product'),
      true,
    ],
    [
      'not above those of another',
      person(['department_head'], 'finance'),
      person(['department_member'], 'product'),
      false,
    ],
    ['a head not above the clerk of the same office', person(['department_head'], 'head_office'), clerk, false],
  ])('%s', (_, one, other, above) => {
    expect(standsAbove(one, other)).toBe(above);
  });
});

test('the seats of somebody carry each other along', () => {
  const [own, seat] = seatsOf(standingIn(handler2, handler));
  expect(own).toEqual({ ...handler2, actsFor: [handler] });
  expect(seat).toEqual({ ...handler, actsFor: [handler2] });
  expect(seatsOf(clerk)).toEqual([{ ...clerk, actsFor: [] }]);
  expect(highestRole(['clerk', 'manager', 'handler'])).toBe('manager');
});

describe('HA-18 a deputy', () => {
  it("does what is the absent owner's, and nobody else does; the record says who it was, and for whom", async () => {
    const complaint = await PaperComplaint.begin();
    expect(await complaint.refusal(handler2, 'record_contact')).toBe('not_owner');
    const deputy = standingIn(handler2, handler);
    await complaint.do(deputy, 'record_contact');
    expect(complaint.record.turns.at(-1)).toMatchObject({ by: 'handler-2' });
    expect(complaint.events).toContainEqual({
      type: 'stood_in',
      by: { id: 'handler-2', role: 'handler' },
      for: 'handler-1',
    });
    expect(complaint.file.owners.at(-1)?.id).toBe('handler-1');
    expect(complaint.file.handled.map(({ id }) => id)).toEqual(['handler-1', 'handler-2']);
  });

  it('acts for himself where he may, and nothing is said of standing in', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.do(standingIn(handler, handler2), 'record_contact');
    expect(complaint.events.map(({ type }) => type)).not.toContain('stood_in');
    expect(complaint.file.handled.map(({ id }) => id)).toEqual(['handler-1']);
  });

  it('takes a case over in the name of the absent one, whose it is then', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.do(handler, 'classify', { grounds: ['emotional'] });
    await complaint.walkTo('hand_over');
    const deputy = standingIn(handler2, supervisor);
    await complaint.do(deputy, 'take_over');
    expect(complaint.file.owners.at(-1)).toMatchObject({ id: 'supervisor-1', role: 'supervisor' });
    expect(complaint.file.handled).toContainEqual({ id: 'handler-2', role: 'handler' });
  });

  it('CO-5 reviews neither what he handled nor what the absent one handled, in either seat', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.walkTo('review');
    const { file } = complaint;
    expect(refusalOf(file, supervisor, 'approve')).toBe(null);
    expect(refusalOf(file, standingIn(supervisor, handler), 'approve')).toBe('handled_before');
    expect(refusalOf(file, standingIn(handler, supervisor), 'approve')).toBe('handled_before');
    expect(refusalOf(file, standingIn(handler2, supervisor), 'approve')).toBe(null);
    expect(refusalOf(file, standingIn(manager, supervisor), 'approve')).toBe(null);
    expect(refusalOf(file, standingIn(manager, handler), 'approve')).toBe('handled_before');
  });

  it('CO-5 who stood in for the owner does not review afterwards, when the owner is back', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.do(standingIn(supervisor, handler), 'record_contact');
    await complaint.walkTo('review');
    expect(refusalOf(complaint.file, supervisor, 'approve')).toBe('handled_before');
    expect(refusalOf(complaint.file, manager, 'approve')).toBe(null);
  });

  it('CO-5 who reviewed in the place of another has had no hand in the case', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.walkTo('review');
    await complaint.do(standingIn(manager, supervisor), 'reject');
    expect(complaint.file.handled.map(({ id }) => id)).toEqual(['handler-1']);
    expect(complaint.record.turns.at(-1)?.by).toBe('manager-1');
  });

  it('HA-8 does not decide as the level above what he could propose as the owner', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.walkTo('proposal');
    for (const proposal of [1, 2, 3]) {
      await complaint.do(handler, 'propose');
      await complaint.do(handler, 'tell_proposal', { proposal });
      await complaint.do(handler, 'record_answer', { proposal, answer: 'refused' });
    }
    expect(refusalOf(complaint.file, standingIn(supervisor, handler), 'decide_proposal')).toBe('handled_before');
    expect(refusalOf(complaint.file, supervisor, 'decide_proposal')).toBe(null);
  });

  it('does nothing where he is complained about, whoever asks him', () => {
    const { file } = aComplaint({ respondents: [handler2.id] });
    expect(refusalOf(file, standingIn(handler2, handler), 'record_contact')).toBe('complained_about');
  });

  it('has no seat where the absent one is complained about, and judges nothing there', async () => {
    const complaint = await PaperComplaint.begin(aComplaint({ respondents: [supervisor.id] }));
    await complaint.walkTo('review', [handler]);
    expect(refusalOf(complaint.file, standingIn(handler2, supervisor), 'approve')).toBe('role_needed');
    const other = { ...supervisor, id: 'supervisor-9' };
    expect(refusalOf(complaint.file, other, 'approve')).toBe(null);
    expect(refusalOf(complaint.file, standingIn(other, supervisor), 'approve')).toBe('handled_before');
  });

  it('does a step that is the absent one’s to do', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.walkTo('proposal');
    await complaint.do(handler, 'propose', { steps: [{ person: handler2.id, workingDays: 2, ref: 'text-step' }] });
    await complaint.walkTo('remedy');
    expect(refusalOf(complaint.file, clerk, 'complete_step')).toBe('not_owner');
    await complaint.do(standingIn(supervisor, handler2), 'complete_step');
    expect(complaint.file.handled.map(({ id }) => id)).toEqual(['handler-1', 'handler-2', 'supervisor-1']);
  });
});
