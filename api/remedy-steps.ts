import { directory } from '../db/queries/directory';
import type { ActionData } from '../domain/actions';
import type { ComplaintFile } from '../domain/complaint-file';
import { ownerOf } from '../domain/people';
import type { Dependencies } from './dependencies';
import type { Write } from './hand-over';
import { fieldError } from './http/issues';
import { Problem } from './http/problem';

type Given = { what: string; person: string; workingDays: number };

/** The steps of a proposal as the action carries them: with somebody who works here, and nobody who is complained about (HA-10, HA-18). */
export async function stepsOf(
  { database }: Pick<Dependencies, 'database'>,
  file: ComplaintFile,
  steps: Given[],
  write: Write,
): Promise<ActionData['propose']['steps']> {
  const staff = await directory(database.queries);
  const able = new Set(staff.filter(({ id, active }) => active && !file.respondents.includes(id)).map(({ id }) => id));
  const named = steps.map(({ person }) => (person === 'owner' ? ownerOf(file).id : person));
  const errors = named.flatMap((person, index) =>
    able.has(person) ? [] : [fieldError(['steps', index, 'person'], person, ALLOWED, ALLOWED_EN)],
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
