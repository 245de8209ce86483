import { LEVELS } from './words';
import type { Level, Mark, Priority } from './words';

/** What makes a complaint urgent (CL-2): core business, core rights, safety, system fault, public opinion. */
const URGENT = ['core_business', 'core_rights', 'safety', 'system_fault', 'public_opinion'] as const;
/** What makes it important (CL-2). Many people concerned or a key customer: the company's choice. */
const IMPORTANT = ['use_impaired', 'many_concerned', 'key_customer'] as const;
/** What makes it a level-3 complaint (CL-3, 002 4.3.3). */
const LEVEL_3 = [
  'regulator_12315',
  'franchisees_mass_on_new_product',
  'department_inaction',
  'harms_company',
  'harms_franchisee_business',
] as const;
/** What makes it a level-2 complaint (CL-3, 002 4.3.2). */
const LEVEL_2 = ['emotional', 'beyond_handler', 'repeat', 'shop_attitude', 'desk_service', 'policy_resented'] as const;

export const GROUNDS = [...URGENT, ...IMPORTANT, ...LEVEL_3, ...LEVEL_2] as const;
/** What the handler has seen in the complaint. Priority and level follow from these by rule; they are its recorded reason. */
export type Ground = (typeof GROUNDS)[number];

const holds = (kinds: readonly string[], grounds: readonly Ground[]): boolean =>
  grounds.some((ground) => kinds.includes(ground));

/** CL-2: how fast. */
export function priorityOf(grounds: readonly Ground[]): Priority {
  if (holds(URGENT, grounds)) return 'urgent';
  return holds(IMPORTANT, grounds) ? 'important' : 'normal';
}

/** CL-3: how high. */
export function levelOf(grounds: readonly Ground[]): Level {
  if (holds(LEVEL_3, grounds)) return 3;
  return holds(LEVEL_2, grounds) ? 2 : 1;
}

/** One level up, if there is one (CO-3). */
export const levelAbove = (level: Level): Level | undefined => LEVELS.find((candidate) => candidate === level + 1);

const MARK_OF: Partial<Record<Ground, Mark>> = {
  repeat: 'repeat',
  franchisees_mass_on_new_product: 'mass',
  safety: 'safety',
  regulator_12315: 'authority',
  key_customer: 'key_customer',
};

/** What grounds say of the complaint beyond how high and how fast: a safety risk, an authority, a repeat (CL-3, CL-5). */
export const marksOf = (grounds: readonly Ground[]): Mark[] => grounds.flatMap((ground) => MARK_OF[ground] ?? []);
