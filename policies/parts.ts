import type { DutyRule, HandlingRule, Rules } from '../domain/policy';

/** What the policies have in common: lengths, reminders, and the words of the company's own choices. */
export const workingDays = (working: number) => ({ clock: 'days', working }) as const;
export const wall = (minutes: number) => ({ clock: 'wall', minutes }) as const;
export const business = (minutes: number) => ({ clock: 'business', minutes }) as const;
export const HOUR = 60;
export const DAY = 24 * HOUR;

export const LAST_DAY: DutyRule['prompts'] = ['openingOfLastDay'];
export const always = (within: NonNullable<DutyRule['within']>[number]['within']): DutyRule['within'] => [{ within }];

/** 问题性质 (CL-1): the list of the documents; a company may publish an edition with another. */
export const NATURES_ZH: Rules['natures'] = {
  product_quality: '产品质量',
  logistics: '物流配送',
  after_sales: '售后服务',
  attitude: '服务态度',
  price_dispute: '价格争议',
  system_fault: '系统故障',
  policy: '政策',
  transport: '运输问题',
  quantity: '货物数量',
  other: '其他',
};

/** Customer tiers that make a complaint important (CL-2, choice). */
export const KEY_TIERS = ['VIP', 'vip', '重要客户', '战略客户'];

/** CL-5: who follows an urgent case, whatever its level. */
export const URGENT_TO_SUPERVISOR: HandlingRule = {
  when: { priority: ['urgent'] },
  handlers: ['supervisor', 'manager'],
  reviewers: ['supervisor', 'manager', 'sales_director'],
};
/** 002 5.1.1: a level-1 handler, reviewed by a supervisor. */
export const LEVEL_1: HandlingRule = {
  handlers: ['handler', 'supervisor', 'manager'],
  reviewers: ['supervisor', 'manager', 'sales_director'],
};
export const LEVEL_2: HandlingRule = {
  when: { level: [2] },
  handlers: ['supervisor', 'manager'],
  reviewers: ['sales_director', 'administration_director'],
};
/** 002 5.1.1.2, with the settlement that the roles of the two directors swap where sales itself is complained about. */
export const LEVEL_3: HandlingRule[] = [
  {
    when: { level: [3], respondent: ['sales_director'] },
    handlers: ['administration_director'],
    reviewers: ['administration_director'],
  },
  { when: { level: [3] }, handlers: ['sales_director'], reviewers: ['administration_director'] },
];

/** Everybody hears of a level-3 case who has to direct it (HA-2). Of a mass complaint they hear once, not case by case (CL-4). */
export const TELL_LEVEL_3: Rules['tell'][number] = {
  when: [{ level: [3], inCluster: false }],
  roles: ['manager', 'sales_director', 'administration_director'],
};
/** CL-5: the supervisor follows what is urgent, whatever became so and when. */
export const TELL_URGENT: Rules['tell'][number] = { when: [{ priority: ['urgent'] }], roles: ['supervisor'] };
/** CL-5: complaints, and whatever is a safety risk, are reported at the same moment. */
export const TELL_COMPLAINTS: Rules['tell'][number] = {
  when: [{ requestType: ['complaint'] }, { mark: ['safety'] }],
  roles: ['supervisor'],
};

/** The duties that every policy has, because the engine has them: a way to take over, promised calls, the archive; and to go on, so that nobody can forget a complaint. */
export const ENGINE_DUTIES = {
  take_over: {
    of: 'next_handler',
    clause: 'HA-2 (choice)',
    within: always(business(2 * HOUR)),
    prompts: [{ businessMinutesBefore: 60 }],
  },
  promised_call: {
    of: 'owner',
    toCustomer: true,
    lasting: true,
    clause: 'IN-12',
    prompts: [{ wallMinutesBefore: 30 }],
  },
  remedy_step: { of: 'owner', clause: 'HA-10', prompts: LAST_DAY, followedBy: 'tell_delay' },
  see_off_step: { of: 'owner', clause: 'HA-16 (choice)', within: always(workingDays(1)), prompts: LAST_DAY },
  // What is late is told, even if it is done the moment after.
  tell_delay: {
    of: 'owner',
    toCustomer: true,
    lasting: true,
    clause: 'HA-10 (choice)',
    within: always(workingDays(1)),
    prompts: LAST_DAY,
  },
  archive: { of: 'clerk', clause: 'CO-6 (choice)', within: always(workingDays(2)), prompts: LAST_DAY },
  // Who has let it pass is called again every week: more often is not heard any more.
  next_step: {
    of: 'owner',
    clause: 'HA-1 (choice)',
    within: always(workingDays(3)),
    againWithin: workingDays(5),
    prompts: LAST_DAY,
  },
} satisfies Rules['duties'];

