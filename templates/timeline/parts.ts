import type { Handled } from '../../domain/complaint-file';
import type { Event } from '../../domain/events';
import type { Rules } from '../../domain/policy';
import type { Department } from '../../domain/words';
import { DEPARTMENT_ZH, ROLE_ZH } from '../words-zh';

/** Gives the name of a member of staff by his id. */
export type NameOf = (id: string) => string;

/** What a sentence needs besides the event: names, and the policy's own natures, scale and duties where the caller has them. */
export type Telling = {
  nameOf: NameOf;
  rules?: (Pick<Rules, 'natures' | 'scale'> & Partial<Pick<Rules, 'duties'>>) | undefined;
};

/** What is said of some kinds of events; null where the events around one say it already. */
export type Sentences<T extends Event['type']> = {
  [K in T]: (event: Extract<Event, { type: K }>, telling: Telling) => string | null;
};

/** Amounts are kept in 分. */
export const yuan = (fen: number): string => `${(fen / 100).toFixed(2)} 元`;

/** Some words of a list, in Chinese. */
export const list = <W extends string>(zh: Record<W, string>, words: readonly W[]): string =>
  words.map((word) => zh[word]).join('、');

/** A clause that is said only where there is something to say. */
export const where = (something: unknown, clause: string): string => (something ? clause : '');

/** Somebody with the role in which he acted: 华东服务主管（服务主管）. */
export const hand = ({ id, role }: Handled, { nameOf }: Telling): string => `${nameOf(id)}（${ROLE_ZH[role]}）`;

/** A department, and its person where one is named: 物流部（物流专员一）. */
export const office = (department: Department, person: string | undefined, { nameOf }: Telling): string =>
  `${DEPARTMENT_ZH[department]}${person ? `（${nameOf(person)}）` : ''}`;
