import { repeatable } from './action-rules/closing';
import { BEFORE_REVIEW } from './action-rules/rule';
import type { ActionName } from './actions';
import type { Ground } from './classification';
import type { ComplaintFile } from './complaint-file';
import { handlerRoles } from './people';
import { LEVELS, PRIORITIES, TELLING_POINTS } from './words';
import type { Level, Priority } from './words';

const NOTHING = { kinds: [], amountFen: 0, basis: [], ref: '', points: {}, steps: [] };
const CAUSE = { dimension: 'process', cause: 'rule_gap' };
const WORD = {
  answered: true,
  solved: true,
  satisfaction: 'satisfied',
  marks: {},
  apologised: true,
  decision: 'instruct',
};

/** Grounds that make a complaint as high and as urgent as it is. */
export const groundsLike = ({ level, priority }: ComplaintFile): Ground[] => [
  ...OF_LEVEL[level],
  ...OF_PRIORITY[priority],
];
const OF_LEVEL: Record<Level, Ground[]> = { 1: [], 2: ['emotional'], 3: ['harms_company'] };
const OF_PRIORITY: Record<Priority, Ground[]> = { urgent: ['core_business'], important: ['use_impaired'], normal: [] };

/** What serves somebody best who wants to do anything at all with a complaint as it stands. `at` in ms, UTC. */
const best = (file: ComplaintFile, at: number): object => ({
  ...NOTHING,
  ...CAUSE,
  ...WORD,
  proposal: file.proposal?.no ?? 1,
  covers: [...TELLING_POINTS],
  proof: { occurredAt: at },
  // Once the form stands, all that is left to say of it.
  repeatedBack: file.stage !== null && !BEFORE_REVIEW.includes(file.stage),
  backTo: repeatable(file)[0],
  until: at + 3_600_000,
  of: 'respondent',
  nature: Object.keys(file.rules.natures)[0],
  requestType: file.requestType,
  grounds: groundsLike(file),
  department: file.tasks.at(-1)?.department ?? 'product',
  // One of those whom the case is for, whoever that may be.
  to: { id: '', role: handlerRoles(file)[0] ?? 'manager', team: file.team },
  who: file.respondents[0],
  others: file.respondents.map((id) => ({ id, roles: [] })),
  channel: file.channel ?? 'phone',
  round: file.round,
  cluster: '',
  rules: { ...file.rules, edition: file.rules.edition + 1 },
});

const STEPS: readonly ActionName[] = ['complete_step', 'see_off_step', 'delay_step'];
const LEVEL_ACTIONS: readonly ActionName[] = ['raise_level', 'lower_level'];
const ANY_PRIORITY: readonly ActionName[] = ['change_priority'];
const ACCOUNTS: readonly ActionName[] = ['urge_account', 'record_account'];
const TASKS: readonly ActionName[] = ['pass_task', 'report_progress', 'answer_task', 'return_task', 'cancel_task'];

/** What somebody might sensibly say with an action: a guess for each step, task, account or level that it may be about. */
export function likely(file: ComplaintFile, name: ActionName, at: number): object[] {
  const about = best(file, at);
  const undone = (file.proposal?.steps ?? []).filter(({ done }) => !done);
  const guesses = [
    ...(STEPS.includes(name) ? undone.map(({ no }) => ({ ...about, step: no })) : []),
    ...(name === 'name_respondent' ? [{ ...about, person: { id: '', roles: [], team: '' } }] : []),
    ...(LEVEL_ACTIONS.includes(name) ? LEVELS.map((level) => ({ ...about, level })) : []),
    ...(ANY_PRIORITY.includes(name) ? PRIORITIES.map((priority) => ({ ...about, priority })) : []),
    ...(ACCOUNTS.includes(name) ? file.accounts.map(({ no }) => ({ ...about, account: no })) : []),
    ...(TASKS.includes(name) ? file.tasks.map(({ no }) => ({ ...about, task: no })) : []),
  ];
  return guesses.length > 0 ? guesses : [{ ...about, step: 1, task: 1, account: 1 }];
}
