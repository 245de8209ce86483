import type { ImprovementDuty, ImprovementEvent, ImprovementFile } from './file';
import { verifierOf } from './people';
import type { ImprovementRules } from './rules';

/** An empty file, before its first event. */
export function blankImprovement(rules: ImprovementRules): ImprovementFile {
  return {
    id: '',
    complaint: '',
    seq: 0,
    lastAt: 0,
    rules,
    setBy: { id: '', role: 'handler' },
    team: '',
    respondents: [],
    department: '',
    person: '',
    dueDate: '',
    state: 'planned',
    round: 1,
    doneBy: null,
    duties: [],
    dutyCount: 0,
    closed: false,
  };
}

type Happened<T extends ImprovementEvent['type']> = Extract<ImprovementEvent, { type: T }>;
const nothingElse = (): void => {};

/** What each event changes in the file, beyond standing in the record. */
const CHANGES: {
  [T in ImprovementEvent['type']]: (file: ImprovementFile, event: Happened<T>, at: number) => void;
} = {
  set: (file, event) => {
    const { type: _, ...set } = event;
    Object.assign(file, set);
  },
  owed: owe,
  met: (file, { duty }) => {
    dutyOf(file, duty).closed = 'met';
  },
  voided: (file, { duty }) => {
    dutyOf(file, duty).closed = 'void';
  },
  reminded: (file, { duty }, at) => {
    const reminded = dutyOf(file, duty);
    reminded.promptsAt = reminded.promptsAt?.filter((prompt) => prompt > at);
  },
  missed: (file, { duty }) => {
    dutyOf(file, duty).missed = true;
  },
  escalated: (file, { duty }) => {
    dutyOf(file, duty).closed = 'met';
  },
  progressed: nothingElse,
  reported: (file, { by }) => {
    file.state = 'reported';
    file.doneBy = by;
  },
  passed: (file) => {
    file.state = 'passed';
  },
  failed: (file, { dueDate }) => {
    file.state = 'planned';
    file.round += 1;
    file.dueDate = dueDate;
  },
  due_moved: (file, { dueDate }) => {
    file.dueDate = dueDate;
  },
  reassigned: (file, { to }) => handOn(file, to),
  cancelled: (file) => {
    file.state = 'cancelled';
  },
  respondents_changed: (file, { respondents }) => {
    file.respondents = respondents;
    callVerifier(file);
  },
  refused: nothingElse,
  closed: (file) => {
    file.closed = true;
  },
};

/** Puts one event on file. Changes the file in place: it is the workflow's state. `at` is the instant of the turn. */
export function evolve(file: ImprovementFile, event: ImprovementEvent, at: number): void {
  file.seq += 1;
  const change = CHANGES[event.type] as (file: ImprovementFile, event: ImprovementEvent, at: number) => void;
  change(file, event, at);
}

function owe(file: ImprovementFile, event: Happened<'owed'>, at: number): void {
  const { type: _, ...owed } = event;
  file.dutyCount += 1;
  file.duties.push({ ...owed, id: `${event.kind}-${file.dutyCount}`, round: file.round, from: event.from ?? at });
}

/** Who let it pass has let it pass: only what is still in time is another's from now on. */
function handOn(file: ImprovementFile, to: string): void {
  file.person = to;
  for (const duty of inTime(file)) if (duty.kind === 'improve') duty.person = to;
  callVerifier(file);
}

function callVerifier(file: ImprovementFile): void {
  for (const duty of inTime(file)) if (duty.kind === 'verify') duty.person = verifierOf(file)?.id ?? null;
}

const inTime = ({ duties }: ImprovementFile): ImprovementDuty[] =>
  duties.filter(({ closed, missed }) => !closed && !missed);

function dutyOf(file: ImprovementFile, id: string): ImprovementDuty {
  const found = file.duties.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`Improvement ${file.id} has no duty '${id}'.`);
  return found;
}
