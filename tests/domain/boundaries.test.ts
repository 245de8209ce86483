import type { ActionData, ActionName } from '../../domain/actions';
import type { Actor } from '../../domain/people';
import type { DutyKind } from '../../domain/words';
import { CASE_ANALYSIS } from '../../policies/case-analysis';
import { SERVICE_DESK } from '../../policies/service-desk';
import { HOUR, shanghai, STAFF, wall } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun, misses, story } from './paper';

const { handler, supervisor, manager, salesDirector, administrationDirector, clerk, logisticsHead } = STAFF;

type Given = Parameters<typeof begun>[0];
/** How a duty comes to be owed, and what is done for it: by whom, what, with which words. */
type Owed = {
  kind: DutyKind;
  arm: (given: Given) => Promise<PaperComplaint>;
  act: [Actor, ActionName, Partial<ActionData[ActionName]>?];
};

const at =
  (
    stage: Parameters<PaperComplaint['walkTo']>[0],
    then?: (complaint: PaperComplaint) => Promise<void>,
    rules?: typeof SERVICE_DESK,
  ) =>
  async (given: Given): Promise<PaperComplaint> => {
    const complaint = await begun({ ...given, ...(rules ? { rules } : {}) });
    await complaint.walkTo(stage);
    await then?.(complaint);
    return complaint;
  };

const told = async (complaint: PaperComplaint): Promise<void> => {
  await complaint.do(handler, 'propose');
  await complaint.do(handler, 'tell_proposal', { proposal: complaint.file.proposals });
};
const refused = async (complaint: PaperComplaint): Promise<void> => {
  for (let i = 1; i <= 3; i += 1) {
    await told(complaint);
    await complaint.do(handler, 'record_answer', { proposal: i, answer: 'refused' });
  }
};
const overdue = async (complaint: PaperComplaint): Promise<void> => {
  await complaint.passTo(complaint.dueAt('promised_answer') + 1000);
};
const meeting = async (complaint: PaperComplaint): Promise<void> => {
  await complaint.do(handler, 'classify', { grounds: ['harms_company'] });
  await complaint.walkTo('callback');
  await complaint.do(salesDirector, 'record_callback', { satisfaction: 'dissatisfied' });
};

