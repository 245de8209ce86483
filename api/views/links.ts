import { z } from 'zod';
import { LINK_KINDS, STAGES } from '../../domain/words';
import { LINK_ZH } from '../../templates/words-zh';
import type { linksFor } from '../links';
import { levelSchema, utc } from '../schemas/basics';

/** Two complaints that belong together, as seen from one of them. */
export const linkSchema = z
  .object({
    number: z.string().describe('另一件投诉'),
    kind: z.enum(LINK_KINDS),
    kindZh: z.string(),
    direction: z.enum(['earlier', 'later']).describe('对方是先前的，还是后来的'),
    by: z.string().describe('由谁关联；system：登记时自动识别'),
    at: utc(),
    reason: z.string().nullable(),
    revoked: z.object({ by: z.string(), at: utc(), reason: z.string() }).nullable(),
    other: z
      .object({
        level: levelSchema(),
        stage: z.enum(STAGES).nullable(),
        open: z.boolean(),
        owner: z.string(),
        team: z.string(),
      })
      .nullable()
      .describe('无权查看时为空'),
  })
  .meta({ id: 'Link' });

type Row = Awaited<ReturnType<typeof linksFor>>[number];

/** A link as `number` sees it. */
export function linkView(row: Row, number: string): z.output<typeof linkSchema> {
  const { kind, from, by, at, reason, revokedAt, revokedBy, revokedBecause, visible } = row;
  const { level, stage, owner, team, closedAt } = row;
  return {
    number: row.number,
    kind,
    kindZh: LINK_ZH[kind],
    direction: from === number ? 'earlier' : 'later',
    by,
    at: at.toISOString(),
    reason,
    revoked: revokedAt ? { by: revokedBy ?? '', at: revokedAt.toISOString(), reason: revokedBecause ?? '' } : null,
    other: visible ? { level, stage, open: closedAt === null, owner, team } : null,
  };
}
