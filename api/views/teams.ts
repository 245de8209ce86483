import type { z } from 'zod';
import type { headsOfTeams, TeamRow } from '../../db/queries/teams';
import { TEAM_KIND_ZH } from '../../templates/words-zh';
import type { teamSchema } from '../schemas/staff';

/** A team or department with who heads it now. */
export function teamView(
  { id, name, kind, lead, regions, modules, duties }: Omit<TeamRow, 'recordedAt'>,
  heads: Awaited<ReturnType<typeof headsOfTeams>>,
): z.output<typeof teamSchema> {
  const own = heads.filter(({ team }) => team === id).map((head) => ({ id: head.id, name: head.name }));
  return { id, name, kind, kindZh: TEAM_KIND_ZH[kind], lead, regions, modules, duties, heads: own };
}
