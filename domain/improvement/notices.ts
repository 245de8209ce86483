import type { Notice, NoticeParams, Recipients } from '../notices';
import type { AppliedImprovementTurn } from './apply-turn';
import type { ImprovementDuty, ImprovementEvent, ImprovementFile } from './file';
import { aboveSetter, headOf, managers, verifiers } from './people';
import type { ImprovementNotice } from './words';

/**
 * What a turn of an improvement gives rise to. The key begins with the improvement and names duty and kind, or the place in
 * its record: it stands among the notices of its complaint.
 */
export const improvementNotices = ({ file, events }: Omit<AppliedImprovementTurn, 'due' | 'explanations'>): Notice[] =>
  events.flatMap((event) => noticesOfEvent(file, event));

function noticesOfEvent(file: ImprovementFile, event: ImprovementEvent): Notice[] {
  switch (event.type) {
    case 'set':
      return both(file, 'improvement_set');
    case 'reminded':
      return onDuty(file, event.duty, (duty) => [
        about(file, duty, 'improvement_reminder', owing(file, duty), `:${duty.promptsAt?.length ?? 0}`),
      ]);
    case 'missed':
      return onDuty(file, event.duty, (duty) => [
        about(file, duty, 'improvement_breach', owing(file, duty)),
        about(file, duty, 'improvement_breach', duty.kind === 'verify' ? aboveSetter(file) : headOf(file), ':head'),
      ]);
    case 'escalated':
      return [atSeq(file, 'improvement_escalated', managers(file))];
    case 'reported':
      return [atSeq(file, 'improvement_reported', verifiers(file))];
    case 'passed':
      return both(file, 'improvement_passed');
    case 'failed':
      return both(file, 'improvement_failed');
    case 'due_moved':
      return both(file, 'improvement_due_moved');
    case 'reassigned':
      return handedOn(file, event.from);
    case 'cancelled':
      return [...both(file, 'improvement_cancelled'), ...toSetter(file, 'improvement_cancelled')];
    case 'respondents_changed':
      return event.calls ? [calledAnew(file)] : [];
    default:
      return [];
  }
}

/** To whoever set it, unless he is complained about (HA-18). */
const toSetter = (file: ImprovementFile, notice: ImprovementNotice): Notice[] =>
  file.respondents.includes(file.setBy.id) ? [] : [atSeq(file, notice, { person: file.setBy.id }, ':setter')];

/** HA-18: to whoever verifies from now on; where the work is not done yet, that he whose it is has been named. */
const calledAnew = (file: ImprovementFile): Notice =>
  atSeq(file, file.state === 'reported' ? 'improvement_reported' : 'improvement_person_named', verifiers(file));

/** Who is to do it: the person; of a verification the setter, or the level above him where he did the work himself. */
const owing = (file: ImprovementFile, { kind, person }: ImprovementDuty): Recipients =>
  kind === 'verify' ? verifiers(file) : { person: person ?? file.person };

/** To the person and to the head of his department. */
const both = (file: ImprovementFile, notice: ImprovementNotice): Notice[] => [
  atSeq(file, notice, { person: file.person }),
  atSeq(file, notice, headOf(file), ':head'),
];

/** Whoever is to do it now hears what the first one heard, while there is time; his predecessor, that it is not his any more. */
function handedOn(file: ImprovementFile, from: string): Notice[] {
  const inTime = file.duties.some(({ kind, closed, missed }) => kind === 'improve' && !closed && !missed);
  return [
    atSeq(file, inTime ? 'improvement_set' : 'improvement_reassigned', { person: file.person }),
    atSeq(file, 'improvement_reassigned', headOf(file), ':head'),
    atSeq(file, 'improvement_reassigned', { person: from }, ':before'),
  ];
}

const about = (
  file: ImprovementFile,
  { id, kind, dueAt }: ImprovementDuty,
  notice: ImprovementNotice,
  recipients: Recipients,
  suffix = '',
): Notice => ({
  key: `${file.id}:${id}:${notice}${suffix}`,
  notice,
  recipients,
  params: { improvement: file.id, owed: kind, dueAt },
  duty: id,
});

const atSeq = (file: ImprovementFile, notice: ImprovementNotice, recipients: Recipients, suffix = ''): Notice => ({
  key: `${file.id}:${file.seq}:${notice}${suffix}`,
  notice,
  recipients,
  params: params(file),
});

/** The due time of what comes next; of an improvement that has ended there is none. */
const params = (file: ImprovementFile): NoticeParams => {
  const open = file.duties.find(({ closed, kind }) => !closed && kind !== 'escalate');
  return { improvement: file.id, dueAt: open?.dueAt };
};

function onDuty(file: ImprovementFile, id: string, notices: (duty: ImprovementDuty) => Notice[]): Notice[] {
  const duty = file.duties.find((candidate) => candidate.id === id);
  return duty ? notices(duty) : [];
}
