import { repeatable } from './action-rules/closing';
import type { ActionName } from './actions';
import type { ComplaintFile } from './complaint-file';
import { LEVELS, TELLING_POINTS } from './words';

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

/** What serves somebody best who wants to do anything at all with a complaint as it stands. `at` in ms, UTC. */
const best = (file: ComplaintFile, at: number): object => ({
  ...NOTHING,
  ...CAUSE,
  ...WORD,
  proposal: file.proposal?.no ?? 1,
  covers: [...TELLING_POINTS],
  proof: { occurredAt: at },
  backTo: repeatable(file)[0],
  until: at + 3_600_000,
  of: 'respondent',
  nature: Object.keys(file.rules.natures)[0],
  requestType: file.requestType,
  grounds: [[], ['emotional'], ['harms_company']][file.level - 1],
  department: file.tasks.at(-1)?.department ?? 'product',
  to: { id: '', role: 'manager', team: '' },
  channel: file.channel ?? 'phone',
  round: file.round,
  cluster: '',
  rules: { ...file.rules, edition: file.rules.edition + 1 },
});

const STEPS: readonly ActionName[] = ['complete_step', 'see_off_step', 'delay_step'];
const LEVEL_ACTIONS: readonly ActionName[] = ['raise_level', 'lower_level'];
const ACCOUNTS: readonly ActionName[] = ['urge_account', 'record_account'];
const TASKS: readonly ActionName[] = ['pass_task', 'report_progress', 'answer_task', 'return_task', 'cancel_task'];

/** What somebody might sensibly say with an action: a guess for each step, task, account or level that it may be about. */
export function likely(file: ComplaintFile, name: ActionName, at: number): object[] {
  const about = best(file, at);
  const undone = (file.proposal?.steps ?? []).filter(({ done }) => !done);
  const guesses = [
    ...(STEPS.includes(name) ? undone.map(({ no }) => ({ ...about, step: no })) : []),
    ...(LEVEL_ACTIONS.includes(name) ? LEVELS.map((level) => ({ ...about, level })) : []),
    ...(ACCOUNTS.includes(name) ? file.accounts.map(({ no }) => ({ ...about, account: no })) : []),
    ...(TASKS.includes(name) ? file.tasks.map(({ no }) => ({ ...about, task: no })) : []),
  ];
  return guesses.length > 0 ? guesses : [{ ...about, step: 1, task: 1, account: 1 }];
}
