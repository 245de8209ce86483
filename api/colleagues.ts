import { directory, personById } from '../db/queries/directory';
import type { Department } from '../domain/words';
import type { Dependencies } from './dependencies';
import { fieldError } from './http/issues';
import { Problem } from './http/problem';

type Colleague = Awaited<ReturnType<typeof directory>>[number];
type Asked = Pick<Dependencies, 'database'>;

const ANYBODY = ['在职员工的编号，见 GET /staff', 'the id of somebody who works here, see GET /staff'] as const;

/** Somebody who works here, by his id. Throws a problem that names the field. */
export async function colleague({ database }: Asked, field: string, id: string): Promise<Colleague> {
  const found = (await directory(database.queries)).find((one) => one.id === id && one.active);
  if (!found) throw refusing(field, id, ...ANYBODY);
  return found;
}

/** Somebody who works or worked here, by his id. Throws a problem that names the field. */
export async function known({ database }: Asked, field: string, id: string): Promise<Colleague> {
  const found = await personById(database.queries, id);
  if (!found) throw refusing(field, id, '员工编号，见 GET /staff', 'an id of GET /staff');
  return found;
}

/** The person of a department to whom something is given, or nobody where none is named (HA-3, HA-4). */
export async function personIn<Id extends string | undefined>(
  deps: Asked,
  department: Department,
  id: Id,
  field = 'person',
): Promise<Id> {
  if (id === undefined) return id;
  const { team } = await colleague(deps, field, id);
  if (team === department) return id;
  throw refusing(
    field,
    id,
    `部门 ${department} 的员工编号，见 GET /staff`,
    `the id of somebody in ${department}, see GET /staff`,
  );
}

const refusing = (field: string, given: string, zh: string, en: string): Problem =>
  Problem.of('invalid_body', {}, { errors: [fieldError([field], given, zh, en)] });
