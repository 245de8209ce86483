import type { ActionName } from '../../domain/actions';
import { ACTION_NAMES, notNow } from '../../domain/decide';
import type { Rules } from '../../domain/policy';
import { validateRules } from '../../domain/validate-policy';
import type { DutyKind, Stage } from '../../domain/words';
import { POLICIES } from '../../policies';
import { nextStep, STAFF_AT_HAND } from '../support/crew';
import { shanghai, STAFF, wall } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun, eventsOf, everOwed, misses } from './paper';

const { handler, supervisor, clerk } = STAFF;

/** What each document has of the procedure, in its order: it has nothing else (docs/procedure.md). */
const STAGES_OF: Record<string, Stage[]> = {
  standard: [
    'first_contact',
    'classification',
    'hand_over',
    'verification',
    'cause_analysis',
    'proposal',
    'remedy',
    'callback',
    'meeting',
    'review',
    'archive',
  ],
  'online-service': ['first_contact', 'hand_over', 'verification', 'proposal', 'remedy', 'callback', 'archive'],
  'service-desk': [
    'first_contact',
    'classification',
    'hand_over',
    'verification',
    'proposal',
    'remedy',
    'callback',
    'archive',
  ],
  'retail-franchise': [
    'first_contact',
    'classification',
    'hand_over',
    'verification',
    'proposal',
    'remedy',
    'callback',
    'meeting',
    'review',
    'archive',
  ],
  'case-analysis': [
    'first_contact',
    'classification',
    'hand_over',
    'verification',
    'cause_analysis',
    'proposal',
    'remedy',
    'callback',
    'archive',
  ],
  marketplace: [
    'first_contact',
    'classification',
    'hand_over',
    'verification',
    'proposal',
    'result',
    'remedy',
    'callback',
    'archive',
  ],
};

/** What every complaint has because the product has it: somebody who takes over, promised calls, steps of the remedy, the archive, and to go on. */
const OF_ALL: DutyKind[] = [
  'take_over',
  'promised_call',
  'remedy_step',
  'see_off_step',
  'tell_delay',
  'archive',
  'next_step',
];
const OF_PROMISES: DutyKind[] = ['customer_reply', 'extension_decision', 'tell_extension', 'overdue_reason'];

const DUTIES_OF: Record<string, DutyKind[]> = {
  standard: [
    ...OF_PROMISES,
    'task_solution',
    'task_progress',
    'account',
    'urge',
    'first_answer',
    'first_contact',
    'fill_form',
    'tell_acceptance',
    'promised_answer',
    'follow_up',
    'progress_entry',
    'cross_meeting',
    'tell_proposal',
    'proposal_answer',
    'proposal_approval',
    'proposal_decision',
    'conclusion_decision',
    'tell_result',
    'callback',
    'meeting',
    'review',
  ],
  'online-service': ['first_answer', 'contact_again', 'follow_up', 'proposal_decision', 'callback'],
  'service-desk': ['first_answer', 'contact_again', 'task_solution', 'task_progress', 'tell_proposal', 'callback'],
  'retail-franchise': ['first_contact', 'fill_form', 'follow_up', 'callback', 'meeting', 'review'],
  'case-analysis': [
    ...OF_PROMISES,
    'first_answer',
    'contact_again',
    'tell_acceptance',
    'promised_answer',
    'progress_entry',
    'cross_meeting',
    'proposal_approval',
    'proposal_decision',
    'callback',
  ],
  marketplace: [
    'first_answer',
    'contact_again',
    'task_solution',
    'account',
    'urge',
    'proposal_answer',
    'conclusion_decision',
    'tell_result',
    'callback',
  ],
};

const named = POLICIES.map((rules) => [rules.policy, rules] as const);

describe('the six policies', () => {
  it('are the five documents and the merged standard', () => {
    expect(POLICIES.map(({ policy }) => policy).toSorted()).toEqual(Object.keys(STAGES_OF).toSorted());
  });

  it.each(named)('%s can be published', (_, rules) => {
    expect(validateRules(rules)).toEqual([]);
  });

  it.each(named)('%s has the steps of its document and no other', (policy, { stages }) => {
    expect(Object.keys(stages).toSorted()).toEqual(STAGES_OF[policy]?.toSorted());
  });

  it.each(named)('%s owes what its document owes and nothing else', (policy, { duties }) => {
    expect(Object.keys(duties).toSorted()).toEqual([...OF_ALL, ...(DUTIES_OF[policy] ?? [])].toSorted());
  });

  it.each(named)(
    '%s: every step and duty names its clause, with its mark where the time is the company’s choice',
    (_, rules) => {
      for (const { clause } of [...Object.values(rules.stages), ...Object.values(rules.duties)]) {
        expect(clause).toMatch(/^(IN|CL|HA|CO)-\d+(, (IN|CL|HA|CO)-\d+)*( \(choice\))?$/);
      }
    },
  );

  it.each([
    ['standard', 3, 'one_best', 2],
    ['online-service', 1, 'words', 0],
    ['service-desk', 1, 'words', 0],
    ['retail-franchise', 3, 'one_best', 0],
    ['case-analysis', 1, 'five_best', 1],
    ['marketplace', 1, 'words', 0],
  ])(
    '%s: %i level(s), satisfaction %s, %i refusals answered by the handler himself',
    (policy, top, scale, refusals) => {
      expect(POLICIES.find((rules) => rules.policy === policy)).toMatchObject({ topLevel: top, scale, refusals });
    },
  );
});