const OWED: Owed[] = [
  { kind: 'first_answer', arm: at('first_contact'), act: [handler, 'record_contact'] },
  {
    kind: 'first_contact',
    arm: at('first_contact', (c) => c.do(handler, 'fill_form')),
    act: [handler, 'record_contact'],
  },
  {
    kind: 'fill_form',
    arm: (given) => begun({ ...given, reachable: false }),
    act: [handler, 'fill_form', { repeatedBack: false }],
  },
  { kind: 'tell_acceptance', arm: at('first_contact'), act: [handler, 'tell_acceptance'] },
  { kind: 'promised_answer', arm: at('proposal', (c) => c.do(handler, 'propose')), act: [handler, 'tell_proposal'] },
  {
    kind: 'promised_call',
    arm: at('verification', (c) => c.do(handler, 'promise_call')),
    act: [handler, 'record_contact'],
  },
  { kind: 'overdue_reason', arm: at('verification', overdue), act: [handler, 'explain_overdue'] },
  {
    kind: 'extension_decision',
    arm: at('verification', (c) => c.do(handler, 'ask_extension')),
    act: [supervisor, 'decide_extension'],
  },
  {
    kind: 'tell_extension',
    arm: at('verification', async (c) => {
      await c.do(handler, 'ask_extension');
      await c.do(supervisor, 'decide_extension');
    }),
    act: [handler, 'record_contact', { purpose: 'extension' }],
  },
  { kind: 'follow_up', arm: at('verification'), act: [handler, 'record_contact'] },
  { kind: 'progress_entry', arm: (given) => begun({ ...given, grounds: ['safety'] }), act: [handler, 'note_progress'] },
  {
    kind: 'take_over',
    arm: at('classification', (c) => c.do(handler, 'classify', { grounds: ['repeat'] })),
    act: [supervisor, 'take_over'],
  },
  {
    kind: 'task_solution',
    arm: at('verification', (c) => c.do(handler, 'assign_task')),
    act: [logisticsHead, 'answer_task'],
  },
  {
    kind: 'task_progress',
    arm: at('verification', (c) => c.do(handler, 'assign_task'), SERVICE_DESK),
    act: [logisticsHead, 'report_progress'],
  },
  { kind: 'account', arm: at('verification', (c) => c.do(handler, 'ask_account')), act: [handler, 'record_account'] },
  {
    kind: 'urge',
    arm: at('verification', async (c) => {
      await c.do(handler, 'ask_account', { workingDays: 1 });
      await c.passTo(c.dueAt('account') + 1000);
    }),
    act: [handler, 'urge_account'],
  },
  {
    kind: 'cross_meeting',
    arm: at('verification', (c) => c.do(handler, 'call_cross_meeting'), CASE_ANALYSIS),
    act: [manager, 'record_cross_meeting'],
  },
  { kind: 'tell_proposal', arm: at('proposal', (c) => c.do(handler, 'propose')), act: [handler, 'tell_proposal'] },
  {
    kind: 'proposal_approval',
    arm: at('proposal', (c) => c.do(handler, 'propose', { amountFen: 20_000, severity: 'serious' })),
    act: [supervisor, 'approve_proposal'],
  },
  { kind: 'proposal_decision', arm: at('proposal', refused), act: [supervisor, 'decide_proposal'] },
  {
    kind: 'conclusion_decision',
    arm: at('proposal', async (c) => {
      await told(c);
      await c.do(handler, 'record_answer', { answer: 'refused' });
      await c.do(handler, 'ask_conclusion');
    }),
    act: [supervisor, 'decide_conclusion'],
  },
  { kind: 'remedy_step', arm: at('remedy'), act: [handler, 'complete_step'] },
  {
    kind: 'tell_delay',
    arm: at('remedy', (c) => c.do(handler, 'delay_step')),
    act: [handler, 'record_contact', { purpose: 'delay' }],
  },
  { kind: 'tell_result', arm: at('callback'), act: [handler, 'tell_result'] },
  { kind: 'callback', arm: at('callback'), act: [handler, 'record_callback'] },
  { kind: 'meeting', arm: at('classification', meeting), act: [administrationDirector, 'decide_finally'] },
  { kind: 'review', arm: at('review'), act: [supervisor, 'approve'] },
  { kind: 'archive', arm: at('archive'), act: [clerk, 'archive'] },
];

/** On an ordinary Monday, before 国庆 (1 to 7 October, 10 October worked), and before a worked Saturday. */
const DAYS = ['2026-03-02 10:00', '2026-09-30 15:00', '2026-10-09 16:30', '2026-02-13 17:50'];

describe('done at the due instant it is in time, a second later it is late', () => {
  it.each(OWED.map((owed) => [owed.kind, owed] as const))('%s', async (kind, { arm, act: [by, name, data] }) => {
    for (const receivedAt of DAYS) {
      const given = { receivedAt: shanghai(receivedAt) };
      const inTime = await arm(given);
      const dueAt = inTime.dueAt(kind);
      await inTime.passTo(dueAt);
      await inTime.do(by, name, data);
      expect(story(inTime, kind)).toEqual([`met ${kind}`]);

      const late = await arm(given);
      await late.passTo(dueAt + 1000);
      expect(story(late, kind)).toEqual([`missed ${kind}`]);
      await late.do(by, name, data);
      expect(story(late, kind)[0]).toBe(`missed ${kind}`);
      expect(story(late, kind)).toContain(`met ${kind}`);
    }
  });

  it.each(OWED.map((owed) => [owed.kind, owed] as const))(
    '%s: in hand at the due instant it counts, though the desk gets to it seconds after the timer',
    async (kind, { arm, act: [by, name, data] }) => {
      for (const [offset, missed] of [
        [0, 0],
        [137, 0],
        [1000, 1],
      ] as const) {
        const complaint = await arm({ receivedAt: shanghai('2026-03-02 10:00') });
        const dueAt = complaint.dueAt(kind);
        await complaint.passTo(dueAt - 1);
        complaint.sleepTo(dueAt + 30_000);
        await complaint.do(by, name, data, dueAt + offset);
        expect(misses(complaint, kind)).toHaveLength(missed);
      }
    },
  );
});

