import type { Queries } from '../db/client';
import { cancelAbsencesOf, touching } from '../db/queries/absences';
import { accountOf, dropTokens, waitingFor } from '../db/queries/accounts';
import type { Account } from '../db/queries/accounts';
import { openImprovementsOf } from '../db/queries/improvement-reading';
import { queueBatch } from '../db/queries/batches';
import { saveTexts } from '../db/queries/texts';
import type { ComplaintFile, Handled } from '../domain/complaint-file';
import { rolesNotCovered } from '../domain/deputies';
import { isNamedIn } from '../domain/duties';
import { handOf, mayNot, mayStayOwner, ownerOf, SYSTEM } from '../domain/people';
import type { RefusalCode } from '../domain/refusals';
import { refusalSentence } from '../templates/refusals';
import { fieldError } from './http/issues';
import { Problem } from './http/problem';

/** A complaint that a successor cannot take, and why. */
type Unfit = { number: string; because: RefusalCode; zh: string };
/** Who asks for it, and when. */
type Trail = { by: string; at: Date };

const FAR_AWAY = new Date(8_000_000_000_000);
const MOST_NUMBERS = 20;

/** What somebody leaves behind: what he answers for goes to a successor who fits, he stands in for nobody, his tokens are void. */
export async function leave(tx: Queries, id: string, successor: string | undefined, trail: Trail): Promise<void> {
  const deputyFor = (await touching(tx, id, trail.at, FAR_AWAY)).filter(({ deputy }) => deputy === id);
  if (deputyFor.length > 0) {
    throw Problem.of('still_deputy', { absent: [...new Set(deputyFor.map(({ staff }) => staff))] });
  }
  await mustImproveNothing(tx, id);
  await toSuccessor(tx, { leaver: id, why: '离职交接', leaves: true, trail }, successor, await waitingFor(tx, id));
  await cancelAbsencesOf(tx, id, trail);
  await dropTokens(tx, id);
}

/**
 * Somebody gets other roles or another team: complaints that he may not answer for any more go to a successor who fits, and
 * nobody stands in, or is stood in for, who no longer fits (HA-2, CO-5).
 */
export async function transfer(
  tx: Queries,
  [before, after]: [before: Account, after: Account],
  successor: string | undefined,
  trail: Trail,
): Promise<void> {
  await mustStayCovered(tx, after, trail.at);
  await mustImproveNothing(tx, after.id, after.team);
  const lost = (await waitingFor(tx, after.id)).filter(
    (file) => ownerOf(file).id === after.id && mayStayOwner(file, before) && !mayStayOwner(file, after),
  );
  await toSuccessor(tx, { leaver: after.id, why: '调岗交接', trail }, successor, lost);
}

/** The absences that have not ended, in which he or his deputy fits no more, are to be mended first. */
async function mustStayCovered(tx: Queries, after: Account, at: Date): Promise<void> {
  const unfit = [];
  for (const { id, staff, deputy } of await touching(tx, after.id, at, FAR_AWAY)) {
    const other = await accountOf(tx, staff === after.id ? deputy : staff);
    if (!other) continue;
    const [away, standsIn] = staff === after.id ? [after, other] : [other, after];
    const roles = rolesNotCovered(away, standsIn);
    if (roles.length > 0) unfit.push({ absence: id, staff, deputy, roles });
  }
  if (unfit.length > 0) throw Problem.of('deputy_unfit', { absences: unfit }, { fields: { absences: unfit } });
}

/** An improvement stays in its department, where somebody has to take it on: each is handed on there before he goes (RE-3). */
async function mustImproveNothing(tx: Queries, person: string, besides?: string): Promise<void> {
  const open = await openImprovementsOf(tx, person, besides);
  if (open.length === 0) return;
  const facts = { person, count: open.length, improvements: open.slice(0, MOST_NUMBERS).map(({ id }) => id) };
  throw Problem.of('still_improves', facts, {
    fields: { ...facts, departments: [...new Set(open.map((one) => one.department))] },
  });
}