describe('CO-6 each policy walked from intake to archive', () => {
  /** The ordinary life of a complaint under each of them, with the steps that it comes through. */
  it.each(named)('%s: its own steps in their order, in time throughout, restarted at each', async (policy, rules) => {
    const complaint = await begun({ rules });
    const odd: Stage[] = ['hand_over', 'meeting', ...(policy === 'standard' ? ['cause_analysis' as const] : [])];
    const notAsked: Stage[] = policy === 'marketplace' ? ['first_contact', 'result', 'callback'] : [];
    const expected = STAGES_OF[policy]?.filter((stage) => !odd.includes(stage) && !notAsked.includes(stage)) ?? [];
    for (const stage of expected) {
      await complaint.walkTo(stage);
      await complaint.restart();
      expect(complaint.file.stage).toBe(stage);
    }
    await complaint.walkTo('closed');
    expect(eventsOf(complaint, 'entered').map(({ stage }) => stage)).toEqual(expected);
    expect(complaint.file).toMatchObject({ closed: true, round: 1, duties: [] });
    expect(misses(complaint)).toEqual([]);
    expect(everOwed(complaint).filter((kind) => ![...OF_ALL, ...(DUTIES_OF[policy] ?? [])].includes(kind))).toEqual([]);
  });

  /** Due times in the order in which they come up, for one received on Monday 2026-03-02 at 10:00 and walked without a pause. */
  it.each<[string, string[]]>([
    [
      'standard',
      [
        'first_answer 2026-03-02 10:30',
        'first_contact 2026-03-03 18:00',
        'tell_acceptance 2026-03-02 11:00',
        'promised_answer 2026-03-05 10:00',
        'follow_up 2026-03-09 18:00',
        'tell_proposal 2026-03-03 18:00',
        'proposal_answer 2026-03-09 18:00',
        'remedy_step 2026-03-04 18:00',
        'tell_result 2026-03-03 18:00',
        'callback 2026-03-04 18:00',
        'review 2026-03-03 18:00',
        'archive 2026-03-04 18:00',
      ],
    ],
    [
      'online-service',
      [
        'first_answer 2026-03-02 15:30',
        'follow_up 2026-03-05 18:00',
        'remedy_step 2026-03-04 18:00',
        'callback 2026-03-04 18:00',
        'archive 2026-03-04 18:00',
      ],
    ],
    [
      'service-desk',
      [
        'first_answer 2026-03-03 10:30',
        'next_step 2026-03-05 18:00',
        'tell_proposal 2026-03-03 18:00',
        'remedy_step 2026-03-04 18:00',
        'callback 2026-03-04 18:00',
        'archive 2026-03-04 18:00',
      ],
    ],
    [
      'retail-franchise',
      [
        'first_contact 2026-03-03 18:00',
        'follow_up 2026-03-09 18:00',
        'remedy_step 2026-03-04 18:00',
        'callback 2026-03-04 18:00',
        'review 2026-03-03 18:00',
        'archive 2026-03-04 18:00',
      ],
    ],
    [
      'case-analysis',
      [
        'first_answer 2026-03-02 10:30',
        'tell_acceptance 2026-03-02 11:00',
        'promised_answer 2026-03-05 10:00',
        'next_step 2026-03-05 18:00',
        'remedy_step 2026-03-04 18:00',
        'callback 2026-03-04 18:00',
        'archive 2026-03-04 18:00',
      ],
    ],
    [
      'marketplace',
      [
        'first_answer 2026-03-02 10:01',
        'proposal_answer 2026-03-09 18:00',
        'tell_result 2026-03-03 18:00',
        'remedy_step 2026-03-04 18:00',
        'archive 2026-03-04 18:00',
      ],
    ],
  ])('%s: what is owed on the way, and by when', async (policy, expected) => {
    const complaint = await begun({ rules: rulesOf(policy) });
    await complaint.walkTo('closed');
    expect(firstDueTimes(complaint)).toEqual(expected);
  });

  const rulesOf = (policy: string): Rules => POLICIES.find((rules) => rules.policy === policy) as Rules;

  /** When the first duty of each kind was due. */
  function firstDueTimes({ record }: PaperComplaint): string[] {
    const due = record.turns.flatMap((turn) =>
      Object.entries(turn.due).map(([id, { dueAt }]) => [kindOf(id), dueAt] as const),
    );
    const first = due.filter(([kind], place) => due.findIndex(([other]) => other === kind) === place);
    return first.map(([kind, dueAt]) => `${kind} ${wall(dueAt)}`);
  }
  const kindOf = (id: string): string => id.replace(/-\d+$/, '');
});

