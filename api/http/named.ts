import type { Database, Queries } from '../../db/client';
import { namesOfStaff } from '../../db/queries/directory';
import { teamsOf } from '../../db/queries/teams';
import type { Refusal } from '../../domain/refusals';
import type { Sentence } from '../../templates/problems';
import { refusalSentence } from '../../templates/refusals';
import type { Problem } from './problem';

/** Tells of whom a problem speaks by name as well as by id. */
export type Naming = (problem: Problem) => Promise<Problem>;

/** The fields of refusals that hold the id of a person or a team. */
const SOMEBODY: readonly string[] = ['owner', 'person', 'team'];

/** A problem stays as it is where it speaks of nobody, or nobody can be looked up now. */
export const namesFrom =
  ({ queries }: Database): Naming =>
  async (problem) => {
    const { refusal } = problem;
    if (!refusal || !SOMEBODY.some((field) => field in refusal)) return problem;
    try {
      return problem.saying((await sentences(queries))(refusal));
    } catch {
      return problem;
    }
  };

/** Tells refusals with the names of the directory: 华东客服专员一（handler-1）. */
export async function sentences(queries: Queries): Promise<(refusal: Refusal) => Sentence> {
  const [staff, teams] = await Promise.all([namesOfStaff(queries), teamsOf(queries)]);
  const names = new Map([...staff, ...teams.map(({ id, name }) => [id, name] as const)]);
  return (refusal) => refusalSentence(told(refusal, (id) => (names.has(id) ? `${names.get(id)}（${id}）` : id)));
}

/** A refusal as its sentence is to tell it; what stands in the document keeps its ids. */
const told = (refusal: Refusal, name: (id: string) => string): Refusal =>
  Object.fromEntries(
    Object.entries(refusal).map(([field, value]: [string, unknown]) =>
      SOMEBODY.includes(field) && typeof value === 'string' ? [field, name(value)] : [field, value],
    ),
  ) as Refusal;