describe('pauses over feasts and rest days', () => {
  const dueOf = async (kind: DutyKind, receivedAt: string): Promise<string> => {
    const { arm } = OWED.find((owed) => owed.kind === kind) as Owed;
    return wall((await arm({ receivedAt: shanghai(receivedAt) })).dueAt(kind));
  };

  it.each<[DutyKind, string, string]>([
    // Service hours stand still over 国庆; days are counted by working days, 10 October among them.
    ['first_answer', '2026-09-30 17:45', '2026-10-08 09:15'],
    ['tell_acceptance', '2026-10-07 23:59', '2026-10-08 10:00'],
    ['first_contact', '2026-09-30 10:00', '2026-10-08 18:00'],
    ['first_contact', '2026-10-09 10:00', '2026-10-10 18:00'],
    ['first_contact', '2026-10-10 10:00', '2026-10-12 18:00'],
    ['take_over', '2026-09-30 17:00', '2026-10-08 10:00'],
    ['task_progress', '2026-09-30 16:00', '2026-10-08 11:00'],
    ['remedy_step', '2026-10-08 10:00', '2026-10-10 18:00'],
    ['callback', '2026-09-30 10:00', '2026-10-09 18:00'],
    ['callback', '2026-10-09 10:00', '2026-10-12 18:00'],
    ['archive', '2026-09-30 10:00', '2026-10-09 18:00'],
    ['meeting', '2026-09-30 10:00', '2026-10-13 18:00'],
    ['follow_up', '2026-09-24 10:00', '2026-09-30 18:00'],
    ['follow_up', '2026-09-30 10:00', '2026-10-08 18:00'],
    ['progress_entry', '2026-09-30 10:00', '2026-10-08 18:00'],
    // What runs by the wall clock runs on.
    ['promised_answer', '2026-09-30 17:45', '2026-10-03 17:45'],
    ['promised_call', '2026-10-01 10:00', '2026-10-01 12:00'],
    // 春节: 14 and 28 February are worked Saturdays.
    ['first_contact', '2026-02-13 10:00', '2026-02-14 18:00'],
    ['callback', '2026-02-14 10:00', '2026-02-25 18:00'],
    ['callback', '2026-02-27 10:00', '2026-03-02 18:00'],
    ['follow_up', '2026-02-14 10:00', '2026-02-24 18:00'],
  ])('%s of %s is due %s', async (kind, receivedAt, expected) => {
    expect(await dueOf(kind, receivedAt)).toBe(expected);
  });

  it('a hand-over in the last hour before 国庆 makes nobody late over the feast', async () => {
    const complaint = await begun({ receivedAt: shanghai('2026-09-30 17:00') });
    await complaint.do(handler, 'classify', { grounds: ['repeat'] });
    await complaint.do(handler, 'record_contact');
    await complaint.do(handler, 'fill_form');
    await complaint.do(handler, 'tell_acceptance');
    await complaint.passTo(shanghai('2026-10-03 17:00'));
    expect(misses(complaint)).toEqual([]);
    await complaint.passTo(shanghai('2026-10-08 09:00') + HOUR);
    expect(misses(complaint)).toEqual(['promised_answer handler-1']);
    await complaint.passTo(shanghai('2026-10-08 10:00') + 1000);
    expect(misses(complaint)).toEqual(['promised_answer handler-1', 'take_over null']);
  });
});