/** What a single document does not have, and what the standard has of it. */
const UNKNOWN_TO: Record<string, ActionName[]> = {
  standard: [],
  'online-service': ['fill_form', 'mark_typical', 'change_request_type', 'tell_result', 'assign_task', 'ask_account'],
  'service-desk': ['mark_typical', 'tell_result', 'decide_proposal', 'explain_overdue', 'ask_account'],
  'retail-franchise': ['mark_typical', 'change_request_type', 'tell_result', 'decide_proposal', 'assign_task'],
  'case-analysis': ['fill_form', 'change_request_type', 'tell_result', 'ask_account', 'ask_conclusion'],
  marketplace: ['fill_form', 'change_request_type', 'decide_proposal', 'explain_overdue', 'start_waiting'],
};

describe('what a document does not have does not exist in its policy', () => {
  it.each(named)('%s', async (policy, rules) => {
    const complaint = await begun({ rules });
    const unknown = (name: ActionName): boolean => notNow(complaint.file, name)?.code === 'step_unknown_here';
    expect((UNKNOWN_TO[policy] ?? []).filter((name) => !unknown(name))).toEqual([]);
    const reviewed = rules.stages.review !== undefined;
    expect((['approve', 'reject', 'decide_finally'] as const).map(unknown)).toEqual(Array(3).fill(!reviewed));
    expect((['raise_level', 'lower_level'] as const).map(unknown)).toEqual(Array(2).fill(rules.topLevel === 1));
    // What belongs to every complaint.
    const ofAll = ['record_contact', 'promise_call', 'withdraw', 'add_evidence', 'reassign', 'archive'] as const;
    expect(ofAll.filter(unknown)).toEqual([]);
  });

  it.each(named)('%s: nobody is sent to a step that it lacks', async (_, rules) => {
    const complaint = await begun({ rules, marks: ['typical'] });
    while (!complaint.file.closed) {
      for (const name of ACTION_NAMES) {
        const refused = notNow(complaint.file, name);
        if (refused?.code === 'not_in_stage') {
          expect(refused.allowed.filter((stage) => !rules.stages[stage])).toEqual([]);
          expect(refused.allowed).not.toEqual([]);
        }
      }
      const { by, name, data } = nextStep(complaint.file, complaint.now, STAFF_AT_HAND);
      await complaint.do(by, name, data);
    }
  });
});

describe('what nobody does under any policy', () => {
  it.each(named)('%s: silence ends: every clock stops ringing, and what was missed stays missed', async (_, rules) => {
    const complaint = await begun({ rules, grounds: ['safety'] });
    await complaint.passTo(shanghai('2026-03-20 10:00'));
    const missed = misses(complaint).length;
    await complaint.walkTo('closed');
    expect(complaint.file.closed).toBe(true);
    expect(misses(complaint)).toHaveLength(missed);
  });

  it.each(named)('CO-9 %s: the customer may withdraw at any step; the clerk files it', async (policy, rules) => {
    for (const stage of STAGES_OF[policy] ?? []) {
      if (['hand_over', 'meeting', 'result', 'archive', 'cause_analysis'].includes(stage)) continue;
      if (stage === 'first_contact' && rules.stages[stage]?.when) continue;
      const complaint = await begun({ rules, marks: ['typical'] });
      await complaint.walkTo(stage);
      await complaint.do(handler, 'withdraw');
      expect(complaint.file).toMatchObject({ stage: 'archive', outcome: 'withdrawn' });
      await complaint.do(clerk, 'archive');
    }
  });

  it.each(named)('HA-18 %s: the one complained about reviews, decides and takes over nothing', async (_, rules) => {
    const complaint = await begun({ rules, respondents: [supervisor.id], lacking: ['supervisor'] });
    while (!complaint.file.closed) {
      for (const name of ['take_over', 'decide_proposal', 'approve', 'reassign'] as const) {
        expect(['complained_about', 'not_in_stage', 'step_unknown_here']).toContain(
          await complaint.refusal(supervisor, name),
        );
      }
      const { by, name, data } = nextStep(complaint.file, complaint.now, STAFF_AT_HAND);
      await complaint.do(by, name, data);
    }
    expect(complaint.file.handled.map(({ id }) => id)).not.toContain(supervisor.id);
  });
});
