import { z } from 'zod';
import type { looksOf } from '../../db/queries/reading';
import { utc } from '../schemas/basics';
import { nameIn } from './timeline';

/** Somebody looked at a customer's full name and contacts (RE-8). */
export const lookSchema = z.object({
  at: utc(),
  by: z.object({ id: z.string(), name: z.string() }),
  reason: z.string().describe('为什么查看'),
});

/** A look as it is on record; `names` by staff id. */
export const lookView = (
  { by, reason, recordedAt }: Awaited<ReturnType<typeof looksOf>>[number],
  names: Map<string, string>,
): z.output<typeof lookSchema> => ({
  at: recordedAt.toISOString(),
  by: { id: by, name: nameIn(names)(by) },
  reason,
});
