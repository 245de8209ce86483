import { directory } from '../db/queries/directory';
import type { Draft, ProposedStep } from '../domain/actions';
import type { ComplaintFile } from '../domain/complaint-file';
import { OWNER, ownerOf } from '../domain/people';
import type { Dependencies } from './dependencies';
import type { Write } from './hand-over';
import { fieldError } from './http/issues';
import { Problem } from './http/problem';
import type { DraftBody } from './schemas/draft';

/** Where it is drawn up: who cannot be named in it, what the word owner stands for, and where its texts go. */
type Desk = { deps: Pick<Dependencies, 'database'>; respondents: readonly string[]; owner: string; write: Write };

/** The desk of one complaint. */
export const deskOf = (deps: Desk['deps'], file: ComplaintFile, write: Write): Desk => ({
  deps,
  respondents: file.respondents,
  owner: ownerOf(file).id,
  write,
});

/** What is offered, as the action carries it: its words are stored, their ids travel. `within`: the field that holds it, if any. */
export async function draftOf(desk: Desk, given: DraftBody, within?: 'offer'): Promise<Draft> {
  const { text, reason, points, steps, ...offer } = given;
  const write = under(desk.write, within);
  return {
    ...offer,
    ref: write('text', text),
    reason: write('reason', reason),
    points: points && {
      solution: write('solution', points.solution),
      standard: write('standard', points.standard),
      promise: write('promise', points.promise),
    },
    steps: await stepsOf({ ...desk, write }, steps, within),
  };
}

/** Names texts after the field that they stand in. */
export const under = (write: Write, within: string | undefined): Write =>
  within ? (((field: string, text: string) => write(`${within}.${field}`, text)) as Write) : write;

/** The steps: with somebody who works here, and nobody who is complained about (HA-10, HA-18). */
async function stepsOf(
  { deps, respondents, owner, write }: Desk,
  steps: DraftBody['steps'],
  within?: string,
): Promise<ProposedStep[]> {
  const staff = await directory(deps.database.queries);
  const able = new Set(staff.filter(({ id, active }) => active && !respondents.includes(id)).map(({ id }) => id));
  const named = steps.map(({ person }) => (person === OWNER ? owner : person));
  const errors = named.flatMap((person, index) =>
    able.has(person) || person === OWNER
      ? []
      : [fieldError([...(within ? [within] : []), 'steps', index, 'person'], person, ALLOWED, ALLOWED_EN)],
  );
  if (errors.length > 0) throw Problem.of('invalid_body', {}, { errors });
  return steps.map(({ what, workingDays }, index) => ({
    person: named[index] ?? '',
    workingDays,
    ref: write(`step${index + 1}`, what),
  }));
}

const ALLOWED = '在职且非被投诉人的员工编号（见 GET /staff），或 owner';
const ALLOWED_EN = 'the id of somebody who works here and is not complained about (see GET /staff), or owner';
