import { availability } from '../../domain/decide';
import { SYSTEM } from '../../domain/people';
import type { Rules } from '../../domain/policy';
import { validateRules } from '../../domain/validate-policy';
import type { Stage } from '../../domain/words';
import { STANDARD } from '../../policies/standard';
import { aComplaint, shanghai, STAFF, wall } from '../support/files';
import { PaperComplaint } from '../support/paper-complaint';

const { handler, supervisor, manager, admin, clerk } = STAFF;

/** Another edition of the standard policy. */
const edition = (number: number, change: Partial<Rules> = {}): Rules => ({ ...STANDARD, edition: number, ...change });
const without = (...stages: Stage[]): Rules['stages'] =>
  Object.fromEntries(Object.entries(STANDARD.stages).filter(([stage]) => !stages.includes(stage as Stage)));
const duty = (kind: 'callback' | 'tell_proposal' | 'first_contact', change: object): Partial<Rules> => ({
  duties: { ...STANDARD.duties, [kind]: { ...STANDARD.duties[kind]!, ...change } },
});

const adopt = (complaint: PaperComplaint, rules: Rules, by = manager) =>
  complaint.do(by, 'adopt_policy', { rules, ref: 'text-reason' });
const refusal = async (complaint: PaperComplaint, rules: Rules, by = manager) => {
  const reply = await complaint.try(by, 'adopt_policy', { rules, ref: 'text-reason' });
  return 'refused' in reply ? reply.refused : null;
};

test('what is owed keeps its time, what is owed later has the new one', async () => {
  const complaint = await PaperComplaint.begin();
  const due = complaint.dueAt('first_contact');
  const longer = [{ within: { clock: 'days', working: 4 } as const }];
  const rules = edition(2, {
    duties: {
      ...STANDARD.duties,
      first_contact: { ...STANDARD.duties.first_contact!, within: longer },
      callback: { ...STANDARD.duties.callback!, within: longer },
    },
  });
  await adopt(complaint, rules);
  expect([complaint.file.rules.edition, complaint.dueAt('first_contact')]).toEqual([2, due]);
  await complaint.walkTo('callback');
  expect(wall(complaint.dueAt('callback'))).toBe('2026-03-06 18:00');
});

test('by a manager or an administrator, and by nobody else', async () => {
  const complaint = await PaperComplaint.begin();
  const wanted = { code: 'role_needed', roles: ['manager', 'admin'] };
  for (const by of [handler, supervisor, clerk, SYSTEM])
    expect(await refusal(complaint, edition(2), by)).toEqual(wanted);
  await adopt(complaint, edition(2), admin);
  await adopt(complaint, edition(3), manager);
  expect(availability(complaint.file, 'adopt_policy', manager, complaint.now)).toBeNull();
});

test('who is complained about has no say in it', async () => {
  const complaint = await PaperComplaint.begin(aComplaint({ respondents: [manager.id] }));
  expect(await refusal(complaint, edition(2))).toEqual({ code: 'complained_about' });
});

test('only to a newer edition of the same policy', async () => {
  const complaint = await PaperComplaint.begin();
  expect(await refusal(complaint, edition(1))).toEqual({ code: 'edition_not_newer', edition: 1, present: 1 });
  await adopt(complaint, edition(4));
  expect(await refusal(complaint, edition(3))).toEqual({ code: 'edition_not_newer', edition: 3, present: 4 });
  expect(await refusal(complaint, edition(5, { policy: 'another' }))).toEqual({
    code: 'other_policy',
    policy: 'standard',
  });
});

test('not to one that lacks the present step', async () => {
  const complaint = await PaperComplaint.begin();
  await complaint.walkTo('verification');
  expect(await refusal(complaint, edition(2, { stages: without('verification') }))).toEqual({
    code: 'stage_not_in_edition',
    stage: 'verification',
    edition: 2,
  });
});

test('not to one that asks more of a step behind than the complaint has', async () => {
  const complaint = await PaperComplaint.begin();
  await complaint.walkTo('proposal');
  const classification = {
    ...STANDARD.stages.classification!,
    ends: [['classified', 'concluded' as const]],
  } as Rules['stages']['classification'];
  const stages = { ...STANDARD.stages, classification };
  expect(await refusal(complaint, edition(2, { stages }))).toEqual({
    code: 'steps_behind_differ',
    stages: ['classification'],
    edition: 2,
  });
});

test('not to one by which the answer to the callback would have led to another round', async () => {
  const complaint = await PaperComplaint.begin(aComplaint({ level: 3 }));
  await complaint.walkTo('callback');
  const owner = Object.values(STAFF).find(({ id }) => id === complaint.file.owners.at(-1)?.id)!;
  await complaint.do(owner, 'record_callback', { satisfaction: 'dissatisfied' });
  expect(complaint.file.stage).toBe('meeting');
  const { meeting: _, ...duties } = STANDARD.duties;
  await complaint.walkTo('archive');
  expect(await refusal(complaint, edition(2, { duties, stages: without('meeting') }))).toMatchObject({
    stages: ['callback'],
  });
});

test('a new step that would have come before the present one is not gone back for, and does not keep it from the archive', async () => {
  const complaint = await PaperComplaint.begin(aComplaint({ rules: edition(1, { stages: without('verification') }) }));
  await complaint.walkTo('proposal');
  await adopt(complaint, edition(2));
  await complaint.restart();
  expect(complaint.file.stage).toBe('proposal');
  await complaint.walkTo('closed');
  expect(complaint.events.filter((event) => event.type === 'entered').map(({ stage }) => stage)).not.toContain(
    'verification',
  );
});

test('a step that lies ahead may be new, and is then walked', async () => {
  const complaint = await PaperComplaint.begin(aComplaint({ rules: edition(1, { stages: without('callback') }) }));
  await complaint.walkTo('proposal');
  await adopt(complaint, edition(2));
  await complaint.restart();
  await complaint.walkTo('callback');
  await complaint.walkTo('closed');
  expect(complaint.file.outcome).toBe('completed');
});

test('a duty that the edition does not know is called off; one that only it asks of the present step is owed from now on', async () => {
  const complaint = await PaperComplaint.begin();
  await complaint.walkTo('verification');
  expect(complaint.duties('follow_up')).toHaveLength(1);
  const { follow_up: _, ...others } = STANDARD.duties;
  const verification = { ...STANDARD.stages.verification!, owes: ['tell_result' as const] };
  const rules = edition(2, { duties: others, stages: { ...STANDARD.stages, verification } });
  expect(validateRules(rules)).toEqual([]);
  await complaint.passTo(shanghai('2026-03-04 10:00'));
  await adopt(complaint, rules);
  expect(complaint.duties('follow_up')).toEqual([]);
  expect(wall(complaint.dueAt('tell_result'))).toBe('2026-03-05 18:00');
  await adopt(complaint, edition(3, { duties: others }));
  expect(complaint.duties('tell_result')).toEqual([]);
});

test('who says so has no hand in the case: the review stays where it belongs', async () => {
  const complaint = await PaperComplaint.begin();
  await adopt(complaint, edition(2));
  await complaint.walkTo('review');
  await complaint.do(supervisor, 'approve');
});

test('a length that is changed is not asked of the past: what the customer was promised stays', async () => {
  const complaint = await PaperComplaint.begin();
  await adopt(complaint, edition(2, duty('first_contact', { within: [{ within: { clock: 'days', working: 9 } }] })));
  await complaint.passTo(shanghai('2026-03-03 18:01'));
  expect(complaint.duties('first_contact')[0]).toMatchObject({ missed: true });
});
