import { fault } from './faults';
import type { Fault } from './faults';
import { levelOf } from './classification';
import type { Ground } from './classification';
import type { Handled } from './complaint-file';
import type { Rules } from './policy';
import type { Channel, ClusterSubject, ComplainantKind, Level, Mark, Role } from './words';

/** How somebody can be reached, or is known to the company. */
export type Identity = { contacts: { channel: Channel; address: string }[]; customerNo?: string | null };

/** What a complaint is about, as it was taken down. */
export type Matter = {
  orderNo?: string | null;
  productCode?: string | null;
  product?: string | null;
  shop?: string | null;
  subject?: string | null;
};

/** The fields of a matter by which it is known again, by their names at intake. */
export const MATTER_FIELDS = [
  'orderNo',
  'productCode',
  'product',
  'shop',
  'subject',
] as const satisfies (keyof Matter)[];

/** One thing by which two complaints are known to be about the same. */
export type MatterKey = { kind: 'order' | 'product_code' | 'product' | 'shop' | 'subject'; key: string };

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
const withoutSpaces = (text: string): string => plain(text).replace(/[\s,，。.;；:：-]/g, '');

/** A number as it is dialled at home, however it was written: 13812345678, 02112345678; +14155550100 from abroad. */
function phoneNumber(address: string): string {
  const digits = address.replace(/\D/g, '').replace(/^00/, '');
  if (!/^\s*(\+|00)/.test(address)) return digits.replace(/^86(?=1\d{10}$)/, '');
  if (!digits.startsWith('86')) return `+${digits}`;
  const national = digits.slice(2);
  return /^(0|1\d{10}$|[48]00)/.test(national) ? national : `0${national}`;
}

const PHONES: readonly Channel[] = ['phone', 'sms', 'fax'];
const MOBILE = /^\s*(\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}\s*$/;

function addressKey(channel: Channel, address: string): string | undefined {
  // An account is often named by the person's phone number or e-mail address: then it is the same person.
  if (PHONES.includes(channel) || MOBILE.test(address)) {
    return `phone:${phoneNumber(address)}`;
  }
  if (channel === 'email' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address.trim())) return `email:${plain(address)}`;
  // Where somebody walked in says nothing of who he is.
  if (channel === 'walk_in') return undefined;
  return `${channel}:${withoutSpaces(address)}`;
}

/** The keys by which a person is known again, whatever channel he comes by (IN-9). Personal data: to be hashed before they are stored. */
export function personKeys({ contacts, customerNo }: Identity): string[] {
  const addresses = contacts.flatMap(({ channel, address }) => addressKey(channel, address) ?? []);
  return [...new Set([...addresses, ...(customerNo ? [`customer:${withoutSpaces(customerNo)}`] : [])])];
}

/** The keys by which a matter is known again. Writing differs: case, width and spaces do not count. */
export function matterKeys({ orderNo, productCode, product, shop, subject }: Matter): MatterKey[] {
  const keys: [MatterKey['kind'], string | null | undefined][] = [
    ['order', orderNo && withoutSpaces(orderNo)],
    ['product_code', productCode && withoutSpaces(productCode)],
    ['product', product && plain(product)],
    ['shop', shop && plain(shop)],
    ['subject', subject && plain(subject)],
  ];
  return keys.flatMap(([kind, key]) => (key ? [{ kind, key }] : []));
}

/** What a mass complaint would be about: the product by its code, where it has one, and the shop. */
export function clusterSubjects(matter: Matter): { kind: ClusterSubject; subject: string }[] {
  const product = matter.productCode ?? matter.product;
  return [
    ...(product ? [{ kind: 'product' as const, subject: product }] : []),
    ...(matter.shop ? [{ kind: 'shop' as const, subject: matter.shop }] : []),
  ];
}

/** A complaint as the count of a mass complaint looks at it. `keys`: those of the complainant, in whichever form. */
export type Voice = { keys: string[]; kind: ComplainantKind | null; newProduct: boolean; shop: string | null };

const isFranchisee = ({ kind }: Voice): boolean => kind === 'franchisee' || kind === 'franchisee_staff';