/** What waits for somebody goes to a successor who fits; without one it stands in the way. */
async function toSuccessor(
  tx: Queries,
  { leaver, why, leaves, trail }: Omit<HandingOn, 'account'> & { leaves?: true },
  successor: string | undefined,
  waiting: ComplaintFile[],
): Promise<void> {
  if (waiting.length === 0) return;
  if (successor === undefined) {
    const facts = { count: waiting.length, numbers: waiting.slice(0, MOST_NUMBERS).map(({ number }) => number) };
    throw Problem.of('owns_open_complaints', facts, { fields: facts });
  }
  const account = await fitSuccessor(tx, leaver, successor, waiting);
  const handing = { leaver, account, why, trail };
  const owned = waiting.filter((file) => ownerOf(file).id === leaver);
  await handOn(tx, handing, owned);
  if (leaves) {
    const named = waiting.filter((file) => isNamedIn(file, leaver));
    await handOnWork(tx, handing, named);
  }
}

/** Who can take everything that waits for somebody; or a problem that lists what he cannot take. */
async function fitSuccessor(tx: Queries, id: string, successor: string, waiting: ComplaintFile[]): Promise<Account> {
  const account = await accountOf(tx, successor);
  if (!account?.active || successor === id) {
    const allowed = ['另一名在职员工的编号', 'the id of somebody else who works here'] as const;
    throw Problem.of('invalid_body', {}, { errors: [fieldError(['successor'], successor, ...allowed)] });
  }
  const unfit = waiting.flatMap((file) => unfitFor(file, id, account));
  if (unfit.length === 0) return account;
  const numbers = unfit.slice(0, MOST_NUMBERS).map(({ number }) => number);
  throw Problem.of('successor_unfit', { successor, numbers }, { fields: { unfit } });
}

/** A step needs somebody who is not complained about; a case, somebody who handles its level and reaches its team. */
function unfitFor(file: ComplaintFile, leaver: string, { id, roles, team }: Account): Unfit[] {
  const refusal =
    ownerOf(file).id === leaver
      ? mayNot(file, 'next_handler', { id, roles, team })
      : file.respondents.includes(id)
        ? ({ code: 'complained_about' } as const)
        : null;
  return refusal ? [{ number: file.number, because: refusal.code, zh: refusalSentence(refusal).title }] : [];
}

/** `why`: in a word, for the record. */
type HandingOn = { leaver: string; account: Account; why: string; trail: Trail };

/** What names the leaver, in whoever's cases, to his successor: the steps that were his; tasks only within his department (HA-3, HA-16). */
async function handOnWork(
  tx: Queries,
  { leaver, account, why, trail }: HandingOn,
  files: ComplaintFile[],
): Promise<void> {
  const [first] = files;
  if (!first) return;
  const { id, roles, team } = account;
  const reason = reasonFor(why, leaver, id);
  const ref = `departure ${leaver} ${trail.at.getTime()} work`;
  await saveTexts(tx, [{ id: ref, complaint: first.number, kind: 'hand_on_work.ref', body: reason, by: trail.by }]);
  await queueBatch(tx, {
    kind: 'departure',
    action: 'hand_on_work',
    data: { from: leaver, to: { id, roles, team }, ref },
    by: SYSTEM,
    requestedBy: trail.by,
    reason,
    at: trail.at,
    complaints: files.map(({ number }) => number),
  });
}

const reasonFor = (why: string, leaver: string, successor: string): string => `${why}：${leaver} → ${successor}`;

/** The leaver's cases to his successor, by the system and through their workflows: one batch for each role in which he takes them. */
async function handOn(tx: Queries, { leaver, account, why, trail }: HandingOn, files: ComplaintFile[]): Promise<void> {
  const groups = new Map<string, { to: Handled & { team: string }; complaints: string[] }>();
  for (const file of files) {
    const to = { ...handOf(file, 'next_handler', account), team: file.team };
    const group = groups.get(`${to.role} ${to.team}`) ?? { to, complaints: [] };
    group.complaints.push(file.number);
    groups.set(`${to.role} ${to.team}`, group);
  }
  const reason = reasonFor(why, leaver, account.id);
  for (const [name, { to, complaints }] of groups) {
    const [first = ''] = complaints;
    const ref = `departure ${leaver} ${trail.at.getTime()} ${name}`;
    await saveTexts(tx, [{ id: ref, complaint: first, kind: 'reassign.ref', body: reason, by: trail.by }]);
    await queueBatch(tx, {
      kind: 'departure',
      action: 'reassign',
      data: { to, ref },
      by: SYSTEM,
      requestedBy: trail.by,
      reason,
      at: trail.at,
      complaints,
    });
  }
}
