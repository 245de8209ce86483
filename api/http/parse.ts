import type { z } from 'zod';
import { fieldErrors } from './issues';
import { Problem } from './problem';
import type { Absent } from './route';

/** What was sent, as the schema has it; a problem that names every field that is not as allowed. */
export function parsed<S extends z.ZodType>(
  schema: S | undefined,
  given: unknown,
  otherwise: 'invalid_body' | 'invalid_query',
): z.output<S> {
  if (!schema) return undefined as z.output<S>;
  const result = schema.safeParse(given, { reportInput: true });
  if (result.success) return result.data;
  throw Problem.of(otherwise, {}, { errors: fieldErrors(result.error.issues) });
}

/** What stands in the address: if it cannot be a number or an id of ours, there is no such thing. */
export function parsedParams<S extends z.ZodType>(
  schema: S | undefined,
  given: Record<string, string>,
  method: string,
  absent?: Absent,
): z.output<S> {
  if (!schema) return undefined as z.output<S>;
  const result = schema.safeParse(given, { reportInput: true });
  if (result.success) return result.data;
  const errors = fieldErrors(result.error.issues);
  if (absent) throw Problem.of(absent, { id: given['id'] ?? '' }, { errors });
  if (given['number'] === undefined) throw Problem.of('no_such_route', { method }, { errors });
  throw Problem.of('no_such_complaint', { number: given['number'] }, { errors });
}