/** Everybody in a franchised shop is one franchisee, known by the shop (002 4.1.2). */
const keysOf = (voice: Voice): string[] =>
  isFranchisee(voice) && voice.shop ? [...voice.keys, `shop:${voice.shop}`] : voice.keys;

/** How many different people complain: who shares a key with another is the same person. Who is not known counts for nobody. */
export function differentPeople(voices: readonly Voice[]): number {
  let people: Set<string>[] = [];
  for (const keys of voices.map(keysOf).filter((known) => known.length > 0)) {
    const same = people.filter((person) => keys.some((key) => person.has(key)));
    const merged = new Set([...keys, ...same.flatMap((person) => [...person])]);
    people = [...people.filter((person) => !same.includes(person)), merged];
  }
  return people.length;
}

/** Whether so many complain about one product or shop that it is a mass complaint (CL-4); of a new product fewer franchisees are enough (CL-3). */
export function isMass({ mass }: Rules, subject: ClusterSubject, voices: readonly Voice[]): boolean {
  if (!mass) return false;
  if (differentPeople(voices) >= mass.complainants) return true;
  if (subject !== 'product') return false;
  const franchisees = voices.filter(isFranchisee);
  const enough = mass.newProductComplainants ?? mass.complainants;
  return franchisees.some(({ newProduct }) => newProduct) && differentPeople(franchisees) >= enough;
}

/** An earlier complaint of the same person on the same matter (IN-9). `owner` only while it is open; `ownersTeam`: where he works. */
export type Earlier = Received & {
  level: Level;
  closed: boolean;
  team: string;
  owner: Handled | null;
  ownersTeam: string | null;
};

type Received = { number: string; receivedAt: number };

/** Of two complaints on one matter, the first and the one that repeats it (IN-9). */
export const inOrder = <A extends Received, B extends Received>(a: A, b: B): { first: A | B; later: A | B } =>
  (a.receivedAt - b.receivedAt || (a.number < b.number ? -1 : 1)) < 0 ? { first: a, later: b } : { first: b, later: a };

/** The level of a repeat complaint: at least 2, and as high as the first (IN-9). */
export const repeatLevel = (first: Level): Level => (first > levelOf(['repeat']) ? first : levelOf(['repeat']));

/** What follows for the birth: the marks, the lowest level, and the open complaint whose owner is to have this one as well. */
export type Consequences = { marks: Mark[]; level: Level; follows: Earlier | undefined };

/** IN-9: at least level 2 and at least as high as the first, one owner for both; CL-4: level 3. Newest first in `repeats`. */
export function consequencesOf(repeats: readonly Earlier[], isOneOfMany: boolean): Consequences {
  const marks: Mark[] = [
    ...(repeats.length > 0 ? (['repeat'] as const) : []),
    ...(isOneOfMany ? (['mass'] as const) : []),
  ];
  const grounds = marks.flatMap((mark) => GROUND_OF[mark] ?? []);
  const level = [levelOf(grounds), ...repeats.map((first) => first.level)].reduce((a, b) => (a > b ? a : b));
  return { marks, level, follows: repeats.find(({ owner }) => owner !== null) };
}

/** The ground of classification that a mark stands for (CL-3). */
const GROUND_OF: Partial<Record<Mark, Ground>> = { repeat: 'repeat', mass: 'franchisees_mass_on_new_product' };

/** How high a mass complaint stands (CL-4). */
export const MASS_LEVEL: Level = levelOf(['franchisees_mass_on_new_product']);

/** Who decides a mass complaint: the directors, who are told of it (CL-4). */
export const MASS_DECIDERS = ['sales_director', 'administration_director'] as const satisfies Role[];

/** What is wrong with a policy's data for matching, one sentence each. */
export const matchingProblems = ({ repeat, mass }: Rules): Fault[] =>
  Object.entries({ 'repeat.days': repeat?.days, ...named('mass', mass) }).flatMap(([name, count]) =>
    count === undefined || (Number.isInteger(count) && count > 0)
      ? []
      : [
          fault(
            `「${name}」为 ${count}；须为不小于 1 的整数。`,
            `'${name}' is ${count}; give a whole number from 1 on.`,
          ),
        ],
  );

const named = (name: string, counts: Record<string, number> = {}): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).map(([key, count]) => [`${name}.${key}`, count]));