/** CO-3: a new round begins with word to the customer, where the document itself asks for none. */
export const CONTACT_OF_LATER_ROUNDS = {
  contact_again: {
    of: 'owner',
    toCustomer: true,
    when: [{ firstRound: false }],
    clause: 'CO-3 (choice)',
    needs: ['contacted'],
    within: always(workingDays(1)),
    prompts: LAST_DAY,
  },
} satisfies Rules['duties'];

/** HA-3: 2 h and 24 h, reports every hour and every four. */
export const TASK_DUTIES = {
  task_solution: {
    of: 'department',
    clause: 'HA-3',
    within: [
      { when: { priority: ['urgent'] }, within: wall(2 * HOUR) },
      // What is due within the day may be preliminary (001 三(三)); what follows is the company's choice.
      { when: { priority: ['important'] }, within: wall(DAY), final: workingDays(2) },
      { within: workingDays(2) },
    ],
    prompts: [{ wallMinutesBefore: 30 }],
  },
  task_progress: {
    of: 'department',
    again: true,
    clause: 'HA-3',
    within: [{ when: { priority: ['urgent'] }, within: wall(HOUR) }, { within: business(4 * HOUR) }],
    prompts: [{ wallMinutesBefore: 15 }],
  },
} satisfies Rules['duties'];

/** HA-9: asked, urged every working day, until there is an answer. */
export const ACCOUNT_DUTIES = {
  account: {
    of: 'other_side',
    clause: 'HA-9 (choice)',
    within: always(workingDays(3)),
    prompts: [],
    followedBy: 'urge',
  },
  urge: { of: 'owner', again: true, clause: 'HA-9 (choice)', within: always(workingDays(1)), prompts: LAST_DAY },
} satisfies Rules['duties'];

/** HA-12, CL-7: what may be done with a promised time: wait for the customer, ask for longer, explain why it passed. */
export const PROMISE_DUTIES = {
  customer_reply: {
    of: 'customer',
    lasting: true,
    clause: 'CL-7 (choice)',
    within: always(workingDays(5)),
    prompts: [],
  },
  extension_decision: {
    of: 'superior',
    lasting: true,
    clause: 'HA-12 (choice)',
    within: always(business(4 * HOUR)),
    prompts: [],
  },
  tell_extension: {
    of: 'owner',
    toCustomer: true,
    lasting: true,
    clause: 'HA-12 (choice)',
    within: always(business(4 * HOUR)),
    prompts: [],
  },
  overdue_reason: {
    of: 'owner',
    lasting: true,
    clause: 'HA-12',
    within: always(workingDays(1)),
    prompts: LAST_DAY,
  },
} satisfies Rules['duties'];

/** CO-11: for how long a customer who has been told a proposal is waited for. */
export const PROPOSAL_ANSWER = {
  of: 'customer',
  clause: 'CO-11 (choice)',
  within: always(workingDays(5)),
  prompts: [],
} satisfies DutyRule;

/** HA-6: how each nature is usually put right (003 步驟四). */
const STANDARD_PROPOSALS: Record<string, NonNullable<Rules['compensation']>['table'][number]['kinds']> = {
  product_quality: ['return', 'exchange', 'repair', 'compensation'],
  logistics: ['exchange', 'compensation', 'apology'],
  after_sales: ['repair', 'exchange', 'apology', 'compensation'],
  attitude: ['apology', 'improvement_promise', 'compensation'],
  price_dispute: ['explanation', 'fee_waiver', 'compensation'],
  system_fault: ['apology', 'repair', 'compensation'],
  policy: ['explanation', 'improvement_promise', 'fee_waiver', 'compensation'],
  transport: ['exchange', 'compensation', 'apology'],
  quantity: ['exchange', 'return', 'compensation'],
};

type Severe = 'minor' | 'moderate' | 'serious';
const FEN: Record<Severe, [number, number]> = { minor: [0, 5_000], moderate: [0, 30_000], serious: [0, 200_000] };

/** IN-8: what is small is the owner's to refer; what is more, the level above's. */
export const REFERRAL: NonNullable<Rules['referral']> = {
  above: [{ level: [2, 3] }, { priority: ['urgent'] }, { mark: ['authority'] }],
};

/** HA-15: one standard for all, by nature and severity. The amounts are the company's choice; 1 元 = 100 分. */
export const COMPENSATION: NonNullable<Rules['compensation']> = {
  table: Object.keys(NATURES_ZH).flatMap((nature) =>
    (Object.keys(FEN) as Severe[]).map((severity) => ({
      nature,
      severity,
      kinds: STANDARD_PROPOSALS[nature] ?? ['apology', 'compensation'],
      fen: FEN[severity],
    })),
  ),
  limits: {
    handler: 10_000,
    supervisor: 50_000,
    manager: 200_000,
    sales_director: 2_000_000,
    administration_director: 2_000_000,
  },
};
