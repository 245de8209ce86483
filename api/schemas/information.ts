import { z } from 'zod';
import { INTAKE_FIELDS } from '../../domain/questions';
import { utc } from './basics';

/** An answer that was added after intake. */
export const informationSchema = z.object({
  field: z.enum(INTAKE_FIELDS),
  zh: z.string(),
  text: z.string(),
  correction: z.boolean().describe('更正了原来的记录'),
  at: utc(),
  by: z.string(),
});
