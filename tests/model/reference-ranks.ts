import type { Role } from '../../domain/words';

/** The procedure told a second time. This file: who stands above whom (002 4.2). */
const RANKS: Partial<Record<Role, number>> = {
  handler: 1,
  supervisor: 2,
  manager: 3,
  sales_director: 4,
  administration_director: 4,
};
export const rank = (role: Role): number => RANKS[role] ?? 0;
