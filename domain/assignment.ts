import { isOfATeam } from './ladder';
import { isHandler } from './people';
import type { Department, Nature, Role, TeamKind } from './words';

/** A team or department as assignment looks at it (RO-2). */
export type Team = { id: string; name: string; kind: TeamKind; lead: boolean; regions: string[]; modules: string[] };

/** What a complaint says of where it belongs. */
export type Content = { region?: string | null; module?: string | null; nature?: Nature | null };

const sameWord = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (word: string): string => word.normalize('NFKC').trim().toLowerCase();

/**
 * The service team that a complaint belongs to (CL-8): that of its module and region, of its module, of its region, or the one
 * that names its nature among its modules; else the registrar's own, else the lead team. Undefined only where no team leads.
 */
export function teamFor(content: Content, registrarsTeam: string, teams: readonly Team[]): Team | undefined {
  const service = teams.filter(({ kind }) => kind === 'service');
  const { region, module, nature } = content;
  const serves = (words: string[], word?: string | null): boolean =>
    Boolean(word) && words.some((own) => sameWord(own, word ?? ''));
  const ofModule = service.filter(({ modules }) => serves(modules, module));
  const ofRegion = service.filter(({ id, name, regions }) => serves([id, name, ...regions], region));
  return (
    ofModule.find((team) => ofRegion.includes(team)) ??
    ofModule[0] ??
    ofRegion[0] ??
    service.find(({ modules }) => serves(modules, nature)) ??
    service.find(({ id }) => id === registrarsTeam) ??
    service.find(({ lead }) => lead)
  );
}

/** Whether somebody who has a complaint only answers for it until a handler of its team has taken over: he is no handler, or of another team. */
export const owesHandOver = (role: Role, ownTeam: string, team: string): boolean =>
  !isHandler(role) || (isOfATeam(role) && ownTeam !== team);

/**
 * First-asked (IN-14): whether somebody who registers a complaint only answers for it until a handler of its team has taken
 * over. He keeps it as a handler or supervisor of that team, or where its situation asks for his post and for no handler;
 * `asked`: who handles it as it stands.
 */
export const registrarHandsOver = (asked: Role[], role: Role, ownTeam: string, team: string): boolean =>
  isOfATeam(role) ? ownTeam !== team : !asked.includes(role) || asked.includes('handler');

/** The department that a complaint's nature points to (CL-8). `other` points to none: whoever handles it decides. */
const DEPARTMENT_OF = new Map<Nature, Department>([
  ['product_quality', 'product'],
  ['logistics', 'logistics'],
  ['transport', 'logistics'],
  ['after_sales', 'after_sales'],
  ['attitude', 'service_quality'],
  ['price_dispute', 'product_operation'],
  ['policy', 'product_operation'],
  ['system_fault', 'technical'],
  ['quantity', 'warehouse'],
]);

/** What a suggestion rests on. */
export type Suggestion = { department: Department; because: 'module' | 'nature' };

/** The department that the content points to: the one that names the module, else the one of the nature (CL-8). */
export function departmentFor({ module, nature }: Content, teams: readonly Team[]): Suggestion | undefined {
  const departments = teams.filter(({ kind }) => kind === 'department');
  const ofModule = module ? departments.find(({ modules }) => modules.some((own) => sameWord(own, module))) : undefined;
  if (ofModule) return { department: ofModule.id as Department, because: 'module' };
  const department = nature ? DEPARTMENT_OF.get(nature) : undefined;
  return department && { department, because: 'nature' };
}
